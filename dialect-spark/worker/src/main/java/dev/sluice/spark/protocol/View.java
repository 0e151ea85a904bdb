package dev.sluice.spark.protocol;

import dev.sluice.Column;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A table as the query's text names it.
 *
 * @param name the whole name in one part: {@code web.clicks}
 * @param columns the columns kept in the files
 * @param keys the partition keys, which follow the columns
 * @param sources where the rows are; none for an empty table
 */
public record View(String name, List<Column> columns, List<Column> keys, List<Source> sources) {
  public View {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    sources = List.copyOf(sources);
  }

  void write(DataOutputStream out) throws IOException {
    Wire.text(out, name);
    Wire.list(out, columns, Wire::column);
    Wire.list(out, keys, Wire::column);
    Wire.list(out, sources, (to, source) -> source.write(to));
  }

  static View read(DataInputStream in) throws IOException {
    String name = Wire.text(in);
    List<Column> columns = Wire.list(in, Wire::column);
    List<Column> keys = Wire.list(in, Wire::column);
    return new View(name, columns, keys, Wire.list(in, Source::read));
  }
}

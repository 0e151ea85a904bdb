package dev.sluice.example.probe;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import dev.sluice.example.web.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of the probe lake.
 *
 * @param path relative to the lake
 */
public record ProbeFile(String path, Format format, Type.Struct shape, List<Row> rows) {
  public ProbeFile {
    rows = List.copyOf(rows);
  }

  public static List<ProbeFile> all() {
    List<ProbeFile> all = new ArrayList<>(FlatFiles.all());
    all.addAll(NestedFiles.all());
    return List.copyOf(all);
  }

  /** Writes the file where it is to be; an older one goes. */
  public void write(Path lake) throws IOException {
    Path file = lake.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.deleteIfExists(file);
    format.files().write(file, shape, rows);
  }

  /** A row of values in the order of the columns. */
  static Row row(Type.Struct shape, @Nullable Object... values) {
    if (values.length != shape.fields().size()) {
      throw new IllegalArgumentException(values.length + " values for " + shape.hive());
    }
    Row row = new Row();
    for (int i = 0; i < values.length; i++) {
      row.with(shape.fields().get(i).name(), values[i]);
    }
    return row;
  }
}

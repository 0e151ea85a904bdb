package dev.sluice.spark.protocol;

import dev.sluice.Column;
import dev.sluice.RowShape;
import dev.sluice.RowShape.Origin;
import dev.sluice.RowShape.ShapedColumn;
import dev.sluice.TableFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Where the rows of a view are written, and how.
 *
 * @param location an absolute path or a URI of a folder that is not there yet
 * @param shape what is written of each row
 * @param sortedBy columns by which the rows of each file are sorted
 * @param bytesOfFile how many bytes of the sources come into one file
 */
public record Target(
    TableFormat format, String location, RowShape shape, List<String> sortedBy, long bytesOfFile) {
  public Target {
    sortedBy = List.copyOf(sortedBy);
  }

  void write(DataOutputStream out) throws IOException {
    Wire.word(out, format);
    Wire.text(out, location);
    Wire.list(out, shape.explode(), Wire::text);
    Wire.list(out, shape.columns(), Target::write);
    Wire.list(out, sortedBy, Wire::text);
    out.writeLong(bytesOfFile);
  }

  static Target read(DataInputStream in) throws IOException {
    TableFormat format = Wire.word(in, TableFormat.class);
    String location = Wire.text(in);
    List<String> explode = Wire.list(in, Wire::text);
    RowShape shape = new RowShape(explode, Wire.list(in, Target::column));
    return new Target(format, location, shape, Wire.list(in, Wire::text), in.readLong());
  }

  private static void write(DataOutputStream out, ShapedColumn column) throws IOException {
    Wire.column(out, column.column());
    Wire.word(out, column.origin());
    Wire.list(out, column.path(), Wire::text);
  }

  private static ShapedColumn column(DataInputStream in) throws IOException {
    Column column = Wire.column(in);
    Origin origin = Wire.word(in, Origin.class);
    return new ShapedColumn(column, origin, Wire.list(in, Wire::text));
  }
}

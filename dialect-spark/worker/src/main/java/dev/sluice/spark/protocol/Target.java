package dev.sluice.spark.protocol;

import dev.sluice.TableFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Where the rows of a view are written, and how.
 *
 * @param location an absolute path or a URI of a folder that is not there yet
 * @param sortedBy columns by which the rows of each file are sorted
 * @param bytesOfFile how many bytes of the sources come into one file
 */
public record Target(TableFormat format, String location, List<String> sortedBy, long bytesOfFile) {
  public Target {
    sortedBy = List.copyOf(sortedBy);
  }

  void write(DataOutputStream out) throws IOException {
    Wire.word(out, format);
    Wire.text(out, location);
    Wire.list(out, sortedBy, Wire::text);
    out.writeLong(bytesOfFile);
  }

  static Target read(DataInputStream in) throws IOException {
    TableFormat format = Wire.word(in, TableFormat.class);
    String location = Wire.text(in);
    return new Target(format, location, Wire.list(in, Wire::text), in.readLong());
  }
}

package dev.sluice.spark.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A folder of files.
 *
 * @param location an absolute path or a URI
 * @param values one value a partition key; empty for an unpartitioned table
 */
public record Folder(String location, List<String> values) {
  public Folder {
    values = List.copyOf(values);
  }

  void write(DataOutputStream out) throws IOException {
    Wire.text(out, location);
    Wire.list(out, values, Wire::text);
  }

  static Folder read(DataInputStream in) throws IOException {
    String location = Wire.text(in);
    return new Folder(location, Wire.list(in, Wire::text));
  }
}

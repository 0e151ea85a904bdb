package dev.sluice.spark.protocol;

import dev.sluice.ResultColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The columns of a result, as Spark's analyser sees them. */
public record Description(List<ResultColumn> columns) {
  public Description {
    columns = List.copyOf(columns);
  }

  public Frame frame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire.list(new DataOutputStream(bytes), columns, Wire::resultColumn);
    return new Frame(Frame.Kind.COLUMNS, bytes.toByteArray());
  }

  public static Description of(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.body()));
    return new Description(Wire.list(in, Wire::resultColumn));
  }
}

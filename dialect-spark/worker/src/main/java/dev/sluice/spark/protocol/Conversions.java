package dev.sluice.spark.protocol;

import dev.sluice.ConvertedFiles;
import dev.sluice.ConvertedFiles.ColumnSum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What is said of files that are converted, as frames. */
public final class Conversions {
  private Conversions() {}

  /** The rows of a view, to be written. */
  public record Order(View view, Target target) {
    public Frame frame() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      view.write(out);
      target.write(out);
      return new Frame(Frame.Kind.CONVERT, bytes.toByteArray());
    }

    public static Order of(Frame frame) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.body()));
      View view = View.read(in);
      return new Order(view, Target.read(in));
    }
  }

  public static Frame frame(ConvertedFiles converted) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(converted.rows());
    Wire.list(out, converted.columns(), Conversions::write);
    return new Frame(Frame.Kind.CONVERTED, bytes.toByteArray());
  }

  public static ConvertedFiles converted(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.body()));
    long rows = in.readLong();
    List<ColumnSum> columns = Wire.list(in, Conversions::read);
    return new ConvertedFiles(rows, columns);
  }

  private static void write(DataOutputStream out, ColumnSum sum) throws IOException {
    Wire.text(out, sum.column());
    out.writeLong(sum.nulls());
    out.writeLong(sum.checksum());
  }

  private static ColumnSum read(DataInputStream in) throws IOException {
    String column = Wire.text(in);
    long nulls = in.readLong();
    return new ColumnSum(column, nulls, in.readLong());
  }
}

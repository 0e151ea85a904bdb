package dev.sluice.spark.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One message: a kind, a length, a body.
 *
 * @param body not copied; nobody writes to it once the frame is made
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared, and a copy of every batch would be waste
public record Frame(Kind kind, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  /** What a frame says. */
  public enum Kind {
    /** Client: a {@link Request}. */
    REQUEST,
    /** Client: a {@link Conversions.Order}. */
    CONVERT,
    /** Client: stop. Closing the socket says the same. */
    CANCEL,
    /** Worker: a count, then that many rows as {@link Values} writes them. */
    ROWS,
    /** Worker: finished and known tasks, two longs. */
    PROGRESS,
    /** Worker: the result's columns as Spark's analyser sees them; ends a description. */
    COLUMNS,
    /** Worker: what was converted, which ends the answer. */
    CONVERTED,
    /** Worker: all rows were sent. */
    END,
    /** Worker: stopped as asked. */
    CANCELLED,
    /** Worker: a {@link Failure}. */
    FAILED
  }

  public static Frame empty(Kind kind) {
    return new Frame(kind, NOTHING);
  }

  /**
   * Reads the next frame.
   *
   * @throws java.io.EOFException when the other side has gone
   */
  public static Frame read(DataInputStream in) throws IOException {
    int code = in.readUnsignedByte();
    int length = in.readInt();
    Kind[] kinds = Kind.values();
    if (code >= kinds.length || length < 0) {
      throw new IOException("Not a frame: kind " + code + ", length " + length);
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new java.io.EOFException("The connection ended inside a frame");
    }
    return new Frame(kinds[code], body);
  }

  public void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }
}

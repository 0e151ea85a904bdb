package dev.sluice.standin.redshift.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A message of the PostgreSQL protocol, version 3 (PostgreSQL 17 documentation, chapter 53): a
 * letter, a length and a body. Its text ends with a zero byte.
 */
final class Frame {
  private static final int LENGTH_BYTES = 4;

  private final char type;
  private final byte[] body;

  Frame(char type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  char type() {
    return type;
  }

  /** Not copied: messages are many. */
  byte[] body() {
    return body;
  }

  static Frame read(DataInputStream in) throws IOException {
    char type = (char) in.readUnsignedByte();
    byte[] body = new byte[in.readInt() - LENGTH_BYTES];
    in.readFully(body);
    return new Frame(type, body);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length + LENGTH_BYTES);
    out.write(body);
  }

  int bytes() {
    return 1 + LENGTH_BYTES + body.length;
  }

  /** The text that begins at {@code at}. */
  String text(int at) {
    return new String(body, at, end(at) - at, StandardCharsets.UTF_8);
  }

  /** Where the text that begins at {@code at} has its zero byte. */
  int end(int at) {
    int end = at;
    while (body[end] != 0) {
      end++;
    }
    return end;
  }

  int number(int at) {
    return ByteBuffer.wrap(body).getInt(at);
  }
}

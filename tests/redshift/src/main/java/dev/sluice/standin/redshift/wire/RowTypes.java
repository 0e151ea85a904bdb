package dev.sluice.standin.redshift.wire;

import java.nio.ByteBuffer;

/** Redshift has no type text: its texts are VARCHARs. */
final class RowTypes {
  private static final int TEXT = 25;
  private static final int UNKNOWN = 705;
  private static final int VARCHAR = 1043;

  /** Of a column, before its type: the table and the place in it. */
  private static final int BEFORE_TYPE = Integer.BYTES + Short.BYTES;

  /** And after it: size, modifier, format. */
  private static final int AFTER_TYPE = Short.BYTES + Integer.BYTES + Short.BYTES;

  private RowTypes() {}

  static Frame columns(Frame description) {
    ByteBuffer body = ByteBuffer.wrap(description.body());
    int count = body.getShort();
    for (int i = 0; i < count; i++) {
      body.position(description.end(body.position()) + 1 + BEFORE_TYPE);
      exchange(body);
      body.position(body.position() + AFTER_TYPE);
    }
    return description;
  }

  static Frame parameters(Frame description) {
    ByteBuffer body = ByteBuffer.wrap(description.body());
    int count = body.getShort();
    for (int i = 0; i < count; i++) {
      exchange(body);
    }
    return description;
  }

  private static void exchange(ByteBuffer body) {
    int type = body.getInt(body.position());
    body.putInt(type == TEXT || type == UNKNOWN ? VARCHAR : type);
  }
}

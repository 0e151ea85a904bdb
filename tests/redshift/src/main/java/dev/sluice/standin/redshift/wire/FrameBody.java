package dev.sluice.standin.redshift.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes the body of a {@link Frame}. Not shareable. */
final class FrameBody {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  FrameBody text(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8)).letter('\0');
  }

  FrameBody letter(char letter) {
    bytes.write(letter);
    return this;
  }

  FrameBody number(int number) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  FrameBody raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  Frame frame(char type) {
    return new Frame(type, bytes());
  }
}

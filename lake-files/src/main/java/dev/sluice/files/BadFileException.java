package dev.sluice.files;

import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import java.io.IOException;
import java.util.Arrays;

/** The columns of a file cannot be known; says why. */
final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FileFinding.Code code;
  private final String text;

  BadFileException(FileFinding.Code code, String text) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }

  FileSchema schema() {
    return FileSchema.unknown(code, text);
  }

  /** A file that is not, or no longer, of the format that it should be of. */
  static BadFileException unlike(String format, byte[] magic, FileBytes bytes) throws IOException {
    int length = (int) Math.min(bytes.size(), magic.length);
    boolean begun = Arrays.equals(bytes.read(0, length), 0, length, magic, 0, length);
    return begun
        ? new BadFileException(
            FileFinding.Code.TRUNCATED,
            "The file begins as %s does and ends too early, after %d bytes"
                .formatted(format, bytes.size()))
        : new BadFileException(
            FileFinding.Code.WRONG_FORMAT, "The file is not %s".formatted(format));
  }
}

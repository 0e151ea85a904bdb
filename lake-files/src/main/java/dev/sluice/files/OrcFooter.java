package dev.sluice.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.io.IOException;
import java.util.Arrays;
import org.apache.orc.OrcProto.CompressionKind;
import org.apache.orc.OrcProto.Footer;
import org.apache.orc.OrcProto.PostScript;

/**
 * The end of an ORC file: the footer, compressed as the file is; the postscript, which says how;
 * and the postscript's length in one byte.
 */
final class OrcFooter implements SchemaReader {
  private static final byte[] MAGIC = "ORC".getBytes(US_ASCII);

  /** Most footers fit, and one request to a store of objects costs more than the bytes. */
  private static final int FIRST_READ = 16 << 10;

  @Override
  public FileSchema read(FileBytes bytes) throws IOException, BadFileException {
    int read = (int) Math.min(FIRST_READ, bytes.size());
    byte[] tail = bytes.read(bytes.size() - read, read);
    int postScriptLength = tail[read - 1] & 0xFF;
    PostScript postScript = postScript(bytes, tail, postScriptLength);
    int length = footerLength(bytes, postScript, postScriptLength);
    int start = read - 1 - postScriptLength - length;
    byte[] compressed =
        start >= 0
            ? Arrays.copyOfRange(tail, start, start + length)
            : bytes.read(bytes.size() - 1 - postScriptLength - length, length);
    return OrcTypes.schema(footer(postScript, compressed).getTypesList());
  }

  private static PostScript postScript(FileBytes bytes, byte[] tail, int length)
      throws IOException, BadFileException {
    int start = tail.length - 1 - length;
    if (start >= 0) {
      try {
        PostScript postScript =
            PostScript.parseFrom(Arrays.copyOfRange(tail, start, tail.length - 1));
        if (postScript.getMagic().equals("ORC")) {
          return postScript;
        }
      } catch (IOException e) {
        // Not the end of an ORC file, then.
      }
    }
    throw BadFileException.unlike("an ORC file", MAGIC, bytes);
  }

  private static int footerLength(FileBytes bytes, PostScript postScript, int postScriptLength)
      throws BadFileException {
    long length = postScript.getFooterLength();
    if (length <= 0 || length > bytes.size() - MAGIC.length - 1 - postScriptLength) {
      throw new BadFileException(
          Code.BROKEN,
          "The ORC file of %d bytes claims a footer of %s"
              .formatted(bytes.size(), Long.toUnsignedString(length)));
    }
    if (length > MOST_BYTES) {
      throw new BadFileException(
          Code.TOO_LARGE,
          "The ORC file's footer of %d bytes is over %d".formatted(length, MOST_BYTES));
    }
    return (int) length;
  }

  private static Footer footer(PostScript postScript, byte[] compressed) throws BadFileException {
    CompressionKind kind = postScript.getCompression();
    // A kind that came later than this code reads as the default, which is none.
    if (!postScript.hasCompression()) {
      throw new BadFileException(
          Code.UNSUPPORTED_COMPRESSION, "The ORC file does not say a compression that is known");
    }
    try {
      long blockSize = postScript.getCompressionBlockSize();
      return Footer.parseFrom(OrcCompression.decompress(kind, blockSize, compressed));
    } catch (IOException e) {
      throw new BadFileException(Code.BROKEN, "The ORC file's footer cannot be understood");
    }
  }
}

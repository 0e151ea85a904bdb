package dev.sluice.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.Util.DefaultFileMetaDataConsumer;

/** The end of a Parquet file: a description in Thrift, its length, four letters. */
final class ParquetFooter implements SchemaReader {
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
  private static final String ENCRYPTED = "PARE";

  /** The description's length and the letters. */
  private static final int END = 8;

  /** Most descriptions fit, and one request to a store of objects costs more than the bytes. */
  private static final int FIRST_READ = 32 << 10;

  @Override
  public FileSchema read(FileBytes bytes) throws IOException, BadFileException {
    int read = (int) Math.min(FIRST_READ, bytes.size());
    byte[] tail = bytes.read(bytes.size() - read, read);
    int length = length(bytes, tail);
    int start = read - END - length;
    byte[] more = start >= 0 ? tail : bytes.read(bytes.size() - END - length, length);
    ByteArrayInputStream in = new ByteArrayInputStream(more, Math.max(start, 0), length);
    return ParquetTypes.schema(elements(in, length));
  }

  private static int length(FileBytes bytes, byte[] tail) throws IOException, BadFileException {
    String letters =
        tail.length < END + MAGIC.length ? "" : new String(tail, tail.length - 4, 4, US_ASCII);
    if (letters.equals(ENCRYPTED)) {
      throw new BadFileException(Code.ENCRYPTED, "The Parquet file's footer is encrypted");
    }
    if (!letters.equals("PAR1")) {
      throw BadFileException.unlike("a Parquet file", MAGIC, bytes);
    }
    int end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(tail.length - END);
    long length = Integer.toUnsignedLong(end);
    if (length == 0 || length > bytes.size() - END - MAGIC.length) {
      throw new BadFileException(
          Code.BROKEN,
          "The Parquet file of %d bytes claims a footer of %d".formatted(bytes.size(), length));
    }
    if (length > MOST_BYTES) {
      throw new BadFileException(
          Code.TOO_LARGE,
          "The Parquet file's footer of %d bytes is over %d".formatted(length, MOST_BYTES));
    }
    return (int) length;
  }

  /** The row groups, which make up most of a footer, are passed over. */
  private static List<SchemaElement> elements(ByteArrayInputStream in, int length)
      throws IOException, BadFileException {
    FileMetaData footer = new FileMetaData();
    try {
      Util.readFileMetaData(in, new DefaultFileMetaDataConsumer(footer), true, null, null, length);
    } catch (IOException e) {
      throw new BadFileException(Code.BROKEN, "The Parquet file's footer cannot be understood");
    }
    if (footer.getSchema() == null || footer.getSchema().isEmpty()) {
      throw new BadFileException(Code.BROKEN, "The Parquet file's footer has no schema");
    }
    return footer.getSchema();
  }
}

package dev.sluice.example.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The description at the end of a Parquet file: the footer, its length, and four letters.
 *
 * <p>Parquet gathers a column's encodings in a hash set of enum constants, whose order is another
 * in each process. Sorted, the same rows give the same bytes.
 */
final class ParquetFooter {
  /** The length and {@code PAR1}. */
  private static final int TAIL = 8;

  private ParquetFooter() {}

  static void sortEncodings(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - TAIL;
    int length = ByteBuffer.wrap(bytes, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] sorted = sorted(bytes, end - length, length);
    if (sorted.length != length) {
      throw new IOException("The footer of " + file + " is written in another way than it is read");
    }
    System.arraycopy(sorted, 0, bytes, end - length, length);
    Files.write(file, bytes);
  }

  private static byte[] sorted(byte[] bytes, int start, int length) throws IOException {
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        List<Encoding> encodings = column.getMeta_data().getEncodings();
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    Util.writeFileMetaData(footer, out);
    return out.toByteArray();
  }
}

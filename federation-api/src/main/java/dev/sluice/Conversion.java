package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that are to be converted.
 *
 * @param source the table, with the columns that are read
 * @param partition whose files are read; null for a table without partitions
 * @param shape what is written of each row
 * @param format of the files to write: Parquet or ORC
 * @param location of the folder to write, which is not there yet
 * @param sortedBy columns by which the rows of each file are sorted; may be empty
 * @param bytesOfFile how many bytes of the source come into one file
 */
public record Conversion(
    Table source,
    @Nullable Partition partition,
    RowShape shape,
    TableFormat format,
    String location,
    List<String> sortedBy,
    long bytesOfFile) {
  public Conversion {
    sortedBy = List.copyOf(sortedBy);
    if (format != TableFormat.PARQUET && format != TableFormat.ORC) {
      throw new IllegalArgumentException("Files are converted to Parquet or ORC, not " + format);
    }
    if (source.isPartitioned() == (partition == null)) {
      throw new IllegalArgumentException(
          "A partition is named where the table has some: " + source);
    }
  }
}

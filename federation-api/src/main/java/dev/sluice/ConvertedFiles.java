package dev.sluice;

import java.util.List;

/**
 * What a conversion has read and, as was checked, written.
 *
 * @param columns one a column, in the table's order
 */
public record ConvertedFiles(long rows, List<ColumnSum> columns) {
  public ConvertedFiles {
    columns = List.copyOf(columns);
  }

  /**
   * What all values of a column come to.
   *
   * @param nulls how many are NULL
   * @param checksum of all values, whatever their order
   */
  public record ColumnSum(String column, long nulls, long checksum) {}
}

package dev.sluice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the catalog says of a table that was converted from another, its twin: parameters of its own
 * entry, and of each partition's. They are all that is known of a conversion, so that one change of
 * the catalog publishes files and what is known of them together.
 */
public final class ConvertedTable {
  /** Of the table: which one it was made of, as {@code database.table}. */
  public static final String OF = "sluice.converted-from";

  /** Of the table: what rows became, in words; {@link #SAME_ROWS} where they are the source's. */
  public static final String SHAPE = "sluice.shape";

  /** The shape of a table whose rows are those of its source. */
  public static final String SAME_ROWS = "as it is";

  /** Of each partition, or of a table without any: a digest of what it was made of. */
  public static final String SOURCE = "sluice.source";

  /** Beside it: the bytes of the files that it was made of. */
  public static final String SOURCE_BYTES = "sluice.source-bytes";

  /** Beside it: the bytes of its own files. */
  public static final String BYTES = "sluice.bytes";

  private ConvertedTable() {}

  /** What the table that a table is converted to is called, unless somebody names it otherwise. */
  public static TableName usualName(TableName source) {
    return new TableName(source.database(), source.table() + "_converted");
  }

  /** Which table it was made of; empty for one that was not made by conversion. */
  public static Optional<String> source(Table table) {
    return Optional.ofNullable(table.parameters().get(OF));
  }

  /** Whether it holds the rows of a table, one for one. */
  public static boolean holdsRowsOf(TableName source, Table table) {
    return source.toString().equals(table.parameters().get(OF))
        && SAME_ROWS.equals(table.parameters().get(SHAPE));
  }

  /** What an entry was made of; empty for one of which nothing was published yet. */
  public static Optional<String> digest(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get(SOURCE));
  }

  /**
   * How many bytes fewer the files of what is scanned have than those of the source; negative where
   * they have more, and 0 where the entries do not tell.
   */
  public static long savedBytes(TableScan twin) {
    if (!twin.table().isPartitioned()) {
      return saved(twin.table().parameters()).orElse(0);
    }
    List<OptionalLong> saved =
        twin.partitions().stream().map(partition -> saved(partition.parameters())).toList();
    return saved.stream().allMatch(OptionalLong::isPresent)
        ? saved.stream().mapToLong(OptionalLong::getAsLong).sum()
        : 0;
  }

  private static OptionalLong saved(Map<String, String> parameters) {
    String before = parameters.getOrDefault(SOURCE_BYTES, "");
    String after = parameters.getOrDefault(BYTES, "");
    return before.matches("\\d{1,18}") && after.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(before) - Long.parseLong(after))
        : OptionalLong.empty();
  }
}

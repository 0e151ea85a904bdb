package dev.sluice.sql.prune;

import dev.sluice.Column;
import dev.sluice.Partition;
import dev.sluice.TableScan;
import dev.sluice.sql.bind.SplitKey;
import java.util.List;

/** Whether ranges of a split key can be said of its keys. */
final class SplitRanges {
  private SplitRanges() {}

  /** Whether every partition writes each key with as many digits as the text has for it. */
  static boolean areRegular(SplitKey split, TableScan scan) {
    List<Column> keys = scan.table().partitionKeys();
    for (int i = 0; i < split.keys().size(); i++) {
      int index = keys.indexOf(split.keys().get(i));
      String digits = "\\d{" + SplitKey.digits(i) + "}";
      boolean isText = !isWhole(split.keys().get(i));
      for (Partition partition : scan.partitions()) {
        String value = partition.values().get(index);
        if (!value.matches(isText ? digits : "\\d{1," + SplitKey.digits(i) + "}")) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWhole(Column key) {
    return switch (key.type().toString()) {
      case "tinyint", "smallint", "integer", "bigint" -> true;
      default -> false;
    };
  }
}

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
      String regular = regular(i, isWhole(split.keys().get(i)));
      for (Partition partition : scan.partitions()) {
        String value = partition.values().get(index);
        if (!value.matches(regular)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A whole number has a zero before it only in the text. Of a year it would have none: {@code
   * 26-03} is above {@code 2026} as a text, and 26 is not above 2026.
   */
  private static String regular(int key, boolean isWhole) {
    if (!isWhole) {
      return "\\d{" + SplitKey.digits(key) + "}";
    }
    return key == 0 ? "[1-9]\\d{3}" : "\\d{1,2}";
  }

  private static boolean isWhole(Column key) {
    return switch (key.type().toString()) {
      case "tinyint", "smallint", "integer", "bigint" -> true;
      default -> false;
    };
  }
}

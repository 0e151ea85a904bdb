package dev.sluice.conversion;

import dev.sluice.Table;
import java.util.List;
import java.util.Locale;

/** What the folder of a partition is called, as Hive calls it: {@code day=2019-03-28/hour=7}. */
final class PartitionFolder {
  /** Of a table without partitions. */
  static final String WHOLE = "all";

  /** Characters that Hive writes as % and two hexadecimal digits, besides control characters. */
  private static final String ESCAPED = "\"#%'*/:=?\\{[]^ \u007f";

  private PartitionFolder() {}

  static String of(Table table, List<String> values) {
    if (values.isEmpty()) {
      return WHOLE;
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      path.append(i == 0 ? "" : "/")
          .append(escaped(table.partitionKeys().get(i).name()))
          .append('=')
          .append(escaped(values.get(i)));
    }
    return path.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c < ' ' || ESCAPED.indexOf(c) >= 0) {
        escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    // Two dots would lead elsewhere; nothing at all would be no folder.
    return escaped.isEmpty() ? "__HIVE_DEFAULT_PARTITION__" : escaped.toString();
  }
}

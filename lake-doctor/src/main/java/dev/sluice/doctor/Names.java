package dev.sluice.doctor;

import dev.sluice.Table;
import java.util.ArrayList;
import java.util.List;

/** Partitions' names as folders have them, without the escapes. */
final class Names {
  private Names() {}

  static String of(Table table, List<String> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(table.partitionKeys().get(i).name() + "=" + values.get(i));
    }
    return String.join("/", parts);
  }
}

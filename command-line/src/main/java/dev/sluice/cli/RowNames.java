package dev.sluice.cli;

import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names and values of rows on their way to JSON. */
final class RowNames {
  private RowNames() {}

  /** The columns' names; one that was taken already gets a number, for an object needs it. */
  static List<String> distinct(List<ResultColumn> columns) {
    Set<String> all = new HashSet<>(columns.stream().map(ResultColumn::name).toList());
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (ResultColumn column : columns) {
      String name = column.name();
      int number = 2;
      while (!taken.add(name)) {
        do {
          name = column.name() + "_" + number++;
        } while (all.contains(name));
      }
      names.add(name);
    }
    return names;
  }

  static List<@Nullable Object> values(Rows rows) {
    int width = rows.columns().size();
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      values.add(rows.value(i));
    }
    return values;
  }
}

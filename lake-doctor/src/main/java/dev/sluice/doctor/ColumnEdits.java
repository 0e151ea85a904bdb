package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.doctor.Cure.ColumnEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What giving partitions the table's columns changes in them. */
final class ColumnEdits {
  private ColumnEdits() {}

  /** Partitions with equal columns are one edit. */
  static List<ColumnEdit> of(Patient patient, List<Integer> parts) {
    Map<List<Column>, List<Integer>> byColumns = new LinkedHashMap<>();
    for (int part : parts) {
      List<Column> columns = patient.parts().get(part).partition().columns();
      byColumns.computeIfAbsent(columns, same -> new ArrayList<>()).add(part);
    }
    List<ColumnEdit> edits = new ArrayList<>();
    byColumns.forEach(
        (columns, same) ->
            edits.add(
                new ColumnEdit(
                    PartitionRange.of(same), lines(columns, patient.table().columns()))));
    return edits;
  }

  private static List<String> lines(List<Column> before, List<Column> after) {
    Map<String, String> older = byName(before);
    Map<String, String> newer = byName(after);
    List<String> lines = new ArrayList<>();
    newer.forEach(
        (name, type) -> {
          String old = older.get(name);
          if (old == null) {
            lines.add("+ " + name + " " + type);
          } else if (!old.equals(type)) {
            lines.add("~ " + name + " " + old + " → " + type);
          }
        });
    older.forEach(
        (name, type) -> {
          if (!newer.containsKey(name)) {
            lines.add("- " + name + " " + type);
          }
        });
    if (!inOrder(older, newer)) {
      lines.add(
          "~ order "
              + String.join(", ", older.keySet())
              + " → "
              + String.join(", ", newer.keySet()));
    }
    return lines;
  }

  private static boolean inOrder(Map<String, String> older, Map<String, String> newer) {
    List<String> old = older.keySet().stream().filter(newer::containsKey).toList();
    List<String> fresh = newer.keySet().stream().filter(older::containsKey).toList();
    return old.equals(fresh);
  }

  private static Map<String, String> byName(List<Column> columns) {
    Map<String, String> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.putIfAbsent(column.name(), column.type().hive()));
    return byName;
  }
}

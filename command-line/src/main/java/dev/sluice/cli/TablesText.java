package dev.sluice.cli;

import dev.sluice.Column;
import dev.sluice.Partition;
import java.util.List;
import java.util.TreeMap;

/** What {@code tables} prints for a person. */
final class TablesText {
  private static final int LABEL = 14;
  private static final List<Integer> NONE = List.of(0, 0, 0, 0, 0);

  private TablesText() {}

  /**
   * @param problems what is wrong with databases that could not be read
   */
  static String list(List<TableSummary> tables, List<String> problems, Style style, int available) {
    if (tables.isEmpty() && problems.isEmpty()) {
      return "The catalog has no tables. A lake has them in catalog/DATABASE.tables.json.\n";
    }
    List<List<String>> rows = tables.stream().map(TablesText::row).toList();
    List<String> headers = List.of("Table", "Format", "Columns", "Partition keys", "Partitions");
    List<Boolean> right = List.of(false, false, true, false, true);
    StringBuilder text = new StringBuilder();
    text.append(TextTable.fitting(headers, right, NONE, rows, available).whole(rows));
    problems.forEach(problem -> text.append(style.warning(problem)).append('\n'));
    for (TableSummary summary : tables) {
      summary
          .table()
          .problem()
          .ifPresent(
              problem -> text.append(style.warning(summary.table() + ": " + problem)).append('\n'));
    }
    return text.toString();
  }

  private static List<String> row(TableSummary summary) {
    return List.of(
        summary.table().toString(),
        summary.format() + (summary.table().problem().isPresent() ? " (!)" : ""),
        String.valueOf(summary.table().columns().size()),
        String.join(", ", summary.keyNames()),
        partitionCount(summary));
  }

  private static String partitionCount(TableSummary summary) {
    if (!summary.table().isPartitioned()) {
      return "";
    }
    List<Partition> partitions = summary.partitions();
    return partitions == null ? "not known" : String.valueOf(partitions.size());
  }

  static String one(TableSummary summary, Style style, int width) {
    StringBuilder text = new StringBuilder();
    text.append(style.heading(summary.table().toString())).append('\n');
    summary
        .table()
        .problem()
        .ifPresent(problem -> field(text, "Problem", style.warning(problem), width));
    field(text, "Format", summary.format(), width);
    String location = summary.table().storage().location();
    field(text, "Location", location == null ? "none" : location, width);
    field(text, "Columns by", readMode(summary), width);
    if (summary.table().isUnderLakeFormation()) {
      field(text, "Guarded by", "Lake Formation", width);
    }
    partitions(text, summary, width);
    projection(text, summary, width);
    columns(text, style.heading("Columns"), summary.table().columns(), width);
    columns(text, style.heading("Partition keys"), summary.table().partitionKeys(), width);
    return text.toString();
  }

  private static String readMode(TableSummary summary) {
    return summary
        .declaredReadMode()
        .map(mode -> mode + ", as the table says")
        .orElse("each engine's default; the table does not say");
  }

  private static void partitions(StringBuilder text, TableSummary summary, int width) {
    if (!summary.table().isPartitioned()) {
      field(text, "Partitions", "not partitioned", width);
      return;
    }
    List<Partition> partitions = summary.partitions();
    if (partitions == null) {
      field(text, "Partitions", "not known: " + summary.partitionsUnknown(), width);
      return;
    }
    String count = String.valueOf(partitions.size());
    if (!partitions.isEmpty()) {
      count += ", from " + value(partitions.get(0));
      count += " to " + value(partitions.get(partitions.size() - 1));
    }
    field(text, "Partitions", count, width);
    if (summary.differing() > 0) {
      String rest = summary.differing() == 1 ? " has" : " have";
      field(text, "", summary.differing() + rest + " other columns than the table", width);
    }
  }

  private static String value(Partition partition) {
    return String.join("/", partition.values());
  }

  private static void projection(StringBuilder text, TableSummary summary, int width) {
    summary
        .table()
        .projection()
        .ifPresent(
            projection -> {
              String label = "Projection";
              for (var property : new TreeMap<>(projection.properties()).entrySet()) {
                field(text, label, property.getKey() + " = " + property.getValue(), width);
                label = "";
              }
            });
  }

  private static void columns(StringBuilder text, String heading, List<Column> columns, int width) {
    if (columns.isEmpty()) {
      return;
    }
    int longest = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    int pad = Math.min(longest, 40);
    text.append('\n').append(heading).append('\n');
    for (Column column : columns) {
      String name = column.name() + " ".repeat(Math.max(0, pad - column.name().length()));
      String type = Paragraph.fold(column.type().toString(), pad + 4, width).strip();
      text.append("  ").append(name).append("  ").append(type).append('\n');
      if (column.comment() != null) {
        text.append(Paragraph.fold("-- " + column.comment(), pad + 4, width));
      }
    }
  }

  private static void field(StringBuilder text, String label, String value, int width) {
    String shown = label + " ".repeat(LABEL - 2 - label.length());
    String folded = Paragraph.fold(value, LABEL, width).strip();
    text.append("  ").append(shown).append(folded).append('\n');
  }
}

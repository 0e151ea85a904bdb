package dev.sluice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Columns that partitions or files have and the table's list does not, where Lake Formation guards
 * the table: they may be hidden from who asks. That they are there, and where, is kept, for whoever
 * reads by position must know it; what they are called is not.
 */
public final class HiddenColumns {
  private HiddenColumns() {}

  /** The columns with names that say nothing in place of those that the table does not list. */
  public static List<Column> concealed(Table table, List<Column> columns) {
    if (!table.isUnderLakeFormation()) {
      return columns;
    }
    Map<String, String> names = names(table, columns);
    return names.isEmpty()
        ? columns
        : columns.stream()
            .map(
                column ->
                    names.containsKey(column.name())
                        ? new Column(names.get(column.name()), column.type())
                        : column)
            .toList();
  }

  /** What was found of the table's files, with such names in place of theirs. */
  public static List<LocationFiles> concealedFiles(Table table, List<LocationFiles> files) {
    return table.isUnderLakeFormation()
        ? files.stream().map(each -> concealed(table, each)).toList()
        : files;
  }

  private static LocationFiles concealed(Table table, LocationFiles files) {
    List<LocationFiles.Inspected> inspected =
        files.inspected().stream()
            .map(each -> new LocationFiles.Inspected(each.file(), concealed(table, each.schema())))
            .toList();
    return new LocationFiles(
        files.location(), files.files(), files.bytes(), inspected, files.finding());
  }

  private static FileSchema concealed(Table table, FileSchema schema) {
    Map<String, String> names = names(table, schema.columns());
    if (names.isEmpty()) {
      return schema;
    }
    List<FileFinding> findings = new ArrayList<>();
    for (FileFinding finding : schema.findings()) {
      String[] path = finding.path().toLowerCase(Locale.ROOT).split("\\.", 2);
      findings.add(
          names.containsKey(path[0])
              ? new FileFinding(finding.code(), names.get(path[0]), "")
              : finding);
    }
    return new FileSchema(concealed(table, schema.columns()), schema.sampled(), findings);
  }

  private static Map<String, String> names(Table table, List<Column> columns) {
    Set<String> listed = new HashSet<>();
    table.allColumns().forEach(column -> listed.add(column.name()));
    Map<String, String> names = new HashMap<>();
    for (Column column : columns) {
      if (!listed.contains(column.name())) {
        names.putIfAbsent(column.name(), "(not shown %d)".formatted(names.size() + 1));
      }
    }
    return names;
  }
}

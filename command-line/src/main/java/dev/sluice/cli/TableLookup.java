package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.List;

/** Finds tables by what a person types. */
final class TableLookup {
  private TableLookup() {}

  static List<Table> all(Catalog catalog) {
    return catalog.databases().stream()
        .flatMap(database -> catalog.tables(database).stream())
        .toList();
  }

  /** The table called {@code database.table}, or {@code table} where only one is called so. */
  static Table find(Catalog catalog, String text) {
    int dot = text.indexOf('.');
    if (dot >= 0) {
      TableName name = new TableName(text.substring(0, dot), text.substring(dot + 1));
      return catalog.table(name).orElseThrow(() -> notFound(catalog, text));
    }
    List<Table> found =
        all(catalog).stream().filter(t -> t.name().table().equalsIgnoreCase(text)).toList();
    return switch (found.size()) {
      case 0 -> throw notFound(catalog, text);
      case 1 -> found.get(0);
      default ->
          throw new SluiceException(
              ErrorCode.TABLE_NOT_FOUND, "Several tables are called " + text + ": " + found);
    };
  }

  private static SluiceException notFound(Catalog catalog, String text) {
    List<String> known =
        all(catalog).stream()
            .map(table -> text.contains(".") ? table.toString() : table.name().table())
            .toList();
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table " + text + " not found" + NearestName.question(text, known));
  }
}

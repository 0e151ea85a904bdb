package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds tables by what a person types. */
final class TableLookup {
  private TableLookup() {}

  /**
   * The tables of every database that can be read.
   *
   * @param problems takes what is wrong with each of the others
   */
  static List<Table> all(Catalog catalog, Consumer<SluiceException> problems) {
    List<Table> all = new ArrayList<>();
    for (String database : catalog.databases()) {
      try {
        all.addAll(catalog.tables(database));
      } catch (SluiceException unreadable) {
        problems.accept(unreadable);
      }
    }
    return all;
  }

  /** The table called {@code database.table}, or {@code table} where only one is called so. */
  static Table find(Catalog catalog, String text) {
    // A database's and a table's name may have dots themselves.
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      TableName name = new TableName(text.substring(0, dot), text.substring(dot + 1));
      Optional<Table> table = catalog.table(name);
      if (table.isPresent()) {
        return table.get();
      }
    }
    return byName(catalog, text);
  }

  private static Table byName(Catalog catalog, String text) {
    List<SluiceException> unreadable = new ArrayList<>();
    List<Table> found =
        all(catalog, unreadable::add).stream()
            .filter(each -> each.name().table().equalsIgnoreCase(text))
            .toList();
    if (found.isEmpty() && !unreadable.isEmpty() && !text.contains(".")) {
      // It could be there.
      throw unreadable.get(0);
    }
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
        all(catalog, unreadable -> {}).stream()
            .map(table -> text.contains(".") ? table.toString() : table.name().table())
            .toList();
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table " + text + " not found" + NearestName.question(text, known));
  }
}

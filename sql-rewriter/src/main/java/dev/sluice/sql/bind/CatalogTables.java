package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlIdentifier;

/** The tables that one query names, looked up once each. */
final class CatalogTables {
  private final Catalog catalog;
  private final Map<TableName, Table> tables = new TreeMap<>();

  CatalogTables(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Looks a table up, or says what was meant. */
  Table require(SqlIdentifier id) {
    if (id.names.size() == 1) {
      throw notFound(id, id.getSimple(), unqualifiedHint(id.getSimple()));
    }
    if (id.names.size() > 2) {
      throw notFound(id, String.join(".", id.names), "; name it as database.table");
    }
    TableName name = new TableName(id.names.get(0), id.names.get(1));
    Table known = tables.get(name);
    if (known != null) {
      return known;
    }
    Table table = catalog.table(name).orElseThrow(() -> notFound(id, name.toString(), hint(name)));
    table
        .problem()
        .ifPresent(
            problem -> {
              throw new SluiceException(
                  ErrorCode.TABLE_UNREADABLE,
                  "Table " + name + " cannot be queried: " + problem,
                  Positions.of(id));
            });
    tables.put(name, table);
    return table;
  }

  private static SluiceException notFound(SqlIdentifier id, String name, String hint) {
    return new SluiceException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table " + name + " not found at " + Positions.of(id) + hint,
        Positions.of(id));
  }

  private String unqualifiedHint(String table) {
    List<String> databases =
        catalog.databases().stream()
            .filter(database -> catalog.table(new TableName(database, table)).isPresent())
            .map(database -> database + "." + table)
            .toList();
    return databases.isEmpty()
        ? "; name it as database.table"
        : "; did you mean " + String.join(" or ", databases) + "?";
  }

  private String hint(TableName name) {
    List<String> databases = catalog.databases();
    if (!databases.contains(name.database())) {
      return NearestName.question(name.database(), databases).isEmpty()
          ? "; there is no database " + name.database() + " (there are " + databases + ")"
          : NearestName.question(name.database(), databases);
    }
    List<String> siblings =
        catalog.tables(name.database()).stream().map(table -> table.name().toString()).toList();
    return NearestName.question(name.toString(), siblings);
  }
}

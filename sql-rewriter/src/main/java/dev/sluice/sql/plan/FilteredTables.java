package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables of which the configuration asks a partition filter. One that is not there guards
 * nothing, so it is an error of the configuration. They are looked up by the first query and, once
 * all were found, not again.
 */
final class FilteredTables {
  private final Catalog catalog;
  private final Set<TableName> tables;
  private volatile boolean found;

  FilteredTables(Catalog catalog, Set<TableName> tables) {
    this.catalog = catalog;
    this.tables = Set.copyOf(tables);
    this.found = tables.isEmpty();
  }

  /**
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} if one is not there
   */
  Set<TableName> known() {
    if (!found) {
      long readable = new TreeSet<>(tables).stream().filter(this::isReadable).count();
      found = readable == tables.size();
    }
    return tables;
  }

  /** Whether the catalog could tell of a table; if not, it will say so where a query reads it. */
  private boolean isReadable(TableName name) {
    try {
      if (catalog.table(name).isPresent()) {
        return true;
      }
    } catch (SluiceException unreadable) {
      return false;
    }
    throw new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "The configuration asks a partition filter of table %s, which is not in the catalog%s"
            .formatted(name, hint(name)));
  }

  private String hint(TableName name) {
    List<String> databases = catalog.databases();
    if (!databases.contains(name.database())) {
      return NearestName.question(name.database(), databases);
    }
    List<String> siblings =
        catalog.tables(name.database()).stream().map(table -> table.name().toString()).toList();
    return NearestName.question(name.toString(), siblings);
  }
}

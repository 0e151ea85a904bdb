package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.GlueEntryException;
import dev.sluice.glue.GlueTables;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table with the entry that it was made of. Two are the same only if they are one: a table whose
 * entry has changed is another.
 */
final class GlueTable {
  private final Table table;
  private final JsonNode entry;
  private final @Nullable String catalog;
  private final TableName source;

  private GlueTable(Table table, JsonNode entry, @Nullable String catalog, TableName source) {
    this.table = table;
    this.entry = entry;
    this.catalog = catalog;
    this.source = source;
  }

  /**
   * @param catalog whose entry it is; null for the caller's own
   * @throws GlueEntryException when the entry has no name
   */
  static GlueTable of(String database, JsonNode entry, @Nullable String catalog)
      throws GlueEntryException {
    Table table = new GlueTables(UnaryOperator.identity()).table(database, entry);
    return new GlueTable(table, entry, catalog, table.name());
  }

  /** Where a resource link leads; empty for a table of its own. */
  Optional<Target> link() {
    JsonNode target = entry.path("TargetTable");
    return target.isObject()
        ? Optional.of(
            new Target(
                target.hasNonNull("CatalogId") ? target.path("CatalogId").asText() : null,
                new TableName(
                    target.path("DatabaseName").asText(), target.path("Name").asText())))
        : Optional.empty();
  }

  /** This link's name over the entry that it leads to. */
  GlueTable leadingTo(Target target, JsonNode targetEntry) throws GlueEntryException {
    ObjectNode named = targetEntry.deepCopy();
    named.put("Name", table.name().table());
    Table read = new GlueTables(UnaryOperator.identity()).table(table.name().database(), named);
    return new GlueTable(read, named, target.catalog(), target.name());
  }

  /** A table of another catalog or name. */
  record Target(@Nullable String catalog, TableName name) {}

  Table table() {
    return table;
  }

  /** The catalog that has its partitions; null for the caller's own. */
  @Nullable String catalog() {
    return catalog;
  }

  /** The name under which the catalog has its partitions. */
  TableName source() {
    return source;
  }

  boolean isMadeOf(GlueTable other) {
    return entry.equals(other.entry) && source.equals(other.source);
  }
}

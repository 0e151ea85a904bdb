package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.GlueEntryException;
import dev.sluice.glue.GlueTables;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A table with the entry that it was made of. */
final class GlueTable {
  private final Table table;
  private final JsonNode entry;
  private final Source source;

  /**
   * Under which name the catalog has a table and its partitions.
   *
   * @param catalog empty for the catalog that is read
   */
  record Source(Optional<String> catalog, TableName name) {}

  private GlueTable(Table table, JsonNode entry, Source source) {
    this.table = table;
    this.entry = entry;
    this.source = source;
  }

  /**
   * @throws GlueEntryException when the entry has no name
   */
  static GlueTable of(String database, JsonNode entry) throws GlueEntryException {
    Table table = new GlueTables(UnaryOperator.identity()).table(database, entry);
    return new GlueTable(table, entry, new Source(Optional.empty(), table.name()));
  }

  /**
   * Where a resource link leads; empty for a table of its own, and for a link into another Region,
   * whose Glue is not asked here.
   *
   * @param region where the catalog is asked
   */
  Optional<Source> link(String region) {
    JsonNode target = entry.path("TargetTable");
    return target.isObject() && target.path("Region").asText(region).equals(region)
        ? Optional.of(
            new Source(
                Optional.ofNullable(target.path("CatalogId").textValue()),
                new TableName(target.path("DatabaseName").asText(), target.path("Name").asText())))
        : Optional.empty();
  }

  /** This link's name over the entry that it leads to. */
  GlueTable leadingTo(Source target, JsonNode targetEntry) throws GlueEntryException {
    ObjectNode named = targetEntry.deepCopy();
    named.put("Name", table.name().table());
    Table read = new GlueTables(UnaryOperator.identity()).table(table.name().database(), named);
    return new GlueTable(read, named, target);
  }

  Table table() {
    return table;
  }

  Source source() {
    return source;
  }

  boolean isMadeOf(GlueTable other) {
    return entry.equals(other.entry) && source.equals(other.source);
  }
}

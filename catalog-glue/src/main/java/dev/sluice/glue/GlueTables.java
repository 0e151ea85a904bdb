package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Column;
import dev.sluice.PartitionProjection;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables of the entries of Glue's {@code TableList}. What is wrong with an entry stands in
 * {@link Table#problem()}; the rest of the table is as far as it was understood.
 */
public final class GlueTables {
  private static final String LAKE_FORMATION = "IsRegisteredWithLakeFormation";
  private static final String TEMPLATE = "storage.location.template";

  private final UnaryOperator<String> locations;
  private final GlueStorage storages;
  private final GlueColumns columns = new GlueColumns();

  /**
   * @param locations makes a location one that needs no further knowledge to be opened; may throw
   *     {@link IllegalArgumentException} for one that cannot be
   */
  public GlueTables(UnaryOperator<String> locations) {
    this.locations = locations;
    this.storages = new GlueStorage(locations);
  }

  /**
   * The table of one entry.
   *
   * @param database the database that was listed, whatever the entry says: the tables of a linked
   *     database name the database that is linked to
   * @throws GlueEntryException when the entry has no name to list it by
   */
  public Table table(String database, JsonNode entry) throws GlueEntryException {
    String name = GlueJson.text(entry, "Name");
    if (name == null) {
      throw new GlueEntryException("has no Name");
    }
    List<String> problems = new ArrayList<>();
    Map<String, String> parameters = GlueJson.texts(entry, "Parameters");
    JsonNode descriptor = entry.path("StorageDescriptor");
    Table.Builder table =
        Table.builder(new TableName(database, name))
            .columns(columns.read(descriptor.path("Columns"), "Columns", problems))
            .partitionKeys(columns.read(entry.path("PartitionKeys"), "PartitionKeys", problems))
            .underLakeFormation(isUnderLakeFormation(entry.path(LAKE_FORMATION)))
            .parameters(parameters);
    try {
      Optional<TableFormat> view = GlueViews.kind(entry);
      table.storage(
          view.isPresent()
              ? storages.ofView(view.get(), descriptor, parameters)
              : storages.ofTable(descriptor, parameters));
      table.viewDialects(GlueViews.dialects(entry));
      table.projection(projection(parameters));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    problems.addAll(problems(entry, parameters));
    problems.addAll(problems(table.build()));
    return table.problem(problems.isEmpty() ? null : String.join("; ", problems)).build();
  }

  /** Whatever is there and is not plainly false guards the table. */
  private static boolean isUnderLakeFormation(JsonNode registered) {
    boolean silent = registered.isMissingNode() || registered.isNull();
    return !silent && !registered.asText().equalsIgnoreCase("false");
  }

  /** What the entry itself lacks, or is, that no query can go through. */
  private static List<String> problems(JsonNode entry, Map<String, String> parameters) {
    if (entry.path("TargetTable").isObject()) {
      return List.of("It is a resource link to " + target(entry.path("TargetTable")));
    }
    if (entry.path("FederatedTable").isObject()) {
      return List.of("It is a federated table: its data lies outside the catalog's storage");
    }
    List<String> problems = new ArrayList<>();
    String type = GlueJson.text(entry, "TableType");
    if (type == null) {
      problems.add("TableType is missing; set it to EXTERNAL_TABLE or VIRTUAL_VIEW");
    } else if (GlueViews.kind(entry).isEmpty() && !isTable(type)) {
      problems.add("TableType " + type + " is not known");
    }
    JsonNode descriptor = entry.path("StorageDescriptor");
    if (!descriptor.isObject()) {
      problems.add("StorageDescriptor is missing");
    } else if (!descriptor.has("Columns")) {
      problems.add("StorageDescriptor has no Columns");
    }
    if ("true".equalsIgnoreCase(parameters.get("transactional"))) {
      problems.add("It is a transactional Hive table: its files hold deltas that must be merged");
    }
    return problems;
  }

  /** What is wrong between the parts of an entry that can be read. */
  private static List<String> problems(Table table) {
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (Column column : table.allColumns()) {
      if (!names.add(column.name()) && twice.add(column.name())) {
        problems.add("Two columns or partition keys are named " + column.name());
      }
    }
    Storage storage = table.storage();
    boolean readable = !GlueViews.isView(storage.format()) && !table.columns().isEmpty();
    if (readable && storage.location() == null && !table.isPartitioned()) {
      problems.add("StorageDescriptor has no Location");
    }
    return problems;
  }

  private @Nullable PartitionProjection projection(Map<String, String> parameters) {
    if (!"true".equalsIgnoreCase(parameters.get("projection.enabled"))) {
      return null;
    }
    Map<String, String> properties = new HashMap<>(parameters);
    properties.keySet().removeIf(key -> !key.startsWith("projection.") && !key.equals(TEMPLATE));
    properties.computeIfPresent(TEMPLATE, (key, template) -> locations.apply(template));
    return new PartitionProjection(properties);
  }

  private static boolean isTable(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return upper.equals("EXTERNAL_TABLE") || upper.equals("MANAGED_TABLE");
  }

  private static String target(JsonNode target) {
    String catalog = GlueJson.text(target, "CatalogId");
    String region = GlueJson.text(target, "Region");
    return GlueJson.text(target, "DatabaseName")
        + "."
        + GlueJson.text(target, "Name")
        + (catalog == null ? "" : " of catalog " + catalog)
        + (region == null ? "" : " in Region " + region);
  }
}

package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes Trino's file metastore, which its SQL could not fill so: partitions whose columns are not
 * the table's.
 */
final class MetastoreFiles {
  /** The partition key, and the one partition of each table. */
  static final String KEY = "datetime";

  static final String PARTITION = "2019-03-27-16";

  private final ObjectMapper json = new ObjectMapper();
  private final Path metastore;
  private final Path lake;

  MetastoreFiles(Path metastore, Path lake) {
    this.metastore = metastore;
    this.lake = lake;
  }

  void database(String name) throws IOException {
    ObjectNode database = json.createObjectNode().put("writerVersion", "411");
    database.put("ownerName", "tests").put("ownerType", "USER").putObject("parameters");
    Files.createDirectories(metastore.resolve(name));
    write(metastore.resolve("." + name + ".trinoSchema"), database);
  }

  void table(EvolvedTable table) throws IOException {
    Path folder = lake.resolve(table.folder());
    Path place = metastore.resolve(table.stored().database()).resolve(table.name());
    Path partition = Files.createDirectories(place.resolve(KEY + "=" + PARTITION));
    write(
        place.resolve(".trinoSchema"),
        described(table, Objects.requireNonNull(folder.getParent())));
    ObjectNode described = json.createObjectNode();
    columns(described.putArray("columns"), table.partition());
    describe(described, table, folder);
    write(partition.resolve(".trinoSchema"), described);
  }

  /** A table without partitions in the metastore, whose keys are texts. */
  void projected(ProjectedTable table) throws IOException {
    ObjectNode described = json.createObjectNode().put("writerVersion", "411");
    described.put("owner", "tests").put("tableType", "EXTERNAL_TABLE");
    columns(described.putArray("dataColumns"), table.table().columns());
    columns(described.putArray("partitionColumns"), table.table().partitionKeys());
    described.put("storageFormat", Stored.PARQUET_BY_NAME.storage());
    described.put("externalLocation", "file:" + lake.resolve(table.name()));
    described.putObject("parameters").put("EXTERNAL", "TRUE");
    table.parameters().forEach(described.withObjectProperty("parameters")::put);
    described.putObject("serdeParameters");
    described.putObject("columnStatistics");
    Path place = metastore.resolve(ProjectedTable.DATABASE).resolve(table.name());
    Files.createDirectories(place);
    write(place.resolve(".trinoSchema"), described);
  }

  private ObjectNode described(EvolvedTable table, Path location) {
    ObjectNode described = json.createObjectNode().put("writerVersion", "411");
    described.put("owner", "tests").put("tableType", "EXTERNAL_TABLE");
    columns(described.putArray("dataColumns"), table.columns());
    described.putArray("partitionColumns").addObject().put("name", KEY).put("type", "string");
    describe(described, table, location);
    described.withObjectProperty("parameters").put("EXTERNAL", "TRUE");
    table.properties().forEach(described.withObjectProperty("parameters")::put);
    return described;
  }

  private static void columns(ArrayNode described, List<Column> columns) {
    columns.forEach(
        column ->
            described.addObject().put("name", column.name()).put("type", column.type().hive()));
  }

  private static void describe(ObjectNode described, EvolvedTable table, Path location) {
    described.put("storageFormat", table.stored().storage());
    described.put("externalLocation", "file:" + location);
    described.putObject("parameters");
    ObjectNode serde = described.putObject("serdeParameters");
    table.serde().forEach(serde::put);
    described.putObject("columnStatistics");
    if (table.stored() == Stored.CSV) {
      // As the writer quotes nothing, the SerDe's defaults do.
      serde.put("separatorChar", ",");
    }
  }

  private void write(Path file, ObjectNode described) throws IOException {
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), described);
  }
}

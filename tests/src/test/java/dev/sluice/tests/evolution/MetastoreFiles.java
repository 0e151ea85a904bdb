package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.matrix.PartitionSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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

  static String table(EvolutionCase one, PartitionSchema partition) {
    return one.name() + "_" + partition.name().toLowerCase(Locale.ROOT);
  }

  /** A table over the case's file. */
  void table(Stored stored, EvolutionCase one, PartitionSchema schema) throws IOException {
    Path folder = lake.resolve(stored.files().folder(one));
    Path table = metastore.resolve(stored.database()).resolve(table(one, schema));
    Path partition = Files.createDirectories(table.resolve(KEY + "=" + PARTITION));
    write(
        table.resolve(".trinoSchema"),
        described(stored, one, Objects.requireNonNull(folder.getParent())));
    ObjectNode described = json.createObjectNode();
    columns(
        described.putArray("columns"), schema == PartitionSchema.STALE ? one.older() : one.newer());
    describe(described, stored, folder);
    write(partition.resolve(".trinoSchema"), described);
  }

  private ObjectNode described(Stored stored, EvolutionCase one, Path location) {
    ObjectNode table = json.createObjectNode().put("writerVersion", "411");
    table.put("owner", "tests").put("tableType", "EXTERNAL_TABLE");
    columns(table.putArray("dataColumns"), one.newer());
    table.putArray("partitionColumns").addObject().put("name", KEY).put("type", "string");
    describe(table, stored, location);
    table.withObjectProperty("parameters").put("EXTERNAL", "TRUE");
    return table;
  }

  private static void columns(ArrayNode columns, Type.Struct shape) {
    shape
        .fields()
        .forEach(
            field ->
                columns.addObject().put("name", field.name()).put("type", field.type().hive()));
  }

  private static void describe(ObjectNode described, Stored stored, Path location) {
    described.put("storageFormat", stored.storage());
    described.put("externalLocation", "file:" + location);
    described.putObject("parameters");
    described.putObject("serdeParameters");
    described.putObject("columnStatistics");
    if (stored == Stored.CSV) {
      // As the writer quotes nothing, the SerDe's defaults do.
      described.withObjectProperty("serdeParameters").put("separatorChar", ",");
    }
  }

  private void write(Path file, ObjectNode described) throws IOException {
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), described);
  }
}

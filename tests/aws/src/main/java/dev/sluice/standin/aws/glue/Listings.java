package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills a catalog from a lake's folder: {@code catalog/DATABASE.tables.json} and {@code
 * catalog/DATABASE.TABLE.partitions.json}, as {@code aws glue get-tables} and {@code
 * get-partitions} print them. The command prints times as text; the wire has seconds.
 */
record Listings(Path lake, UnaryOperator<String> locations) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = ".tables.json";
  private static final String PARTITIONS = ".partitions.json";

  void into(StoredCatalog catalog, String account) {
    for (Path file : files(TABLES)) {
      String name = file.getFileName().toString();
      String database = name.substring(0, name.length() - TABLES.length());
      StoredCatalog.StoredDatabase stored = database(catalog, account, database);
      for (JsonNode entry : read(file, "TableList")) {
        ObjectNode table = (ObjectNode) asOnTheWire(entry, null);
        table.put("DatabaseName", database.toLowerCase(Locale.ROOT)).put("CatalogId", account);
        stored.put(new StoredTable(table));
      }
    }
    for (Path file : files(PARTITIONS)) {
      partitions(catalog, account, file);
    }
  }

  private static StoredCatalog.StoredDatabase database(
      StoredCatalog catalog, String account, String name) {
    StoredCatalog.StoredDatabase known = catalog.database(account, name);
    return known != null
        ? known
        : catalog.add(
            account,
            JSON.createObjectNode()
                .put("Name", name.toLowerCase(Locale.ROOT))
                .put("CatalogId", account));
  }

  private void partitions(StoredCatalog catalog, String account, Path file) {
    String name = file.getFileName().toString();
    String table = name.substring(0, name.length() - PARTITIONS.length());
    for (Map.Entry<String, StoredCatalog.StoredDatabase> each :
        catalog.databases(account).entrySet()) {
      if (table.toLowerCase(Locale.ROOT).startsWith(each.getKey() + ".")) {
        StoredTable stored = each.getValue().table(table.substring(each.getKey().length() + 1));
        if (stored != null) {
          read(file, "Partitions")
              .forEach(entry -> stored.put((ObjectNode) asOnTheWire(entry, null)));
        }
      }
    }
  }

  private List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file, String member) {
    try {
      return JSON.readTree(file.toFile()).path(member);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode asOnTheWire(JsonNode node, @Nullable String member) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        // A table's parameters may be named like anything.
        boolean ofUser = "Parameters".equals(member);
        copy.set(each.getKey(), asOnTheWire(each.getValue(), ofUser ? null : each.getKey()));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(each -> copy.add(asOnTheWire(each, null)));
      return copy;
    }
    if (member != null && node.isTextual() && member.endsWith("Time")) {
      return JSON.getNodeFactory()
          .numberNode(OffsetDateTime.parse(node.asText()).toInstant().toEpochMilli() / 1000.0);
    }
    return "Location".equals(member) && !node.asText().isBlank()
        ? JSON.getNodeFactory().textNode(locations.apply(node.asText()))
        : node;
  }
}

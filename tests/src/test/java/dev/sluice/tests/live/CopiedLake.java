package dev.sluice.tests.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.TableName;
import dev.sluice.probe.Lake;
import dev.sluice.probe.LakeObject;
import dev.sluice.probe.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A lake folder as it is to be in S3 and in Glue. */
final class CopiedLake {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CopiedLake() {}

  /**
   * @param folder with locations relative to it, as the example lake has them
   * @param source the database of its catalog
   */
  static Lake of(Path folder, String source, String below, String database, String run)
      throws IOException {
    String there = below.replaceFirst("/+$", "") + "/sluice-lake-" + run;
    String prefix = "sluice_lake_" + run + "_";
    List<LakeObject> objects = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.startsWith("data/") || path.startsWith("schemas/")) {
          objects.add(new LakeObject(there + "/" + path, Files.size(file), () -> bytes(file)));
        }
      }
    }
    Path catalog = folder.resolve("catalog");
    List<LakeTable> tables = new ArrayList<>();
    for (JsonNode entry :
        JSON.readTree(catalog.resolve(source + ".tables.json").toFile()).path("TableList")) {
      String name = entry.path("Name").asText();
      Path listing = catalog.resolve(source + "." + name + ".partitions.json");
      List<JsonNode> partitions = new ArrayList<>();
      if (Files.exists(listing)) {
        JSON.readTree(listing.toFile())
            .path("Partitions")
            .forEach(partition -> partitions.add(moved(partition, there)));
      }
      ObjectNode moved = moved(entry, there);
      moved.put("Name", prefix + name).put("DatabaseName", database);
      tables.add(new LakeTable(new TableName(database, prefix + name), moved, partitions));
    }
    return new Lake(database, there, prefix, objects, tables);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode moved(JsonNode entry, String there) {
    ObjectNode moved = entry.deepCopy();
    ObjectNode storage = (ObjectNode) moved.path("StorageDescriptor");
    storage.put("Location", there + "/" + storage.path("Location").asText());
    JsonNode serde = storage.path("SerdeInfo").path("Parameters");
    if (serde.has("avro.schema.url")) {
      ((ObjectNode) serde)
          .put("avro.schema.url", there + "/" + serde.path("avro.schema.url").asText());
    }
    return moved;
  }
}

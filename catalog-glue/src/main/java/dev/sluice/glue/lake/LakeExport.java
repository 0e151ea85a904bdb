package dev.sluice.glue.lake;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Entries in a lake folder of their own, as the AWS command prints them. */
public final class LakeExport {
  private static final ObjectWriter JSON =
      JsonMapper.builder().build().writer(AwsCommandText.printer());

  private LakeExport() {}

  /**
   * Writes lakes beside one another into a new folder, which is there with all of them or not at
   * all.
   *
   * @param lakes by their places in the folder; of each table one listing
   * @return the folder, called by the time
   * @throws IOException when they cannot be written
   */
  public static Path write(Path parent, Clock clock, Map<String, List<TableListing>> lakes)
      throws IOException {
    Files.createDirectories(parent);
    Path target = parent.resolve(AwsCommandText.time(clock));
    Path fresh = Files.createDirectory(parent.resolve("." + UUID.randomUUID()));
    for (Map.Entry<String, List<TableListing>> lake : lakes.entrySet()) {
      Path catalog = fresh.resolve(lake.getKey()).resolve("catalog");
      write(Files.createDirectories(catalog), lake.getValue());
    }
    // Where something of that name is there already, this fails.
    return Files.move(fresh, target);
  }

  private static void write(Path catalog, List<TableListing> tables) throws IOException {
    Map<String, List<ObjectNode>> byDatabase = new TreeMap<>();
    Set<TableName> names = new HashSet<>();
    for (TableListing table : tables) {
      TableName name = table.name();
      if (!names.add(name)) {
        throw new IOException("Two tables of different catalogs are called " + name);
      }
      byDatabase.computeIfAbsent(name.database(), each -> new ArrayList<>()).add(table.table());
      write(catalog.resolve(name + ".partitions.json"), "Partitions", table.partitions());
    }
    for (Map.Entry<String, List<ObjectNode>> database : byDatabase.entrySet()) {
      Path file = catalog.resolve(database.getKey() + ".tables.json");
      write(file, "TableList", database.getValue());
    }
  }

  private static void write(Path file, String member, List<ObjectNode> entries) throws IOException {
    JSON.writeValue(file.toFile(), Map.of(member, entries));
  }

  /**
   * The listings of a lake that was written so.
   *
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} when there is no lake, and
   *     {@link ErrorCode#CATALOG_UNREADABLE} for one that cannot be read
   */
  public static List<TableListing> read(Path lake) {
    CatalogFolder folder = CatalogFolder.of(lake.toAbsolutePath().normalize());
    List<TableListing> tables = new ArrayList<>();
    for (String database : folder.databases()) {
      for (ObjectNode table : entries(folder.tables(database).orElseThrow(), "TableList")) {
        TableName name = new TableListing(table, List.of()).name();
        List<ObjectNode> partitions =
            folder.partitions(name).map(file -> entries(file, "Partitions")).orElse(List.of());
        tables.add(new TableListing(table, partitions));
      }
    }
    return tables;
  }

  private static List<ObjectNode> entries(Path file, String member) {
    List<ObjectNode> entries = new ArrayList<>();
    new Listing(file, member).read(entry -> entries.add((ObjectNode) entry));
    return entries;
  }
}

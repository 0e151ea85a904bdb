package dev.sluice.tests.conversion;

import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A lake of text files: {@code web.events} with a partition a day, {@code web.names} without any.
 * Its Sluice converts by copying, so that what is told of files is told of what was written.
 */
record TextLake(Path folder) {
  static final TableName EVENTS = new TableName("web", "events");
  static final TableName NAMES = new TableName("web", "names");

  /** Makes it, with so many days of one file each. */
  static TextLake make(Path folder, int days) throws IOException {
    Files.createDirectories(folder.resolve("catalog"));
    TextLake lake = new TextLake(folder.toRealPath());
    Path catalog = lake.folder.resolve("catalog");
    Files.writeString(
        catalog.resolve("web.tables.json"),
        "{\"TableList\": [%s, %s]}"
            .formatted(
                table("events", "[{\"Name\": \"day\", \"Type\": \"string\"}]"),
                table("names", "[]")));
    Files.writeString(
        catalog.resolve("web.events.partitions.json"),
        "{\"Partitions\": [%s]}"
            .formatted(
                IntStream.rangeClosed(1, days)
                    .mapToObj(day -> partition(day))
                    .collect(Collectors.joining(", "))));
    for (int day = 1; day <= days; day++) {
      lake.write(day, "a.txt", "1 of day " + day);
    }
    Files.createDirectories(lake.folder.resolve("data/names"));
    Files.writeString(lake.folder.resolve("data/names/n.txt"), "Ada");
    return lake;
  }

  private static String table(String name, String keys) {
    return """
        {"Name": "%1$s", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE", "Parameters": {},
          "PartitionKeys": %2$s, "StorageDescriptor": %3$s}"""
        .formatted(name, keys, descriptor("data/" + name));
  }

  private static String partition(int day) {
    return "{\"Values\": [\"%d\"], \"Parameters\": {}, \"StorageDescriptor\": %s}"
        .formatted(day, descriptor("data/events/day=" + day));
  }

  private static String descriptor(String location) {
    return """
        {"Columns": [{"Name": "line", "Type": "string"}], "Location": "%s",
          "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
          "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
          "SerdeInfo": {"SerializationLibrary":
            "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
            "Parameters": {"field.delim": ","}}}"""
        .formatted(location);
  }

  /** Puts its tables under Lake Formation. */
  void guard() throws IOException {
    Path tables = folder.resolve("catalog/web.tables.json");
    Files.writeString(
        tables,
        Files.readString(tables)
            .replace("\"TableType\":", "\"IsRegisteredWithLakeFormation\": true, \"TableType\":"));
  }

  /** Gives the tables these parameters. */
  void parameters(String members) throws IOException {
    Path tables = folder.resolve("catalog/web.tables.json");
    Files.writeString(
        tables,
        Files.readString(tables)
            .replaceFirst(
                "(?s)(\"events\".*?\"Parameters\"\\s*:\\s*)\\{[^}]*\\}", "$1{" + members + "}"));
  }

  /** Takes a day out of the catalog; its files stay. */
  void forget(int day) throws IOException {
    Path partitions = folder.resolve("catalog/web.events.partitions.json");
    String text = Files.readString(partitions);
    String entry = partition(day);
    Files.writeString(partitions, text.replace(entry + ", ", "").replace(", " + entry, ""));
  }

  Path day(int day) {
    return folder.resolve("data/events/day=" + day);
  }

  void write(int day, String file, String text) throws IOException {
    Files.createDirectories(day(day));
    Files.writeString(day(day).resolve(file), text);
  }

  Sluice open(CopyingEngine engine) {
    return Sluice.builder()
        .configuration(SluiceConfiguration.builder().lake(folder).build())
        .engine(engine)
        .open();
  }

  /** The texts of the files that each entry of a converted table shows, by its partition. */
  Map<List<String>, List<String>> shown(Sluice sluice, TableName name) {
    Table table = sluice.catalog().table(name).orElseThrow();
    Map<List<String>, List<String>> shown =
        new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
    if (!table.isPartitioned()) {
      shown.put(List.of(), texts(Path.of(String.valueOf(table.storage().location()))));
    } else {
      for (Partition partition :
          ((Partitions.Known) sluice.catalog().partitions(table, List.of())).listed()) {
        shown.put(
            partition.values(), texts(Path.of(String.valueOf(partition.storage().location()))));
      }
    }
    return shown;
  }

  /** What the source's files hold, in the same form. */
  Map<List<String>, List<String>> expected(int... days) {
    Map<List<String>, List<String>> expected =
        new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
    for (int day : days) {
      expected.put(List.of("" + day), texts(day(day)));
    }
    return expected;
  }

  static List<String> texts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file :
          files.filter(each -> !each.getFileName().toString().startsWith("_")).toList()) {
        texts.add(Files.readString(file));
      }
      return texts.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of versions, and of partitions in them, that lie on disk. */
  List<Path> written(TableName name) throws IOException {
    Path root = folder.resolve("data/" + name.table());
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root, 2)) {
      return all.filter(path -> path.getNameCount() == root.getNameCount() + 2).sorted().toList();
    }
  }
}

package dev.sluice.benchmarks;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.Catalog;
import dev.sluice.glue.lake.LakeFolderCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A lake folder with one table of many hourly partitions, as {@code aws glue} lists them. */
record HourlyLake(Path folder) {
  static final HourlyLake NONE = new HourlyLake(Path.of(""));
  static final String FOUR_HOURS =
      "SELECT page, count(*) AS n FROM web.hits"
          + " WHERE datetime BETWEEN '2024-03-28-08' AND '2024-03-28-11' GROUP BY page";

  /** Near to the last of 100,000 hours. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-28T10:30:00Z"), ZoneOffset.UTC);

  static final String LAST_DAY =
      "SELECT page, count(*) AS n FROM web.hits"
          + " WHERE datetime >= date_format(now() - INTERVAL '1' DAY, '%Y-%m-%d-%H') GROUP BY page";
  static final String LAST_DAY_BY_CAST =
      "SELECT page, count(*) AS n FROM web.hits"
          + " WHERE date_parse(datetime, '%Y-%m-%d-%H') >= now() - INTERVAL '1' DAY GROUP BY page";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH");
  private static final LocalDateTime START = LocalDateTime.of(2015, 1, 1, 0, 0);
  private static final int COLUMNS = 50;

  /** Later partitions have more columns: each schema adds one at the end. */
  static HourlyLake write(int partitions, int schemas) throws IOException {
    Path folder = Files.createTempDirectory("sluice-benchmark");
    Path catalog = Files.createDirectory(folder.resolve("catalog"));
    try (JsonGenerator json = json(catalog.resolve("web.tables.json"), "TableList")) {
      json.writeStartObject();
      json.writeStringField("Name", "hits");
      json.writeStringField("DatabaseName", "web");
      json.writeStringField("TableType", "EXTERNAL_TABLE");
      columns(json, "PartitionKeys", 0, "datetime");
      storage(json, "s3://web/hits/", COLUMNS + schemas);
      json.writeEndObject();
    }
    try (JsonGenerator json = json(catalog.resolve("web.hits.partitions.json"), "Partitions")) {
      for (int i = 0; i < partitions; i++) {
        String hour = START.plusHours(i).format(HOUR);
        json.writeStartObject();
        json.writeArrayFieldStart("Values");
        json.writeString(hour);
        json.writeEndArray();
        int schema = 1 + (int) ((long) i * schemas / partitions);
        storage(json, "s3://web/hits/datetime=" + hour + "/", COLUMNS + schema);
        json.writeEndObject();
      }
    }
    return new HourlyLake(folder);
  }

  Catalog open() {
    return LakeFolderCatalog.open(folder);
  }

  void delete() throws IOException {
    Path catalog = folder.resolve("catalog");
    Files.deleteIfExists(catalog.resolve("web.tables.json"));
    Files.deleteIfExists(catalog.resolve("web.hits.partitions.json"));
    Files.deleteIfExists(catalog);
    Files.deleteIfExists(folder);
  }

  private static JsonGenerator json(Path file, String list) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeArrayFieldStart(list);
    return json;
  }

  private static void storage(JsonGenerator json, String location, int columns) throws IOException {
    String parquet = "org.apache.hadoop.hive.ql.io.parquet.";
    json.writeObjectFieldStart("StorageDescriptor");
    columns(json, "Columns", columns, "page");
    json.writeStringField("Location", location);
    json.writeStringField("InputFormat", parquet + "MapredParquetInputFormat");
    json.writeObjectFieldStart("SerdeInfo");
    json.writeStringField("SerializationLibrary", parquet + "serde.ParquetHiveSerDe");
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("Parameters");
    json.writeStringField("classification", "parquet");
    json.writeEndObject();
  }

  private static void columns(JsonGenerator json, String list, int more, String first)
      throws IOException {
    json.writeArrayFieldStart(list);
    column(json, first, "string");
    for (int i = 0; i < more; i++) {
      column(json, "c" + i, "bigint");
    }
    json.writeEndArray();
  }

  private static void column(JsonGenerator json, String name, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("Name", name);
    json.writeStringField("Type", type);
    json.writeEndObject();
  }
}

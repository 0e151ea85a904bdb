package dev.sluice.sql;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that the tests of this module query. */
public final class TestLake {
  private TestLake() {}

  public static final DataType.Struct GEO =
      struct("lat", Primitive.DOUBLE, "lon", Primitive.DOUBLE, "city", Primitive.STRING);

  /** Nested columns of every kind, and a column of every type. */
  public static final Table EVENTS =
      table("web.events", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .column("n", Primitive.INTEGER)
          .column("small", Primitive.SMALLINT)
          .column("price", new DataType.Decimal(10, 2))
          .column("rate", new DataType.Decimal(6, 4))
          .column("ratio", Primitive.DOUBLE)
          .column("share", Primitive.REAL)
          .column("ok", Primitive.BOOLEAN)
          .column("d", Primitive.DATE)
          .column("ts", Primitive.TIMESTAMP)
          .column("raw", Primitive.BINARY)
          .column("code", new DataType.Char(3))
          .column("short", new DataType.Varchar(10))
          .column("value", Primitive.INTEGER)
          .column("device", struct("os", Primitive.STRING, "e", Primitive.INTEGER, "geo", GEO))
          .column(
              "bids",
              new DataType.Array(
                  struct(
                      "bidder",
                      Primitive.STRING,
                      "cpm",
                      Primitive.DOUBLE,
                      "deals",
                      new DataType.Array(Primitive.STRING))))
          .column("tags", new DataType.MapOf(Primitive.STRING, Primitive.STRING))
          .column("words", new DataType.Array(Primitive.STRING))
          .column("nums", new DataType.Array(Primitive.INTEGER))
          .partitionKey("datetime", Primitive.STRING)
          .build();

  /** Flat; two text keys and one of another type. */
  public static final Table VISITS =
      table("web.visits", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .column("n", Primitive.INTEGER)
          .partitionKey("datetime", Primitive.STRING)
          .partitionKey("region", new DataType.Varchar(20))
          .partitionKey("hour", Primitive.INTEGER)
          .build();

  /** Flat, without partitions. */
  public static final Table USERS =
      table("web.users", TableFormat.ORC)
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .column("country", Primitive.STRING)
          .build();

  public static final Table BYTES =
      table("web.bytes", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .column("tiny", Primitive.TINYINT)
          .build();

  public static final Table ICE =
      table("web.ice", TableFormat.ICEBERG)
          .column("id", Primitive.BIGINT)
          .column("device", struct("os", Primitive.STRING))
          .build();

  /** Its key says the hour of a timestamp, as it declares. */
  public static final Table HAPPENED =
      table("web.happened", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .column("ts", Primitive.TIMESTAMP)
          .partitionKey("datetime", Primitive.STRING)
          .parameters(
              Map.of(
                  "sluice.key.datetime.source", "ts",
                  "sluice.key.datetime.format", "yyyy-MM-dd-HH"))
          .build();

  /** A time split over keys of both kinds. */
  public static final Table HOURLY =
      table("web.hourly", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .partitionKey("year", Primitive.STRING)
          .partitionKey("month", Primitive.INTEGER)
          .partitionKey("region", Primitive.STRING)
          .partitionKey("day", new DataType.Varchar(2))
          .partitionKey("hour", Primitive.INTEGER)
          .build();

  /** A time split over whole numbers. */
  public static final Table MONTHLY =
      table("web.monthly", TableFormat.PARQUET)
          .column("id", Primitive.BIGINT)
          .partitionKey("year", Primitive.INTEGER)
          .partitionKey("month", Primitive.INTEGER)
          .build();

  private static final Table RECORDS =
      table("web.records", TableFormat.AVRO)
          .column("d", Primitive.DATE)
          .column("raw", Primitive.BINARY)
          .build();

  private static final Table BROKEN =
      table("web.broken", TableFormat.UNKNOWN).problem("its columns are missing").build();

  private static final Table ODD =
      table("web.odd", TableFormat.PARQUET)
          .column("select", Primitive.STRING)
          .column("group", Primitive.INTEGER)
          .column("a \"b\"", Primitive.STRING)
          .column("x`y", Primitive.STRING)
          .column("a.b", Primitive.STRING)
          .build();

  public static Catalog catalog() {
    return InMemoryCatalog.builder()
        .table(EVENTS, partitions(EVENTS, "2026-03-01-00", "2026-03-01-01", "2026-03-02-00"))
        .table(VISITS)
        .table(USERS)
        .table(BYTES)
        .table(ICE)
        .table(HOURLY)
        .table(MONTHLY)
        .table(HAPPENED)
        .table(RECORDS)
        .table(BROKEN)
        .table(ODD)
        .table(
            table("ads.users", TableFormat.PARQUET)
                .column("id", Primitive.BIGINT)
                .column("bids", Primitive.INTEGER)
                .build())
        .build();
  }

  public static Table.Builder table(String name, TableFormat format) {
    String[] parts = name.split("\\.", 2);
    return Table.builder(new TableName(parts[0], parts[1]))
        .storage(Storage.of(format, "s3://lake/" + name));
  }

  /** Partitions of the first key, with the table's own schema. */
  public static List<Partition> partitions(Table table, String... values) {
    List<Partition> partitions = new ArrayList<>();
    for (String value : values) {
      partitions.add(partition(table, table.columns(), value));
    }
    return partitions;
  }

  public static Partition partition(Table table, List<Column> columns, String value) {
    return new Partition(List.of(value), columns, table.storage(), Map.of());
  }

  /** Names and types in turn. */
  public static DataType.Struct struct(Object... namesAndTypes) {
    List<DataType.Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.add(new DataType.Field((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1]));
    }
    return new DataType.Struct(fields);
  }
}

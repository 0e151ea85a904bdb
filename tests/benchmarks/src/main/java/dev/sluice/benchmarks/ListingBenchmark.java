package dev.sluice.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a tool asks of the JDBC driver to show its tree: 10,000 tables with 50 columns each in a
 * lake folder, whose listing has been read before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx1g", "-XX:ActiveProcessorCount=2"})
public class ListingBenchmark {
  private static final int DATABASES = 10;
  private static final int TABLES = 10_000;
  private static final int COLUMNS = 50;

  private Path lake = Path.of("");
  private @Nullable Connection connection;

  @Setup
  public void lake() throws IOException, SQLException {
    lake = Files.createTempDirectory("sluice-listing-");
    Path catalog = Files.createDirectory(lake.resolve("catalog"));
    for (int database = 0; database < DATABASES; database++) {
      try (Writer listing =
          Files.newBufferedWriter(catalog.resolve("db" + database + ".tables.json"))) {
        write(listing, "db" + database);
      }
    }
    connection = DriverManager.getConnection("jdbc:sluice:lake:" + lake);
  }

  private static void write(Writer listing, String database) throws IOException {
    listing.write("{\"TableList\": [");
    for (int table = 0; table < TABLES / DATABASES; table++) {
      listing.write(table == 0 ? "" : ",\n");
      listing.write(
          """
          {"Name": "events_%1$d", "DatabaseName": "%2$s", "TableType": "EXTERNAL_TABLE",
           "Parameters": {}, "PartitionKeys": [{"Name": "day", "Type": "string"}],
           "StorageDescriptor": {"Location": "s3://lake/%2$s/events_%1$d/",
            "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            "SerdeInfo": {"SerializationLibrary":
             "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"},
            "Columns": [{"Name": "id", "Type": "bigint"}\
          """
              .formatted(table, database));
      for (int column = 2; column < COLUMNS; column++) {
        listing.write(", {\"Name\": \"column_" + column + "\", \"Type\": \"varchar(100)\"}");
      }
      listing.write("]}}");
    }
    listing.write("]}");
  }

  private DatabaseMetaData metadata() throws SQLException {
    return Objects.requireNonNull(connection).getMetaData();
  }

  /** Every table. */
  @Benchmark
  public int tables() throws SQLException {
    return counted(metadata().getTables(null, null, "%", null), "TABLE_NAME", TABLES);
  }

  /** Every column of every table. */
  @Benchmark
  public int columns() throws SQLException {
    return counted(metadata().getColumns(null, null, "%", "%"), "COLUMN_NAME", TABLES * COLUMNS);
  }

  /** The columns of one that is named. */
  @Benchmark
  public int columnsOfOne() throws SQLException {
    return counted(
        metadata().getColumns(null, "db5", "events\\_500", null), "COLUMN_NAME", COLUMNS);
  }

  /** One more beside one that is open: what a pool opens. */
  @Benchmark
  public boolean anotherConnection() throws SQLException {
    try (Connection another = DriverManager.getConnection("jdbc:sluice:lake:" + lake)) {
      return another.isValid(0);
    }
  }

  private static int counted(ResultSet rows, String read, int expected) throws SQLException {
    int count = 0;
    try (rows) {
      while (rows.next()) {
        count += rows.getString(read) == null ? 0 : 1;
      }
    }
    if (count != expected) {
      throw new IllegalStateException(count + " rows instead of " + expected);
    }
    return count;
  }

  @TearDown
  public void remove() throws IOException, SQLException {
    Objects.requireNonNull(connection).close();
    FooterLake.delete(lake);
  }
}

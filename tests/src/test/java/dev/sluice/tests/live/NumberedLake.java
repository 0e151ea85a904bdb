package dev.sluice.tests.live;

import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two tables whose rows are numbered from 0: {@code narrow}, and {@code wide} with long texts. */
final class NumberedLake {
  static final Table NARROW = table("narrow");
  static final Table WIDE = table("wide");
  static final int NARROW_ROWS = 20_000;
  static final int WIDE_ROWS = 2;
  static final int WIDE_LENGTH = 10 << 20;

  private NumberedLake() {}

  private static Table table(String name) {
    return Table.builder(new TableName("web", name))
        .storage(Storage.of(TableFormat.PARQUET, "s3://lake/" + name))
        .column("n", Primitive.BIGINT)
        .column("c1", Primitive.STRING)
        .build();
  }

  static InMemoryCatalog catalog() {
    return InMemoryCatalog.builder().table(NARROW).table(WIDE).build();
  }

  /** What Athena is to answer with; how many rows says the query's LIMIT. */
  static Map<String, List<String>> texts() {
    return Map.of("narrow", List.of("x".repeat(60)), "wide", List.of("w".repeat(WIDE_LENGTH)));
  }

  static void load(RedshiftStandIn redshift) throws SQLException, IOException {
    redshift.tables().createSchema("web", "web", "arn:aws:iam::123456789012:role/spectrum");
    redshift.tables().add("web", NARROW, List.of(file(NARROW_ROWS, "x".repeat(60))));
    redshift.tables().add("web", WIDE, List.of(file(WIDE_ROWS, "w".repeat(WIDE_LENGTH))));
  }

  private static DataFile file(int rows, String text) {
    return new DataFile("s3://lake/file", 1, List.of(), () -> rows(rows, text));
  }

  private static Stream<List<@Nullable Object>> rows(int number, String text) {
    return LongStream.range(0, number).mapToObj(n -> Arrays.asList(n, text));
  }

  /** Its catalog in a folder. */
  static Path write(Path lake) throws IOException {
    Path catalog = Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        catalog.resolve("web.tables.json"),
        """
        {"TableList": [%s, %s]}
        """
            .formatted(entry("narrow"), entry("wide")));
    return lake;
  }

  private static String entry(String table) {
    return """
        {"Name": "%1$s", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
         "Parameters": {"classification": "parquet"}, "PartitionKeys": [],
         "StorageDescriptor": {"Location": "s3://lake/%1$s",
           "Columns": [{"Name": "n", "Type": "bigint"}, {"Name": "c1", "Type": "string"}],
           "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
           "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
           "SerdeInfo": {"SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}}}"""
        .formatted(table);
  }
}

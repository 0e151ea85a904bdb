package dev.sluice.tests.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A lake with one table, {@code web.clicks}, all of whose partitions are older than it. */
final class StaleLake {
  private static final String PARQUET =
      """
      "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
      "SerdeInfo": {
        "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}""";

  private StaleLake() {}

  static Path write(Path lake, int partitions) throws IOException {
    Path catalog = Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        catalog.resolve("web.tables.json"),
        """
        {"TableList": [{"Name": "clicks", "TableType": "EXTERNAL_TABLE",
          "PartitionKeys": [{"Name": "n", "Type": "string"}],
          "StorageDescriptor": {"Location": "clicks/",
            "Columns": [{"Name": "page", "Type": "struct<section:string,url:string>"}], %s}}]}
        """
            .formatted(PARQUET));
    Files.writeString(
        catalog.resolve("web.clicks.partitions.json"),
        IntStream.range(0, partitions)
            .mapToObj(
                i ->
                    """
                    {"Values": ["%d"], "StorageDescriptor": {"Location": "clicks/n=%d/",
                      "Columns": [{"Name": "page", "Type": "struct<url:string>"}], %s}}"""
                        .formatted(i, i, PARQUET))
            .collect(Collectors.joining(",\n", "{\"Partitions\": [", "]}\n")));
    return lake;
  }
}

package dev.sluice.glue.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of a lake's catalog, in the shapes of the AWS command line. */
record Lake(Path folder) {
  static Lake in(Path folder) {
    Lake lake = new Lake(folder);
    lake.make(folder.resolve("catalog"));
    return lake;
  }

  LakeFolderCatalog open() {
    return LakeFolderCatalog.open(folder);
  }

  Lake tables(String database, String... entries) {
    return file(
        database + ".tables.json",
        "{\n    \"TableList\": [\n" + String.join(",\n", entries) + "\n    ]\n}\n");
  }

  Lake partitions(String table, String... entries) {
    return file(
        table + ".partitions.json",
        "{\n    \"Partitions\": [\n" + String.join(",\n", entries) + "\n    ]\n}\n");
  }

  Lake file(String name, String content) {
    try {
      Files.writeString(folder.resolve("catalog").resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An ORC table with a column {@code id}. */
  static String table(String name, String... keys) {
    String partitionKeys =
        Stream.of(keys)
            .map(key -> "{\"Name\": \"" + key + "\", \"Type\": \"string\"}")
            .collect(Collectors.joining(", "));
    return """
                {
                    "Name": "%1$s",
                    "DatabaseName": "web",
                    "CreateTime": "2019-03-27T16:00:00+00:00",
                    "UpdateTime": 1553702400.0,
                    "Retention": 0,
                    "StorageDescriptor": %2$s,
                    "PartitionKeys": [%3$s],
                    "TableType": "EXTERNAL_TABLE",
                    "Parameters": {"EXTERNAL": "TRUE", "classification": "orc"},
                    "IsRegisteredWithLakeFormation": false,
                    "CatalogId": "123456789012"
                }"""
        .formatted(name, storage("web/" + name), partitionKeys);
  }

  static String partition(String value) {
    return """
                {
                    "Values": ["%1$s"],
                    "DatabaseName": "web",
                    "TableName": "clicks",
                    "CreationTime": 1553702400.0,
                    "StorageDescriptor": %2$s,
                    "Parameters": {"objectCount": "3", "recordCount": "1000", "classification": "orc"},
                    "CatalogId": "123456789012"
                }"""
        .formatted(value, storage("web/clicks/datetime=" + value));
  }

  private static String storage(String location) {
    return """
    {
                        "Columns": [{"Name": "id", "Type": "bigint"}],
                        "Location": "%s",
                        "InputFormat": "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
                        "OutputFormat": "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat",
                        "Compressed": false,
                        "NumberOfBuckets": -1,
                        "SerdeInfo": {
                            "SerializationLibrary": "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
                            "Parameters": {"serialization.format": "1"}
                        },
                        "StoredAsSubDirectories": false
                    }"""
        .formatted(location);
  }

  private void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.sluice.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A lake folder's catalog with columns of every type; there are no files. */
public final class TestLake {
  private static final String STORED =
      """
      "InputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
      "OutputFormat": "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
      "SerdeInfo": {"SerializationLibrary":
        "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"}
      """;

  private TestLake() {}

  public static Path write(Path folder) throws IOException {
    Path catalog = Files.createDirectories(folder.resolve("catalog"));
    Files.writeString(
        catalog.resolve("web.tables.json"),
        """
        {"TableList": [
          {"Name": "all_types", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
           "Parameters": {"comment": "one of each"}, "PartitionKeys": [],
           "StorageDescriptor": {"Location": "s3://lake/web/all_types/", %1$s, "Columns": [
             {"Name": "t", "Type": "boolean"}, {"Name": "i1", "Type": "tinyint"},
             {"Name": "i2", "Type": "smallint"}, {"Name": "i4", "Type": "int"},
             {"Name": "i8", "Type": "bigint", "Comment": "a long one"},
             {"Name": "f4", "Type": "float"},
             {"Name": "f8", "Type": "double"}, {"Name": "d", "Type": "decimal(12,2)"},
             {"Name": "s", "Type": "string"}, {"Name": "vc", "Type": "varchar(10)"},
             {"Name": "c", "Type": "char(4)"}, {"Name": "b", "Type": "binary"},
             {"Name": "day", "Type": "date"}, {"Name": "at", "Type": "timestamp"},
             {"Name": "device", "Type": "struct<os:string,lat:double>"},
             {"Name": "nums", "Type": "array<int>"},
             {"Name": "tags", "Type": "map<string,bigint>"}]}},
          {"Name": "by_day", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
           "Parameters": {}, "PartitionKeys": [{"Name": "day", "Type": "string"}],
           "StorageDescriptor": {"Location": "s3://lake/web/by_day/", %1$s, "Columns": [
             {"Name": "n", "Type": "int"}]}},
          {"Name": "byxday", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
           "Parameters": {}, "PartitionKeys": [],
           "StorageDescriptor": {"Location": "s3://lake/web/byxday/", %1$s, "Columns": [
             {"Name": "n", "Type": "int"}]}},
          {"Name": "seen", "DatabaseName": "web", "TableType": "VIRTUAL_VIEW",
           "ViewOriginalText": "/* Presto View: e30= */", "ViewExpandedText": "/* Presto View */",
           "Parameters": {"presto_view": "true"}, "PartitionKeys": [],
           "StorageDescriptor": {"Location": "", "SerdeInfo": {}, "Columns": [
             {"Name": "n", "Type": "int"}]}}]}
        """
            .formatted(STORED));
    Files.writeString(
        catalog.resolve("ads.tables.json"),
        """
        {"TableList": [
          {"Name": "bids", "DatabaseName": "ads", "TableType": "EXTERNAL_TABLE",
           "Parameters": {}, "PartitionKeys": [],
           "StorageDescriptor": {"Location": "s3://lake/ads/bids/", %1$s, "Columns": [
             {"Name": "n", "Type": "int"}]}}]}
        """
            .formatted(STORED));
    return folder;
  }

  public static String url(Path lake, String properties) {
    return "jdbc:sluice:lake:" + lake + "?inspectFiles=false&" + properties;
  }

  public static Connection connect(Path lake, String properties) throws SQLException {
    return DriverManager.getConnection(url(lake, properties));
  }
}

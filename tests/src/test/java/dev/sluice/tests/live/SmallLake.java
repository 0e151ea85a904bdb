package dev.sluice.tests.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lake of a few rows in OpenX's JSON, with the values that text cannot carry. */
final class SmallLake {
  private SmallLake() {}

  /**
   * @param lake must not exist
   */
  static Path write(Path lake) throws IOException {
    Path files = Files.createDirectories(lake.resolve("web/visits"));
    Files.writeString(
        files.resolve("part-0.json"),
        """
        {"id": "a", "device": {"os": "ios, \\"x\\" {a=1}", "width": 7}, "tags": ["x, y", "[z]"], "scores": {"k=1": 1.5}}
        {"id": "b", "device": {"os": null}, "tags": ["", null], "scores": {}}
        {"id": "c"}
        """);
    Path catalog = Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        catalog.resolve("web.tables.json"),
        """
        {"TableList": [{"Name": "visits", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
          "Parameters": {"EXTERNAL": "TRUE", "classification": "json"}, "PartitionKeys": [],
          "StorageDescriptor": {"Location": "web/visits", "NumberOfBuckets": -1,
            "Columns": [{"Name": "id", "Type": "string"},
              {"Name": "device", "Type": "struct<os:string,width:int>"},
              {"Name": "tags", "Type": "array<string>"},
              {"Name": "scores", "Type": "map<string,double>"}],
            "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
            "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            "SerdeInfo": {"SerializationLibrary": "org.openx.data.jsonserde.JsonSerDe", "Parameters": {"paths": "id,device,tags,scores"}}}}]}
        """);
    return lake;
  }
}

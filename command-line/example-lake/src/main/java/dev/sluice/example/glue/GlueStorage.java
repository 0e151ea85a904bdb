package dev.sluice.example.glue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.example.format.AvroSchemas;
import dev.sluice.example.format.Type;
import dev.sluice.example.web.AdEvents;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@code StorageDescriptor}: a table's or a partition's, which are alike. */
final class GlueStorage {
  private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
  private static final String TEXT_OUTPUT =
      "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

  /** Class names as Glue's crawlers write them. */
  private record Classes(String input, String output, String serde) {}

  private GlueStorage() {}

  static ObjectNode descriptor(
      ExampleTable table,
      Type.Struct columns,
      String location,
      Map<String, String> tableParameters) {
    Classes classes = classes(table.format());
    ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
    descriptor.set("Columns", GlueColumns.of(columns));
    descriptor.put("Location", location);
    descriptor.put("InputFormat", classes.input());
    descriptor.put("OutputFormat", classes.output());
    descriptor.put("Compressed", false);
    descriptor.put("NumberOfBuckets", -1);
    ObjectNode serde = descriptor.putObject("SerdeInfo");
    serde.put("SerializationLibrary", classes.serde());
    ObjectNode parameters = serde.putObject("Parameters");
    serdeParameters(table.format(), columns).forEach(parameters::put);
    descriptor.putArray("BucketColumns");
    descriptor.putArray("SortColumns");
    ObjectNode own = descriptor.putObject("Parameters");
    tableParameters.forEach(own::put);
    descriptor.put("StoredAsSubDirectories", false);
    return descriptor;
  }

  private static Classes classes(Format format) {
    return switch (format) {
      case AVRO, AVRO_BY_URL ->
          new Classes(
              "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
              "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat",
              "org.apache.hadoop.hive.serde2.avro.AvroSerDe");
      case PARQUET ->
          new Classes(
              "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
              "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
              "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe");
      case ORC ->
          new Classes(
              "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
              "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat",
              "org.apache.hadoop.hive.ql.io.orc.OrcSerde");
      case JSON_LINES -> new Classes(TEXT_INPUT, TEXT_OUTPUT, "org.openx.data.jsonserde.JsonSerDe");
      case CSV ->
          new Classes(
              TEXT_INPUT, TEXT_OUTPUT, "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe");
    };
  }

  private static Map<String, String> serdeParameters(Format format, Type.Struct columns) {
    Map<String, String> parameters = new LinkedHashMap<>();
    switch (format) {
      case AVRO -> parameters.put("avro.schema.literal", literal(columns));
      case AVRO_BY_URL -> parameters.put("avro.schema.url", GlueCatalog.SCHEMA_FILE);
      case PARQUET -> {}
      // Athena reads ORC by index unless told otherwise, Spectrum by name.
      case ORC -> parameters.put("orc.column.index.access", "false");
      case JSON_LINES ->
          parameters.put(
              "paths",
              columns.fields().stream().map(Type.Field::name).collect(Collectors.joining(",")));
      case CSV -> parameters.put("field.delim", ",");
    }
    parameters.put("serialization.format", format == Format.CSV ? "," : "1");
    return parameters;
  }

  private static String literal(Type.Struct columns) {
    return AvroSchemas.record(AdEvents.RECORD, columns).toString();
  }
}

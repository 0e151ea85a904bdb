package dev.sluice.evolution;

import java.util.List;
import java.util.Map;

/** Avro's types, logical types and unions, and tables that bring an Avro schema of their own. */
final class RecordedInAvro {
  private static final String TIME = "\"2019-03-27 16:00:00.123\"";

  private RecordedInAvro() {}

  /** A column of one type, whose schema is JSON. */
  private static Recorded of(String name, String type, String value) {
    return called("c", name, type, value);
  }

  /** The same of which the file has another name. */
  private static Recorded called(String file, String name, String type, String value) {
    String written = "\"name\": \"%s\", \"type\": %s".formatted(file, type);
    return Recorded.of(FileFormat.AVRO, name, written, value);
  }

  private static String logical(String type, String meaning) {
    return "{\"type\": \"%s\", \"logicalType\": \"%s\"}".formatted(type, meaning);
  }

  static List<Recorded> all() {
    return List.of(
        of("string", "\"string\"", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("varchar(2)", "\"ab\"")
            .as("char(5)", "\"abc  \"")
            .as("binary", "\"YWJj\"")
            .as("double", (String) null),
        of(
                "hive_varchar",
                "{\"type\": \"string\", \"logicalType\": \"varchar\", \"maxLength\": 5}",
                "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("varchar(10)", "\"abc\""),
        of(
                "enum",
                "{\"type\": \"enum\", \"name\": \"e\", \"symbols\": [\"abc\", \"x\"]}",
                "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\""),
        of("uuid", logical("string", "uuid"), "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\"")
            .as("string", "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\""),
        of("bytes", "\"bytes\"", "\"abc\"").as("binary", "\"YWJj\"").as("string", "\"abc\""),
        of("fixed", "{\"type\": \"fixed\", \"name\": \"f\", \"size\": 3}", "\"abc\"")
            .as("binary", "\"YWJj\"")
            .as("string", "\"abc\""),
        of("boolean", "\"boolean\"", "true")
            .as("boolean", "true")
            .as("string", "\"true\"")
            .as("int", (String) null),
        of("int", "\"int\"", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("int", "7")
            .as("bigint", "7")
            .as("float", "7")
            .as("date", (String) null),
        of("int_beyond", "\"int\"", "70000")
            .as("tinyint", (String) null)
            .as("smallint", (String) null),
        of("long", "\"long\"", "7")
            .as("bigint", "7")
            .as("int", "7")
            .as("double", "7")
            .as("decimal(22,2)", "7")
            .as("timestamp", (String) null),
        of("float", "\"float\"", "1.5").as("float", "1.5").as("double", "1.5"),
        of("double", "\"double\"", "1.5")
            .as("double", "1.5")
            .as("float", "1.5")
            .as("string", "\"1.5\""),
        of("null", "\"null\"", "null").as("string", "null").as("int", "null"),
        of("null_first", "[\"null\", \"int\"]", "{\"int\": 7}").as("int", "7").as("bigint", "7"),
        of("null_last", "[\"int\", \"null\"]", "{\"int\": 7}").as("int", "7").as("bigint", "7"),
        of("one_of_one", "[\"int\"]", "{\"int\": 7}").as("int", "7"),
        of("int_or_string", "[\"int\", \"string\"]", "{\"int\": 7}")
            .as("int", "7")
            .as("string", "\"7\""),
        of("null_int_or_string", "[\"null\", \"int\", \"string\"]", "{\"string\": \"abc\"}")
            .as("int", (String) null)
            .as("string", "\"abc\""),
        of("null_int_or_long", "[\"null\", \"int\", \"long\"]", "{\"int\": 7}")
            .as("int", "7")
            .as("bigint", "7"),
        of("date", logical("int", "date"), "17982")
            .as("date", "\"2019-03-27\"")
            .as("int", "17982")
            .as("timestamp", "\"2019-03-27 00:00:00.000\""),
        of("millis", logical("long", "timestamp-millis"), "1553702400123")
            .as("timestamp", TIME)
            .as("bigint", "1553702400123"),
        of("micros", logical("long", "timestamp-micros"), "1553702400123000")
            .as("timestamp", TIME)
            .as("bigint", "1553702400123000"),
        of("nanos", logical("long", "timestamp-nanos"), "1553702400123000000")
            .as("timestamp", TIME)
            .as("bigint", "1553702400123000000"),
        of("local_millis", logical("long", "local-timestamp-millis"), "1553702400123")
            .as("timestamp", TIME)
            .as("bigint", "1553702400123"),
        of("time_millis", logical("int", "time-millis"), "7").as("int", "7"),
        of("time_micros", logical("long", "time-micros"), "7").as("bigint", "7"),
        decimal("decimal_bytes", "\"type\": \"bytes\"", "\"\\u007b\""),
        decimal(
            "decimal_fixed",
            "\"type\": \"fixed\", \"name\": \"f\", \"size\": 4",
            "\"\\u0000\\u0000\\u0000\\u007b\""),
        of("list", "{\"type\": \"array\", \"items\": \"int\"}", "[7, 8]")
            .as("array<int>", "[7, 8]")
            .as("array<bigint>", "[7, 8]"),
        of("map", "{\"type\": \"map\", \"values\": \"int\"}", "{\"p\": 7}")
            .as("map<string,int>", "{\"p\": 7}"),
        record("part_string", "\"string\"", "\"abc\"").as("struct<u:varchar(5)>", "[\"abc\"]"),
        record(
                "part_enum",
                "{\"type\": \"enum\", \"name\": \"e\", \"symbols\": [\"abc\"]}",
                "\"abc\"")
            .as("struct<u:string>", "[\"abc\"]"),
        record("part_int", "\"int\"", "7")
            .as("struct<u:tinyint>", "[7]")
            .as("struct<u:int>", "[7]"),
        record("part_micros", logical("long", "timestamp-micros"), "1553702400123000")
            .as("struct<u:timestamp>", "[" + TIME + "]")
            .as("struct<u:bigint>", "[1553702400123000]"),
        of("defaulted", "\"int\", \"default\": 3", "7").as("int", "7"),
        of("aliased", "\"int\", \"aliases\": [\"was\"]", "7").as("int", "7"),
        called("was", "renamed", "\"int\"", "7")
            .as("int", literal("\"type\": \"int\", \"aliases\": [\"was\"]"), "7")
            .asBySerde("int", literal("\"type\": \"int\", \"aliases\": [\"was\"]"), "7")
            .as("bigint", literal("\"type\": \"long\", \"aliases\": [\"was\"]"), "7"),
        called("was", "replaced", "\"int\"", "7")
            .as("int", literal("\"type\": \"int\", \"default\": 3"), "3")
            .asBySerde("int", literal("\"type\": \"int\", \"default\": 3"), "3"),
        record("part_renamed", "\"int\"", "7")
            .as("struct<v:int>", literal(parts("{" + aliasOfU("int") + "}")), "[7]")
            .asBySerde("struct<v:int>", literal(parts("{" + aliasOfU("int") + "}")), "[7]"),
        record("part_added", "\"int\"", "7")
            .as(
                "struct<u:int,v:int>",
                literal(
                    parts(
                        "{\"name\": \"u\", \"type\": \"int\"},"
                            + " {\"name\": \"v\", \"type\": \"int\", \"default\": 3}")),
                "[7, 3]"),
        of(
                "enum_shrunk",
                "{\"type\": \"enum\", \"name\": \"e\", \"symbols\": [\"abc\", \"x\"]}",
                "\"abc\"")
            .as(
                "string",
                literal(
                    "\"type\": {\"type\": \"enum\", \"name\": \"e\","
                        + " \"symbols\": [\"x\"], \"default\": \"x\"}"),
                "\"x\""),
        of("int", "\"int\"", "7").as("bigint", literal("\"type\": \"long\""), "7"),
        of(
                "enum",
                "{\"type\": \"enum\", \"name\": \"e\", \"symbols\": [\"abc\", \"x\"]}",
                "\"abc\"")
            .as(
                "string",
                literal(
                    "\"type\": {\"type\": \"enum\", \"name\": \"e\","
                        + " \"symbols\": [\"abc\", \"x\"]}"),
                "\"abc\""));
  }

  private static String parts(String fields) {
    return "\"type\": {\"type\": \"record\", \"name\": \"r\", \"fields\": [%s]}".formatted(fields);
  }

  private static String aliasOfU(String type) {
    return "\"name\": \"v\", \"type\": \"%s\", \"aliases\": [\"u\"]".formatted(type);
  }

  /** A schema that the table brings, given what its field of the column has beside the name. */
  private static Map<String, String> literal(String column) {
    return Map.of(
        "avro.schema.literal",
        """
        {"type": "record", "name": "row", "fields": [
          {"name": "id", "type": "int"}, {"name": "c", %s}]}
        """
            .formatted(column));
  }

  private static Recorded record(String name, String type, String value) {
    return of(
        name,
        """
        {"type": "record", "name": "r", "fields": [{"name": "u", "type": %s}]}
        """
            .formatted(type),
        "{\"u\": %s}".formatted(value));
  }

  private static Recorded decimal(String name, String type, String value) {
    return of(
            name,
            "{%s, \"logicalType\": \"decimal\", \"precision\": 9, \"scale\": 2}".formatted(type),
            value)
        .as("decimal(9,2)", "1.23")
        .as("decimal(12,2)", "1.23")
        .as("decimal(12,4)", "1.23")
        .as("decimal(5,2)", "1.23")
        .as("decimal(9,1)", (String) null)
        .as("double", "1.23")
        .as("string", "\"1.23\"")
        .as("binary", (String) null);
  }
}

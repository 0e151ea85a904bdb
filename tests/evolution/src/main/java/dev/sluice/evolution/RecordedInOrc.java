package dev.sluice.evolution;

import java.util.List;

/** ORC's types, which are Hive's. */
final class RecordedInOrc {
  private static final String TIME = "\"2019-03-27 16:00:00.123\"";

  private RecordedInOrc() {}

  private static Recorded of(String name, String written, String value) {
    return Recorded.of(FileFormat.ORC, name, written, value);
  }

  static List<Recorded> all() {
    return List.of(
        of("string", "string", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("char(5)", "\"abc  \"")
            .as("binary", "\"YWJj\"")
            .as("double", (String) null),
        of("string_number", "string", "\"7\"").as("bigint", "7"),
        of("varchar", "varchar(5)", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("varchar(10)", "\"abc\"")
            .as("char(5)", "\"abc  \""),
        of("char", "char(5)", "\"abc\"")
            .as("string", "\"abc  \"")
            .as("varchar(5)", "\"abc  \"")
            .as("char(5)", "\"abc  \"")
            .as("char(8)", "\"abc     \""),
        of("binary", "binary", "\"abc\"").as("binary", "\"YWJj\"").as("string", "\"abc\""),
        of("boolean", "boolean", "true")
            .as("boolean", "true")
            .as("string", "\"true\"")
            .as("int", (String) null),
        of("tinyint", "tinyint", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("int", "7")
            .as("bigint", "7")
            .as("string", "\"7\""),
        of("smallint", "smallint", "300")
            .as("smallint", "300")
            .as("int", "300")
            .as("tinyint", (String) null),
        of("int", "int", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("bigint", "7")
            .as("float", "7")
            .as("varchar(5)", "\"7\"")
            .as("date", (String) null),
        of("int_beyond", "int", "70000").as("tinyint", (String) null).as("smallint", (String) null),
        of("bigint", "bigint", "7")
            .as("int", "7")
            .as("double", "7")
            .as("decimal(22,2)", "7")
            .as("decimal(12,2)", "7"),
        of("float", "float", "1.5").as("float", "1.5").as("double", "1.5"),
        of("double", "double", "1.5")
            .as("double", "1.5")
            .as("decimal(9,2)", "1.5")
            .as("string", "\"1.5\"")
            .as("int", (String) null),
        of("decimal", "decimal(9,2)", "\"1.23\"")
            .as("decimal(9,2)", "1.23")
            .as("decimal(12,2)", "1.23")
            .as("decimal(20,2)", "1.23")
            .as("decimal(12,4)", "1.23")
            .as("decimal(5,2)", "1.23")
            .as("decimal(9,4)", "1.23")
            .as("decimal(9,1)", (String) null)
            .as("double", "1.23")
            .as("string", "\"1.23\"")
            .as("int", (String) null),
        of("decimal_beyond", "decimal(9,2)", "\"123456.78\"")
            .as("decimal(5,2)", (String) null)
            .as("decimal(9,1)", (String) null)
            .as("decimal(9,4)", (String) null),
        of("decimal_long", "decimal(38,2)", "\"1.23\"")
            .as("decimal(38,2)", "1.23")
            .as("decimal(9,2)", "1.23"),
        of("date", "date", "\"2019-03-27\"")
            .as("date", "\"2019-03-27\"")
            .as("timestamp", "\"2019-03-27 00:00:00.000\"")
            .as("int", (String) null),
        of("timestamp", "timestamp", "\"2019-03-27T16:00:00.123Z\"")
            .as("timestamp", TIME)
            .as("string", TIME),
        of("timestamp_fine", "timestamp", "\"2019-03-27T16:00:00.122600Z\"").as("timestamp", TIME),
        of("instant", "timestamp with local time zone", "\"2019-03-27T16:00:00.123Z\"")
            .as("timestamp", TIME),
        of("part_tinyint", "struct<u:tinyint>", "{\"u\": 7}").as("struct<u:int>", "[7]"),
        of("part_varchar", "struct<u:varchar(5)>", "{\"u\": \"abc\"}")
            .as("struct<u:string>", "[\"abc\"]"),
        of("part_string", "struct<u:string>", "{\"u\": \"abc\"}")
            .as("struct<u:varchar(5)>", "[\"abc\"]")
            .as("struct<u:char(5)>", "[\"abc  \"]"),
        of("part_decimal", "struct<u:decimal(9,2)>", "{\"u\": \"1.23\"}")
            .as("struct<u:decimal(12,2)>", "[1.23]")
            .as("struct<u:decimal(12,4)>", "[1.23]"),
        of("part_bigint", "struct<u:bigint>", "{\"u\": 7}").as("struct<u:int>", "[7]"),
        of("element_string", "array<string>", "[\"abc\"]").as("array<varchar(5)>", "[\"abc\"]"));
  }
}

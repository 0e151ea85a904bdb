package dev.sluice.evolution;

import java.util.ArrayList;
import java.util.List;

/** Parquet's types, annotated and bare, and its older ways to write lists and maps. */
final class RecordedInParquet {
  /** 2019-03-27 16:00:00.123. */
  private static final String TIME = "\"2019-03-27 16:00:00.123\"";

  private RecordedInParquet() {}

  static List<Recorded> all() {
    List<Recorded> all = new ArrayList<>();
    all.addAll(texts());
    all.addAll(integers());
    all.addAll(decimals());
    all.addAll(others());
    all.addAll(times());
    all.addAll(lists());
    all.addAll(parts());
    return all;
  }

  private static Recorded of(String name, String written, String value) {
    return Recorded.of(FileFormat.PARQUET, name, "optional " + written, value);
  }

  private static List<Recorded> texts() {
    return List.of(
        of("utf8", "binary c (UTF8)", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("char(5)", "\"abc  \"")
            .as("binary", "\"YWJj\"")
            .as("boolean", (String) null)
            .as("double", (String) null),
        of("utf8_number", "binary c (UTF8)", "\"7\"").as("bigint", "7"),
        of("bare", "binary c", "\"abc\"")
            .as("binary", "\"YWJj\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("char(5)", "\"abc  \""),
        of("enum", "binary c (ENUM)", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\""),
        of("json", "binary c (JSON)", "\"abc\"").as("string", "\"abc\""),
        of("bson", "binary c (BSON)", "\"abc\"").as("binary", "\"YWJj\"").as("string", "\"abc\""),
        of("fixed", "fixed_len_byte_array(3) c", "\"abc\"")
            .as("binary", "\"YWJj\"")
            .as("string", "\"abc\""),
        of("uuid", "fixed_len_byte_array(16) c (UUID)", "\"0123456789abcdef\"")
            .as("binary", "\"MDEyMzQ1Njc4OWFiY2RlZg==\"")
            .as("string", (String) null));
  }

  private static List<Recorded> integers() {
    return List.of(
        of("int32", "int32 c", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("int", "7")
            .as("bigint", "7")
            .as("float", "7")
            .as("date", (String) null),
        of("int32_beyond", "int32 c", "70000")
            .as("tinyint", (String) null)
            .as("smallint", (String) null),
        of("int8", "int32 c (INT_8)", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("int", "7")
            .as("bigint", "7")
            .as("string", "\"7\""),
        of("int16", "int32 c (INT_16)", "300")
            .as("tinyint", (String) null)
            .as("smallint", "300")
            .as("int", "300")
            .as("bigint", "300"),
        of("int32_said", "int32 c (INT_32)", "7").as("int", "7").as("bigint", "7"),
        of("int64_said", "int64 c (INT_64)", "7").as("bigint", "7").as("int", "7"),
        of("int64", "int64 c", "7")
            .as("bigint", "7")
            .as("tinyint", "7")
            .as("int", "7")
            .as("double", "7")
            .as("decimal(22,2)", "7")
            .as("decimal(12,2)", "7")
            .as("timestamp", (String) null),
        of("uint32", "int32 c (UINT_32)", "-1").as("bigint", "4294967295"));
  }

  private static List<Recorded> decimals() {
    List<Recorded> all = new ArrayList<>();
    all.add(
        decimal("decimal_int32", "int32 c (DECIMAL(9,2))", "123")
            .as("decimal(20,2)", "1.23")
            .as("decimal(5,2)", "1.23")
            .as("decimal(9,4)", "1.23")
            .as("decimal(9,1)", (String) null)
            .as("double", "1.23")
            .as("int", (String) null));
    all.add(decimal("decimal_int64", "int64 c (DECIMAL(9,2))", "123"));
    all.add(decimal("decimal_fixed", "fixed_len_byte_array(4) c (DECIMAL(9,2))", "\"0x0000007b\""));
    all.add(
        decimal("decimal_binary", "binary c (DECIMAL(9,2))", "\"0x7b\"")
            .as("decimal(20,2)", "1.23")
            .as("decimal(9,1)", (String) null));
    all.add(
        of("decimal_long", "fixed_len_byte_array(16) c (DECIMAL(38,2))", zeros(15) + "7b\"")
            .as("decimal(38,2)", "1.23")
            .as("decimal(9,2)", "1.23"));
    all.add(
        of("decimal_whole", "fixed_len_byte_array(4) c (DECIMAL(9,0))", "\"0x0000007b\"")
            .as("int", "123")
            .as("bigint", "123"));
    all.add(
        of("decimal_beyond", "int32 c (DECIMAL(9,2))", "12345678")
            .as("decimal(5,2)", (String) null)
            .as("decimal(9,1)", (String) null)
            .as("decimal(9,4)", (String) null));
    return all;
  }

  private static String zeros(int bytes) {
    return "\"0x" + "00".repeat(bytes);
  }

  private static Recorded decimal(String name, String written, String value) {
    return of(name, written, value)
        .as("decimal(9,2)", "1.23")
        .as("decimal(12,4)", "1.23")
        .as("string", "\"1.23\"");
  }

  private static List<Recorded> others() {
    return List.of(
        of("float", "float c", "1.5").as("float", "1.5").as("string", "\"1.5\""),
        of("double", "double c", "1.5")
            .as("double", "1.5")
            .as("decimal(9,2)", "1.5")
            .as("string", "\"1.5\"")
            .as("int", (String) null),
        of("boolean", "boolean c", "true")
            .as("boolean", "true")
            .as("string", "\"true\"")
            .as("int", (String) null));
  }

  private static List<Recorded> times() {
    return List.of(
        of("date", "int32 c (DATE)", "17982")
            .as("date", "\"2019-03-27\"")
            .as("timestamp", "\"2019-03-27 00:00:00.000\"")
            .as("int", "17982"),
        of("int96", "int96 c", "\"0xc0d4de1263340000ca832500\"")
            .as("timestamp", TIME)
            .as("bigint", (String) null),
        time("millis", "TIMESTAMP(MILLIS,true)", "1553702400123").as("bigint", "1553702400123"),
        time("micros", "TIMESTAMP(MICROS,true)", "1553702400123000").as("date", (String) null),
        time("micros_fine", "TIMESTAMP(MICROS,true)", "1553702400122600"),
        time("nanos", "TIMESTAMP(NANOS,true)", "1553702400123000000"),
        time("local_millis", "TIMESTAMP(MILLIS,false)", "1553702400123"),
        time("local_micros", "TIMESTAMP(MICROS,false)", "1553702400123000"),
        time("local_nanos", "TIMESTAMP(NANOS,false)", "1553702400123000000"),
        of("time_millis", "int32 c (TIME_MILLIS)", "7").as("int", "7"));
  }

  private static Recorded time(String name, String annotation, String value) {
    return of(name, "int64 c (%s)".formatted(annotation), value).as("timestamp", TIME);
  }

  private static List<Recorded> lists() {
    return List.of(
        of(
                "list",
                "group c (LIST) { repeated group list { optional int32 element; } }",
                "{\"list\": [{\"element\": 7}, {\"element\": 8}]}")
            .as("array<int>", "[7, 8]"),
        of(
                "list_of_hive",
                "group c (LIST) { repeated group bag { optional int32 array_element; } }",
                "{\"bag\": [{\"array_element\": 7}, {\"array_element\": 8}]}")
            .as("array<int>", "[7, 8]"),
        of("list_two_levels", "group c (LIST) { repeated int32 array; }", "{\"array\": [7, 8]}")
            .as("array<int>", "[7, 8]"),
        of(
                "list_of_structs_two_levels",
                "group c (LIST) { repeated group array { optional int32 u; } }",
                "{\"array\": [{\"u\": 7}, {\"u\": 8}]}")
            .as("array<struct<u:int>>", "[[7], [8]]"),
        of(
                "list_of_pairs_two_levels",
                "group c (LIST) { repeated group element { optional int32 u; optional int32 w; } }",
                "{\"element\": [{\"u\": 7, \"w\": 1}, {\"u\": 8, \"w\": 2}]}")
            .as("array<struct<u:int,w:int>>", "[[7, 1], [8, 2]]"),
        of(
                "list_tuple",
                "group c (LIST) { repeated group c_tuple { optional int32 u; } }",
                "{\"c_tuple\": [{\"u\": 7}, {\"u\": 8}]}")
            .as("array<struct<u:int>>", "[[7], [8]]"),
        Recorded.of(FileFormat.PARQUET, "repeated", "repeated int32 c", "[7, 8]")
            .as("array<int>", "[7, 8]"),
        Recorded.of(
                FileFormat.PARQUET,
                "repeated_group",
                "repeated group c { optional int32 u; }",
                "[{\"u\": 7}, {\"u\": 8}]")
            .as("array<struct<u:int>>", "[[7], [8]]"),
        map("map", "MAP", "key_value"),
        map("map_of_old", "MAP_KEY_VALUE", "map"),
        map("map_of_hive", "MAP", "map"));
  }

  private static Recorded map(String name, String annotation, String entries) {
    return of(
            name,
            ("group c (%s) { repeated group %s { required binary key (UTF8);"
                    + " optional int32 value; } }")
                .formatted(annotation, entries),
            "{\"%s\": [{\"key\": \"p\", \"value\": 7}]}".formatted(entries))
        .as("map<string,int>", "{\"p\": 7}");
  }

  private static List<Recorded> parts() {
    return List.of(
        of("part_utf8", "group c { optional binary u (UTF8); }", "{\"u\": \"abc\"}")
            .as("struct<u:varchar(5)>", "[\"abc\"]")
            .as("struct<u:char(5)>", "[\"abc  \"]")
            .as("struct<u:binary>", "[\"YWJj\"]"),
        of("part_bare", "group c { optional binary u; }", "{\"u\": \"abc\"}")
            .as("struct<u:binary>", "[\"YWJj\"]")
            .as("struct<u:string>", "[\"abc\"]"),
        of("part_int32", "group c { optional int32 u; }", "{\"u\": 7}")
            .as("struct<u:tinyint>", "[7]")
            .as("struct<u:smallint>", "[7]")
            .as("struct<u:double>", "[7]"),
        of("part_int8", "group c { optional int32 u (INT_8); }", "{\"u\": 7}")
            .as("struct<u:tinyint>", "[7]"),
        of("part_int64", "group c { optional int64 u; }", "{\"u\": 7}").as("struct<u:int>", "[7]"),
        of("part_decimal", "group c { optional int32 u (DECIMAL(9,2)); }", "{\"u\": 123}")
            .as("struct<u:decimal(9,2)>", "[1.23]")
            .as("struct<u:decimal(12,2)>", "[1.23]")
            .as("struct<u:decimal(12,4)>", "[1.23]"),
        of("part_int96", "group c { optional int96 u; }", "{\"u\": \"0xc0d4de1263340000ca832500\"}")
            .as("struct<u:timestamp>", "[" + TIME + "]"),
        of(
                "part_micros",
                "group c { optional int64 u (TIMESTAMP(MICROS,true)); }",
                "{\"u\": 1553702400123000}")
            .as("struct<u:timestamp>", "[" + TIME + "]"),
        of(
                "element_utf8",
                "group c (LIST) { repeated group list { optional binary element (UTF8); } }",
                "{\"list\": [{\"element\": \"abc\"}]}")
            .as("array<varchar(5)>", "[\"abc\"]"));
  }
}

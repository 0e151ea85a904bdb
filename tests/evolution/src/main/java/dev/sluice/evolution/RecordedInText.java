package dev.sluice.evolution;

import java.util.List;

/** JSON's values, and text. */
final class RecordedInText {
  private RecordedInText() {}

  private static Recorded json(String name, String value) {
    return Recorded.of(FileFormat.JSON, name, "", value);
  }

  static List<Recorded> all() {
    return List.of(
        json("whole", "7")
            .as("tinyint", "7")
            .as("smallint", "7")
            .as("int", "7")
            .as("bigint", "7")
            .as("float", "7")
            .as("double", "7")
            .as("decimal(9,2)", "7")
            .as("string", "\"7\"")
            .as("varchar(5)", "\"7\"")
            .as("boolean", (String) null)
            .as("date", (String) null)
            .as("timestamp", (String) null),
        json("whole_beyond", "5000000000").as("int", (String) null).as("tinyint", (String) null),
        json("huge", "12345678901234567890123")
            .as("decimal(38,0)", "12345678901234567890123")
            .as("decimal(30,2)", "12345678901234567890123")
            .as("bigint", (String) null)
            .as("string", "\"12345678901234567890123\""),
        json("fraction", "1.5")
            .as("float", "1.5")
            .as("double", "1.5")
            .as("decimal(9,2)", "1.5")
            .as("string", "\"1.5\"")
            .as("int", (String) null)
            .as("bigint", (String) null),
        json("text", "\"abc\"")
            .as("string", "\"abc\"")
            .as("varchar(5)", "\"abc\"")
            .as("varchar(2)", "\"ab\"")
            .as("char(5)", "\"abc  \"")
            .as("binary", (String) null)
            .as("double", (String) null)
            .as("boolean", (String) null),
        json("text_number", "\"7\"").as("int", "7").as("double", "7").as("decimal(9,2)", "7"),
        json("text_true", "\"true\"").as("boolean", "true"),
        json("true", "true")
            .as("boolean", "true")
            .as("string", "\"true\"")
            .as("int", (String) null),
        json("date", "\"2019-03-27\"")
            .as("date", "\"2019-03-27\"")
            .as("timestamp", (String) null)
            .as("string", "\"2019-03-27\""),
        json("moment", "\"2019-03-27 16:00:00.123\"")
            .as("timestamp", "\"2019-03-27 16:00:00.123\""),
        json("object", "{\"u\": 7}")
            .as("struct<u:int>", "[7]")
            .as("struct<u:bigint>", "[7]")
            .as("struct<u:string>", "[\"7\"]")
            .as("map<string,int>", "{\"u\": 7}")
            .as("string", "\"{\\\"u\\\":7}\""),
        json("list", "[7, 8]")
            .as("array<int>", "[7, 8]")
            .as("array<bigint>", "[7, 8]")
            .as("array<double>", "[7, 8]")
            .as("array<string>", "[\"7\", \"8\"]")
            .as("int", (String) null),
        json("nothing", "null").as("int", "null").as("string", "null").as("array<int>", "null"),
        json("empty_object", "{}").as("struct<u:int>", "[null]").as("map<string,int>", "{}"),
        json("empty_list", "[]").as("array<int>", "[]"));
  }
}

package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.glue.HiveTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of OpenCSVSerDe that need not be text, one value of it, and what comes of
 * reading that: the value's text, or an error's code.
 *
 * @param documented what Amazon Athena's User Guide says of it, csv-serde, 2023-04-28; null where
 *     it says nothing
 * @param trino what Trino 411 does. Where it asks a Hive metastore or Glue, it calls every column
 *     of such tables text (trinodb/trino 4457, 2020-07, and 7059, 2021-02); with metastore files it
 *     does not
 * @param spark what Sluice's Spark does
 */
record TypedCsv(
    String name,
    String type,
    String written,
    @Nullable String documented,
    String trino,
    String spark) {
  /** Trino takes the SerDe's values for the text that they are, and then for the table's type. */
  private static final String NOT_TEXT = "GENERIC_INTERNAL_ERROR";

  /** Sluice's own reader does not guess. */
  static final String REFUSED = "USER_RAISED_EXCEPTION";

  static List<TypedCsv> all() {
    return List.of(
        new TypedCsv("text", "string", "abc", "abc", "abc", "abc"),
        new TypedCsv("empty_text", "string", "", null, "", ""),
        new TypedCsv("int", "int", "7", "7", NOT_TEXT, "7"),
        new TypedCsv("bigint", "bigint", "5000000000", "5000000000", NOT_TEXT, "5000000000"),
        new TypedCsv("double", "double", "1.5", "1.5", NOT_TEXT, "1.5"),
        new TypedCsv("boolean", "boolean", "true", "true", NOT_TEXT, "true"),
        new TypedCsv("empty_int", "int", "", "HIVE_BAD_DATA", NOT_TEXT, REFUSED),
        new TypedCsv("no_int", "int", "abc", null, NOT_TEXT, REFUSED),
        new TypedCsv("days", "date", "18276", "2020-01-15", NOT_TEXT, REFUSED),
        new TypedCsv("date", "date", "2020-01-15", null, NOT_TEXT, REFUSED),
        new TypedCsv(
            "millis", "timestamp", "1579059880000", "2020-01-15 03:44:40.000", NOT_TEXT, REFUSED),
        new TypedCsv("moment", "timestamp", "2020-01-15 03:44:40", null, NOT_TEXT, REFUSED),
        new TypedCsv("tinyint", "tinyint", "7", null, NOT_TEXT, "7"),
        new TypedCsv("smallint", "smallint", "7", null, NOT_TEXT, "7"),
        new TypedCsv("float", "float", "1.5", null, NOT_TEXT, "1.5"),
        new TypedCsv("decimal", "decimal(9,2)", "1.25", null, NOT_TEXT, "1.25"),
        new TypedCsv("varchar", "varchar(2)", "abc", null, NOT_TEXT, "ab"),
        new TypedCsv("char", "char(5)", "abc", null, NOT_TEXT, "abc  "));
  }

  EvolvedTable table() {
    List<Column> columns =
        List.of(
            new Column(RecordedColumn.OTHER, Primitive.STRING),
            new Column(RecordedColumn.NAME, HiveTypes.parse(type)));
    return new EvolvedTable(
        Stored.CSV, "typed_" + name, "typed/" + name, columns, columns, Map.of(), Map.of());
  }

  void write(Path lake) throws IOException {
    Path folder = Files.createDirectories(lake.resolve(table().folder()));
    Files.writeString(folder.resolve("part-0"), RecordedColumn.other(0) + "," + written + "\n");
  }
}

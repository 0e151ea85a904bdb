package dev.sluice.matrix;

import static dev.sluice.DataType.Primitive.BIGINT;
import static dev.sluice.DataType.Primitive.BINARY;
import static dev.sluice.DataType.Primitive.DOUBLE;
import static dev.sluice.DataType.Primitive.INTEGER;
import static dev.sluice.DataType.Primitive.SMALLINT;
import static dev.sluice.DataType.Primitive.STRING;
import static dev.sluice.DataType.Primitive.TIMESTAMP;
import static dev.sluice.DataType.Primitive.TINYINT;
import static dev.sluice.DataType.Primitive.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTypesTest {
  private static final DataType VARCHAR = new DataType.Varchar(5);
  private static final DataType CHAR = new DataType.Char(5);
  private static final DataType DECIMAL = new DataType.Decimal(9, 2);

  @Test
  void parquetHasOneTypeOfTextAndMayNotSayHowSmallAnIntIs() {
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, STRING, VARCHAR)).isEmpty();
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, STRING, CHAR)).isEmpty();
    assertThat(kinds(ReadMode.PARQUET_BY_POSITION, INTEGER, TINYINT)).isEmpty();
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, SMALLINT, TINYINT))
        .containsExactly(ChangeKind.INTEGER_NARROWED);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, BIGINT, SMALLINT))
        .containsExactly(ChangeKind.INTEGER_NARROWED);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, BINARY, VARCHAR))
        .containsExactly(ChangeKind.BINARY_TO_TEXT);
  }

  @Test
  void orcHasTheTypesOfTables() {
    assertThat(kinds(ReadMode.ORC_BY_NAME, STRING, VARCHAR))
        .containsExactly(ChangeKind.TEXT_RESPELLED);
    assertThat(kinds(ReadMode.ORC_BY_NAME, CHAR, STRING))
        .containsExactly(ChangeKind.CHAR_RESPELLED);
    assertThat(kinds(ReadMode.ORC_BY_NAME, INTEGER, TINYINT))
        .containsExactly(ChangeKind.INTEGER_NARROWED);
    assertThat(kinds(ReadMode.ORC_BY_NAME, TINYINT, BIGINT))
        .containsExactly(ChangeKind.TINYINT_WIDENED);
  }

  @Test
  void avroHasNoIntegersBelowInt() {
    assertThat(kinds(ReadMode.AVRO, INTEGER, TINYINT)).isEmpty();
    assertThat(kinds(ReadMode.AVRO, INTEGER, SMALLINT)).isEmpty();
    assertThat(kinds(ReadMode.AVRO, STRING, VARCHAR)).containsExactly(ChangeKind.TEXT_RESPELLED);
  }

  @Test
  void jsonHasOneKindOfNumbersAndOneOfText() {
    for (DataType table : List.of(INTEGER, BIGINT, DOUBLE, DECIMAL)) {
      assertThat(kinds(ReadMode.JSON_HIVE, INTEGER, table)).isEmpty();
      assertThat(kinds(ReadMode.JSON_HIVE, TINYINT, table)).isEmpty();
    }
    assertThat(kinds(ReadMode.JSON_HIVE, INTEGER, SMALLINT))
        .containsExactly(ChangeKind.INTEGER_NARROWED);
    for (DataType table : List.of(STRING, VARCHAR, CHAR, TIMESTAMP)) {
      assertThat(kinds(ReadMode.JSON_OPENX, STRING, table)).isEmpty();
    }
    assertThat(kinds(ReadMode.JSON_HIVE, UNKNOWN, INTEGER)).isEmpty();
    assertThat(kinds(ReadMode.JSON_HIVE, BIGINT, STRING))
        .containsExactly(ChangeKind.INTEGER_TO_TEXT);
    assertThat(kinds(ReadMode.JSON_HIVE, DOUBLE, INTEGER)).containsExactly(ChangeKind.TYPE_CHANGED);
  }

  @Test
  void jsonObjectsAreStructsOfAnyOrderAndMaps() {
    DataType object = struct(field("w", STRING), field("u", TINYINT), field("more", STRING));
    DataType table = struct(field("u", INTEGER), field("absent", DOUBLE), field("w", VARCHAR));
    assertThat(kinds(ReadMode.JSON_OPENX, object, table)).isEmpty();
    assertThat(kinds(ReadMode.JSON_HIVE, array(object), array(table))).isEmpty();

    DataType counts = struct(field("p", TINYINT), field("q", INTEGER));
    assertThat(kinds(ReadMode.JSON_HIVE, counts, new DataType.MapOf(STRING, INTEGER))).isEmpty();
    assertThat(kinds(ReadMode.JSON_HIVE, counts, new DataType.MapOf(STRING, TINYINT)))
        .containsExactly(ChangeKind.FIELD_NARROWED);
    assertThat(kinds(ReadMode.JSON_HIVE, object, new DataType.MapOf(STRING, INTEGER)))
        .containsExactly(ChangeKind.FIELD_TEXT_TO_INTEGER);
    assertThat(kinds(ReadMode.JSON_HIVE, counts, STRING))
        .containsExactly(ChangeKind.NESTED_TO_SCALAR);
  }

  @Test
  void jsonRowsWithoutSomeColumnsOrWithMoreAreNoChange() {
    FileSchema file =
        new FileSchema(
            List.of(new Column("more", STRING), new Column("b", STRING)), true, List.of());
    List<Column> table = List.of(new Column("a", INTEGER), new Column("b", STRING));
    assertThat(SchemaDrift.ofFile(table, file, ReadMode.JSON_OPENX)).isEmpty();
  }

  @Test
  void partsAreRecordedAsColumnsAre() {
    assertThat(
            kinds(
                ReadMode.PARQUET_BY_NAME,
                array(struct(field("u", STRING), field("d", DECIMAL))),
                array(struct(field("u", VARCHAR), field("d", new DataType.Decimal(12, 4))))))
        .containsExactly(ChangeKind.DECIMAL_WIDENED);
  }

  @Test
  void notesTellTypesOfOneNameApart() {
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, TIMESTAMP, TIMESTAMP, Code.NANOSECONDS))
        .containsExactly(ChangeKind.NANOSECONDS_TO_TIMESTAMP);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, TIMESTAMP, TIMESTAMP, Code.INT96_TIMESTAMP))
        .isEmpty();
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, DECIMAL, DECIMAL, Code.VARIABLE_DECIMAL))
        .containsExactly(ChangeKind.DECIMAL_IN_BYTES);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, BINARY, STRING, Code.FIXED_LENGTH))
        .containsExactly(ChangeKind.FIXED_BYTES_TO_TEXT);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, BINARY, BINARY, Code.FIXED_LENGTH)).isEmpty();
    assertThat(kinds(ReadMode.AVRO, BINARY, BINARY, Code.FIXED_LENGTH))
        .containsExactly(ChangeKind.FIXED_BYTES);
    assertThat(kinds(ReadMode.AVRO, STRING, STRING, Code.ENUM))
        .containsExactly(ChangeKind.ENUM_TO_TEXT);
    assertThat(kinds(ReadMode.AVRO, BIGINT, BIGINT, Code.UNKNOWN_LOGICAL_TYPE, Code.MICROSECONDS))
        .isEmpty();
    assertThat(
            kinds(ReadMode.AVRO, BIGINT, TIMESTAMP, Code.UNKNOWN_LOGICAL_TYPE, Code.MICROSECONDS))
        .containsExactly(ChangeKind.MICROSECONDS_TO_TIMESTAMP);
    assertThat(
            kinds(
                ReadMode.PARQUET_BY_NAME,
                array(INTEGER),
                array(INTEGER),
                Code.LEGACY_LIST,
                Code.UNMARKED_LIST))
        .containsExactly(ChangeKind.LIST_UNMARKED);
    assertThat(kinds(ReadMode.PARQUET_BY_NAME, array(INTEGER), array(INTEGER), Code.LEGACY_LIST))
        .isEmpty();
  }

  @Test
  void notesAreFoundUnderTheNamesThatTheFileHas() {
    FileSchema file =
        new FileSchema(
            List.of(new Column("_col0", TIMESTAMP)),
            false,
            List.of(new FileFinding(Code.NANOSECONDS, "_col0", "")));
    assertThat(
            SchemaDrift.ofFile(
                List.of(new Column("a", TIMESTAMP)), file, ReadMode.PARQUET_BY_POSITION))
        .extracting(SchemaChange::kind)
        .containsExactly(ChangeKind.COLUMN_RENAMED, ChangeKind.NANOSECONDS_TO_TIMESTAMP);
  }

  private static List<ChangeKind> kinds(
      ReadMode mode, DataType file, DataType table, Code... notes) {
    List<FileFinding> findings =
        java.util.Arrays.stream(notes).map(code -> new FileFinding(code, "a", "")).toList();
    FileSchema schema = new FileSchema(List.of(new Column("a", file)), false, findings);
    return SchemaDrift.ofFile(List.of(new Column("a", table)), schema, mode).stream()
        .map(SchemaChange::kind)
        .toList();
  }

  private static DataType struct(DataType.Field... fields) {
    return new DataType.Struct(List.of(fields));
  }

  private static DataType array(DataType element) {
    return new DataType.Array(element);
  }

  private static DataType.Field field(String name, DataType type) {
    return new DataType.Field(name, type);
  }
}

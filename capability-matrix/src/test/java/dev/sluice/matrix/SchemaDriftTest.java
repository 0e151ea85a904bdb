package dev.sluice.matrix;

import static dev.sluice.DataType.Primitive.BIGINT;
import static dev.sluice.DataType.Primitive.DOUBLE;
import static dev.sluice.DataType.Primitive.INTEGER;
import static dev.sluice.DataType.Primitive.REAL;
import static dev.sluice.DataType.Primitive.SMALLINT;
import static dev.sluice.DataType.Primitive.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DriftChange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDriftTest {
  private static final DataType OS = struct(field("os", STRING));

  @Test
  void seesNothingWhereNothingDiffers() {
    assertThat(between(columns("a", "b"), columns("a", "b"))).isEmpty();
    assertThat(SchemaDrift.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void ignoresCaseAndComments() {
    assertThat(
            SchemaDrift.between(
                List.of(new Column("A", struct(field("Os", STRING)), "new")),
                List.of(new Column("a", OS, "old"))))
        .isEmpty();
  }

  @Test
  void tellsAnAddedColumnAtTheEndFromOneInTheMiddle() {
    assertThat(between(columns("a", "b", "c", "d"), columns("a", "b")))
        .containsExactly(
            change(DriftChange.COLUMN_ADDED_AT_END, "c"),
            change(DriftChange.COLUMN_ADDED_AT_END, "d"));
    assertThat(between(columns("x", "a", "y", "b"), columns("a", "b")))
        .containsExactly(
            change(DriftChange.COLUMN_ADDED_IN_MIDDLE, "x"),
            change(DriftChange.COLUMN_ADDED_IN_MIDDLE, "y"));
  }

  @Test
  void seesRemovedAndReorderedColumns() {
    assertThat(between(columns("a", "c"), columns("a", "b", "c")))
        .containsExactly(change(DriftChange.COLUMN_REMOVED, "b"));
    assertThat(between(columns("a", "b", "c"), columns("c", "a", "b")))
        .containsExactly(change(DriftChange.COLUMNS_REORDERED, "c"));
  }

  @Test
  void tellsTheLastColumnRemovedFromOneThatAnotherReplaced() {
    assertThat(between(columns("a"), columns("a", "b")))
        .containsExactly(change(DriftChange.COLUMN_REMOVED_AT_END, "b"));
    assertThat(between(columns("a", "c"), columns("a", "b")))
        .containsExactly(
            change(DriftChange.COLUMN_ADDED_AT_END, "c"), change(DriftChange.COLUMN_REMOVED, "b"));
  }

  @Test
  void byPositionANameInAnothersPlaceIsTheSameColumnRenamed() {
    assertThat(byPosition(columns("a", "c"), columns("a", "b")))
        .containsExactly(change(DriftChange.COLUMN_RENAMED, "c"));
    assertThat(byPosition(columns("x", "a", "b"), columns("a", "b")))
        .containsExactly(change(DriftChange.COLUMN_ADDED_IN_MIDDLE, "x"));
    assertThat(byPosition(columns("b", "a"), columns("a", "b")))
        .containsExactly(change(DriftChange.COLUMNS_REORDERED, "a"));
    assertThat(
            byPosition(
                List.of(new Column("a", struct(field("u", STRING), field("v", DOUBLE)))),
                List.of(new Column("a", struct(field("u", STRING), field("w", REAL))))))
        .containsExactly(
            change(DriftChange.FIELD_RENAMED, "a.v"),
            change(DriftChange.TYPE_WIDENED, "a.v", REAL, DOUBLE));
  }

  @Test
  void tellsTheKindsOfChangesOfType() {
    assertThat(kinds(BIGINT, INTEGER)).containsExactly(ChangeKind.INTEGER_WIDENED);
    assertThat(kinds(DOUBLE, REAL)).containsExactly(ChangeKind.REAL_WIDENED);
    assertThat(kinds(INTEGER, BIGINT)).containsExactly(ChangeKind.INTEGER_NARROWED);
    assertThat(kinds(REAL, DOUBLE)).containsExactly(ChangeKind.DOUBLE_NARROWED);
    assertThat(kinds(STRING, SMALLINT)).containsExactly(ChangeKind.INTEGER_TO_TEXT);
    assertThat(kinds(SMALLINT, STRING)).containsExactly(ChangeKind.TEXT_TO_INTEGER);
    assertThat(kinds(DOUBLE, INTEGER)).containsExactly(ChangeKind.INTEGER_TO_DOUBLE);
    assertThat(kinds(new DataType.Decimal(12, 2), INTEGER))
        .containsExactly(ChangeKind.INTEGER_TO_DECIMAL);
    assertThat(kinds(STRING, REAL)).containsExactly(ChangeKind.REAL_TO_TEXT);
    assertThat(kinds(OS, STRING)).containsExactly(ChangeKind.SCALAR_TO_NESTED);
    assertThat(kinds(STRING, OS)).containsExactly(ChangeKind.NESTED_TO_SCALAR);
    assertThat(kinds(STRING, DOUBLE)).containsExactly(ChangeKind.REAL_TO_TEXT);
    assertThat(kinds(DOUBLE, BIGINT)).containsExactly(ChangeKind.TYPE_CHANGED);
    assertThat(kinds(new DataType.Decimal(9, 2), INTEGER)).containsExactly(ChangeKind.TYPE_CHANGED);
    assertThat(kinds(OS, new DataType.Array(OS))).containsExactly(ChangeKind.TYPE_CHANGED);
    assertThat(kinds(new DataType.Array(BIGINT), new DataType.Array(INTEGER)))
        .containsExactly(ChangeKind.FIELD_WIDENED);
    assertThat(kinds(new DataType.Array(INTEGER), new DataType.Array(BIGINT)))
        .containsExactly(ChangeKind.FIELD_NARROWED);
    assertThat(kinds(new DataType.Array(STRING), new DataType.Array(BIGINT)))
        .containsExactly(ChangeKind.FIELD_INTEGER_TO_TEXT);
    assertThat(kinds(new DataType.Array(SMALLINT), new DataType.Array(STRING)))
        .containsExactly(ChangeKind.FIELD_TEXT_TO_INTEGER);
    assertThat(kinds(new DataType.Array(DOUBLE), new DataType.Array(INTEGER)))
        .containsExactly(ChangeKind.FIELD_INTEGER_TO_DOUBLE);
    assertThat(kinds(new DataType.Array(DOUBLE), new DataType.Array(BIGINT)))
        .containsExactly(ChangeKind.FIELD_TYPE_CHANGED);
    assertThat(kinds(new DataType.Array(REAL), new DataType.Array(DOUBLE)))
        .containsExactly(ChangeKind.FIELD_TYPE_CHANGED);
  }

  private static List<ChangeKind> kinds(DataType table, DataType partition) {
    return ofType(table, partition).stream().map(SchemaChange::kind).toList();
  }

  private static List<SchemaChange> byPosition(List<Column> table, List<Column> partition) {
    return SchemaDrift.between(
        table, partition, ColumnMapping.BY_POSITION, ColumnMapping.BY_POSITION);
  }

  @Test
  void tellsWideningsFromOtherChangesOfType() {
    assertThat(ofType(BIGINT, INTEGER))
        .containsExactly(change(DriftChange.TYPE_WIDENED, "a", INTEGER, BIGINT));
    assertThat(ofType(INTEGER, SMALLINT))
        .containsExactly(change(DriftChange.TYPE_WIDENED, "a", SMALLINT, INTEGER));
    assertThat(ofType(DOUBLE, REAL))
        .containsExactly(change(DriftChange.TYPE_WIDENED, "a", REAL, DOUBLE));
    assertThat(ofType(INTEGER, BIGINT))
        .containsExactly(change(DriftChange.TYPE_CHANGED, "a", BIGINT, INTEGER));
    assertThat(ofType(REAL, DOUBLE))
        .containsExactly(change(DriftChange.TYPE_CHANGED, "a", DOUBLE, REAL));
    assertThat(ofType(DOUBLE, INTEGER))
        .containsExactly(change(DriftChange.TYPE_CHANGED, "a", INTEGER, DOUBLE));
    assertThat(ofType(INTEGER, STRING))
        .containsExactly(change(DriftChange.TYPE_CHANGED, "a", STRING, INTEGER));
    assertThat(ofType(OS, STRING))
        .containsExactly(change(DriftChange.TYPE_CHANGED, "a", STRING, OS));
    assertThat(ofType(new DataType.Decimal(38, 2), new DataType.Decimal(18, 2)))
        .containsExactly(
            change(
                DriftChange.TYPE_CHANGED,
                "a",
                new DataType.Decimal(18, 2),
                new DataType.Decimal(38, 2)));
  }

  @Test
  void seesSubFieldsAtAnyDepth() {
    DataType older =
        struct(field("os", STRING), field("geo", struct(field("lat", REAL), field("lon", REAL))));
    DataType newer =
        struct(
            field("os", STRING),
            field("make", STRING),
            field("geo", struct(field("lat", DOUBLE), field("zip", STRING))));
    assertThat(ofType(newer, older))
        .containsExactly(
            change(DriftChange.FIELD_ADDED_IN_MIDDLE, "a.make"),
            change(DriftChange.TYPE_WIDENED, "a.geo.lat", REAL, DOUBLE),
            change(DriftChange.FIELD_ADDED_AT_END, "a.geo.zip"),
            change(DriftChange.FIELD_REMOVED, "a.geo.lon"));
  }

  @Test
  void looksIntoArraysAndMaps() {
    DataType cpm = struct(field("bidder", STRING), field("cpm", DOUBLE));
    DataType bidder = struct(field("bidder", STRING));
    assertThat(ofType(new DataType.Array(cpm), new DataType.Array(bidder)))
        .containsExactly(change(DriftChange.FIELD_ADDED_AT_END, "a.element.cpm"));
    assertThat(ofType(new DataType.MapOf(STRING, cpm), new DataType.MapOf(INTEGER, bidder)))
        .containsExactly(
            change(DriftChange.TYPE_CHANGED, "a.key", INTEGER, STRING),
            change(DriftChange.FIELD_ADDED_AT_END, "a.value.cpm"));
    assertThat(
            ofType(
                new DataType.Array(new DataType.Array(BIGINT)),
                new DataType.Array(new DataType.Array(INTEGER))))
        .containsExactly(change(DriftChange.TYPE_WIDENED, "a.element.element", INTEGER, BIGINT));
  }

  private static List<SchemaChange> ofType(DataType table, DataType partition) {
    return SchemaDrift.between(
        List.of(new Column("a", table)), List.of(new Column("a", partition)));
  }

  private static List<SchemaChange> between(List<Column> table, List<Column> partition) {
    return SchemaDrift.between(table, partition);
  }

  private static SchemaChange change(DriftChange change, String path) {
    return new SchemaChange(change, path, path.replaceAll("\\..*", ""), null);
  }

  private static SchemaChange change(
      DriftChange change, String path, DataType older, DataType newer) {
    return new SchemaChange(
        change, path, path.replaceAll("\\..*", ""), new TypeChange(older, newer));
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(name -> new Column(name, STRING)).toList();
  }

  private static DataType struct(Field... fields) {
    return new DataType.Struct(List.of(fields));
  }

  private static Field field(String name, DataType type) {
    return new Field(name, type);
  }
}

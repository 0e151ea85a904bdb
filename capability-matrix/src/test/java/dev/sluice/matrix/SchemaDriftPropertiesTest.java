package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.DriftChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for any schema; the seed is fixed, so a failure shows again. */
class SchemaDriftPropertiesTest {
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(20261122);

  @Test
  void aSchemaNeverDriftsFromItself() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> schema = schema();
      assertThat(SchemaDrift.between(schema, List.copyOf(schema))).isEmpty();
    }
  }

  @Test
  void noChangesMeansTheSameSchema() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> left = schema();
      List<Column> right = schema();
      assertThat(SchemaDrift.between(left, right).isEmpty()).isEqualTo(left.equals(right));
    }
  }

  @Test
  void whatIsAddedOneWayIsRemovedTheOther() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> left = schema();
      List<Column> right = schema();
      List<SchemaChange> there = SchemaDrift.between(left, right);
      List<SchemaChange> back = SchemaDrift.between(right, left);
      assertThat(paths(there, added())).isEqualTo(paths(back, removed()));
      assertThat(paths(there, types())).isEqualTo(paths(back, types()));
      assertThat(paths(there, reordered()).isEmpty()).isEqualTo(paths(back, reordered()).isEmpty());
    }
  }

  @Test
  void everyPathIsReportedOnceForEachChange() {
    for (int i = 0; i < ROUNDS; i++) {
      List<SchemaChange> changes = SchemaDrift.between(schema(), schema());
      assertThat(new HashSet<>(changes)).hasSameSizeAs(changes);
    }
  }

  @Test
  void anAppendedColumnIsOneChangeWhereverItsTypeCameFrom() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> older = schema();
      List<Column> newer = new ArrayList<>(older);
      newer.add(new Column("appended", type(2)));
      assertThat(SchemaDrift.between(newer, older))
          .containsExactly(new SchemaChange(DriftChange.COLUMN_ADDED_AT_END, "appended"));
    }
  }

  @Test
  void takingTheMovedColumnsOutLeavesTheSameOrder() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> older = schema();
      List<Column> newer = new ArrayList<>(older);
      Collections.shuffle(newer, random);
      Set<String> moved = paths(SchemaDrift.between(newer, older), reordered());
      assertThat(without(newer, moved)).isEqualTo(without(older, moved));
    }
  }

  @Test
  void whatIsAppendedOrCutOffIsAllThatShowsByPosition() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> longer = new ArrayList<>(schema());
      longer.add(new Column("appended", type(2)));
      List<Column> shorter = longer.subList(0, 1 + random.nextInt(longer.size() - 1));
      assertThat(byPosition(longer, shorter))
          .extracting(SchemaChange::change)
          .containsOnly(DriftChange.COLUMN_ADDED_AT_END);
      assertThat(byPosition(shorter, longer))
          .extracting(SchemaChange::change)
          .containsOnly(DriftChange.COLUMN_REMOVED_AT_END);
    }
  }

  @Test
  void aColumnWhoseTypeAndPlaceStayIsRenamedByPosition() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> older = schema();
      List<Column> newer = new ArrayList<>(older);
      int at = random.nextInt(older.size());
      newer.set(at, new Column("renamed", older.get(at).type()));
      assertThat(byPosition(newer, older))
          .containsExactly(new SchemaChange(DriftChange.COLUMN_RENAMED, "renamed"));
    }
  }

  /** What a by-position reader's data ask: nothing but these leaves every column in its place. */
  @Test
  void whereNothingMovedByPositionNamesAndPlacesAgree() {
    Set<DriftChange> harmless =
        Set.of(DriftChange.COLUMN_ADDED_AT_END, DriftChange.COLUMN_REMOVED_AT_END);
    int agreeing = 0;
    for (int i = 0; i < ROUNDS; i++) {
      List<Column> newer = schema();
      List<Column> older = random.nextBoolean() ? schema() : newer.subList(0, newer.size() / 2);
      boolean onlyEnds =
          byPosition(newer, older).stream()
              .filter(change -> !change.isNested() && change.types() == null)
              .allMatch(change -> harmless.contains(change.change()));
      int shared = Math.min(newer.size(), older.size());
      boolean samePlaces = names(newer).subList(0, shared).equals(names(older).subList(0, shared));
      assertThat(onlyEnds).as("%s and %s", newer, older).isEqualTo(samePlaces);
      agreeing += samePlaces ? 1 : 0;
    }
    assertThat(agreeing).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void typesAreToldWhereAndOnlyWhereTheyChange() {
    for (int i = 0; i < ROUNDS; i++) {
      for (SchemaChange change : SchemaDrift.between(schema(), schema())) {
        assertThat(change.types() != null).isEqualTo(types().contains(change.change()));
        assertThat(change.kind()).isNotNull();
        assertThat(change.path()).startsWith(change.column());
      }
    }
  }

  private static List<SchemaChange> byPosition(List<Column> newer, List<Column> older) {
    return SchemaDrift.between(newer, older, ColumnMapping.BY_POSITION, ColumnMapping.BY_POSITION);
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static List<Column> without(List<Column> columns, Set<String> names) {
    return columns.stream().filter(column -> !names.contains(column.name())).toList();
  }

  private static Set<String> paths(List<SchemaChange> changes, Set<DriftChange> kinds) {
    return changes.stream()
        .filter(change -> kinds.contains(change.change()))
        .map(SchemaChange::path)
        .collect(Collectors.toSet());
  }

  private static Set<DriftChange> added() {
    return Set.of(
        DriftChange.COLUMN_ADDED_AT_END,
        DriftChange.COLUMN_ADDED_IN_MIDDLE,
        DriftChange.FIELD_ADDED_AT_END,
        DriftChange.FIELD_ADDED_IN_MIDDLE);
  }

  private static Set<DriftChange> removed() {
    return Set.of(
        DriftChange.COLUMN_REMOVED,
        DriftChange.COLUMN_REMOVED_AT_END,
        DriftChange.FIELD_REMOVED,
        DriftChange.FIELD_REMOVED_AT_END);
  }

  private static Set<DriftChange> types() {
    return Set.of(DriftChange.TYPE_WIDENED, DriftChange.TYPE_CHANGED);
  }

  private static Set<DriftChange> reordered() {
    return Set.of(DriftChange.COLUMNS_REORDERED, DriftChange.FIELDS_REORDERED);
  }

  private List<Column> schema() {
    return names().stream().map(name -> new Column(name, type(3))).toList();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
    Collections.shuffle(names, random);
    return names.subList(0, 1 + random.nextInt(names.size()));
  }

  private DataType type(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(6)) {
      case 1 -> new DataType.Array(type(depth - 1));
      case 2 -> new DataType.MapOf(Primitive.STRING, type(depth - 1));
      case 3 ->
          new DataType.Struct(
              names().stream().map(name -> new Field(name, type(depth - 1))).toList());
      default ->
          List.of(Primitive.STRING, Primitive.INTEGER, Primitive.BIGINT, Primitive.DOUBLE)
              .get(random.nextInt(4));
    };
  }
}

package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.TableFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query meets of a stale partition's changes on Athena, and why it is told so. */
class MetChangeTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final Evolution EVOLUTION = Evolution.shipped();
  private static final List<Column> OLD =
      List.of(column("a", Primitive.INTEGER), column("b", Primitive.STRING));

  private static Column column(String name, DataType type) {
    return new Column(name, type);
  }

  private static Cell athena(
      List<Column> table, TableFormat format, @Nullable ColumnMapping mapping, boolean isRead) {
    ReadMode mode = MetChange.mode(format, mapping).orElseThrow();
    List<SchemaChange> changes = SchemaDrift.between(table, OLD, mode.columns(), mode.fields());
    MetChange met =
        new MetChange(
            changes.get(0), Drift.Level.PARTITION, format, mapping, PartitionSchema.STALE, isRead);
    return Objects.requireNonNull(met.cells(EVOLUTION).get(ATHENA));
  }

  @ParameterizedTest
  @CsvSource({
    "PARQUET, , NATIVE, NATIVE",
    "PARQUET, BY_POSITION, WRONG, WRONG",
    "ORC, BY_NAME, NATIVE, NATIVE",
    "ORC, , WRONG, WRONG",
    "AVRO, , REFUSE, REFUSE",
    "TEXT_DELIMITED, , WRONG, WRONG"
  })
  void aColumnAddedInTheMiddle(
      TableFormat format, ColumnMapping mapping, CellVerdict read, CellVerdict unread) {
    List<Column> table =
        List.of(
            column("a", Primitive.INTEGER),
            column("x", Primitive.INTEGER),
            column("b", Primitive.STRING));
    assertThat(athena(table, format, mapping, true).verdict()).isEqualTo(read);
    assertThat(athena(table, format, mapping, false).verdict()).isEqualTo(unread);
  }

  @Test
  void whatIsRefusedSaysTheChangeAndTheErrorsCode() {
    List<Column> table = List.of(column("b", Primitive.STRING), column("a", Primitive.INTEGER));
    Cell cell = athena(table, TableFormat.AVRO, null, false);
    assertThat(cell.why())
        .startsWith("columns reordered fails with HIVE_PARTITION_SCHEMA_MISMATCH: Athena compares");
    assertThat(cell.source()).isEqualTo("Amazon Athena User Guide, updates-and-partitions");
  }

  @Test
  void whatTheCatalogCouldCureSaysSo() {
    List<Column> moved = List.of(column("b", Primitive.STRING), column("a", Primitive.INTEGER));
    assertThat(athena(moved, TableFormat.AVRO, null, false).why())
        .endsWith("; right once the partitions have the table's columns, see sluice doctor");
    assertThat(athena(moved, TableFormat.ORC, null, true).why())
        .endsWith("; right once the table says that columns go by name, see sluice doctor");
    List<Column> retyped = List.of(column("a", Primitive.DATE), column("b", Primitive.STRING));
    assertThat(athena(retyped, TableFormat.PARQUET, null, true).why()).doesNotContain("doctor");
  }

  @Test
  void undeclaredOrcIsReadByPositionOnAthenaThoughNamesSayWhatIsRight() {
    List<Column> table =
        List.of(column("a", Primitive.INTEGER), column("renamed", Primitive.STRING));
    assertThat(athena(table, TableFormat.ORC, null, true).verdict()).isEqualTo(CellVerdict.NATIVE);
    List<SchemaChange> changes = SchemaDrift.between(table, OLD);
    assertThat(changes)
        .extracting(
            change ->
                Objects.requireNonNull(
                        new MetChange(
                                change,
                                Drift.Level.PARTITION,
                                TableFormat.ORC,
                                null,
                                PartitionSchema.STALE,
                                true)
                            .cells(EVOLUTION)
                            .get(ATHENA))
                    .verdict())
        .contains(CellVerdict.WRONG);
  }

  /** Spark reads an integer as a text out of ORC, and fails where a condition is on it. */
  @Test
  void whatFailsInConditionsIsRefused() {
    SchemaChange change =
        SchemaDrift.between(
                List.of(column("a", Primitive.STRING), column("b", Primitive.STRING)), OLD)
            .get(0);
    Cell spark =
        new MetChange(
                change, Drift.Level.PARTITION, TableFormat.ORC, null, PartitionSchema.STALE, true)
            .cells(EVOLUTION)
            .get(EngineName.of("spark"));
    assertThat(spark).extracting(Cell::verdict).isEqualTo(CellVerdict.REFUSE);
  }

  @Test
  void nothingIsSaidOfFormatsOfWhichNothingIsRecorded() {
    SchemaChange change =
        SchemaDrift.between(List.of(column("c", Primitive.DATE)), List.of()).get(0);
    assertThat(
            new MetChange(
                    change,
                    Drift.Level.PARTITION,
                    TableFormat.ION,
                    null,
                    PartitionSchema.STALE,
                    true)
                .cells(EVOLUTION))
        .isEmpty();
  }
}

package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.SluiceException;
import dev.sluice.TableFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvolutionTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private final Evolution evolution = Evolution.shipped();

  @Test
  void answersForEveryEngineModeChangeAndPartition() {
    for (EngineName engine : List.of(ATHENA, EngineName.of("spectrum"), EngineName.of("other"))) {
      for (ReadMode mode : ReadMode.values()) {
        for (ChangeKind change : ChangeKind.values()) {
          for (PartitionSchema partition : PartitionSchema.values()) {
            EvolutionCell cell = evolution.cell(engine, mode, change, partition);
            assertThat(cell.source()).isNotEmpty();
            assertThat(cell.isRecorded() || cell.reading() == Reading.UNKNOWN).isTrue();
          }
        }
      }
    }
  }

  @Test
  void nothingOfLowConfidenceIsRight() {
    for (EngineName engine : evolution.engines()) {
      for (ReadMode mode : ReadMode.values()) {
        for (ChangeKind change : ChangeKind.values()) {
          for (PartitionSchema partition : PartitionSchema.values()) {
            EvolutionCell cell = evolution.cell(engine, mode, change, partition);
            assertThat(cell.reading() == Reading.RIGHT && cell.confidence() == Confidence.LOW)
                .as("%s %s %s %s", engine, mode, change, partition)
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void twoChangesReadAsTheWorse() {
    List<SchemaChange> changes =
        SchemaDrift.between(
            List.of(new Column("a", Primitive.BIGINT), new Column("b", Primitive.INTEGER)),
            List.of(new Column("b", Primitive.STRING), new Column("a", Primitive.INTEGER)));

    assertThat(changes).extracting(SchemaChange::kind).contains(ChangeKind.TEXT_TO_INTEGER);
    assertThat(evolution.reading(ATHENA, ReadMode.PARQUET_BY_NAME, changes, PartitionSchema.FRESH))
        .isEqualTo(Reading.ERROR);
    assertThat(
            evolution.reading(ATHENA, ReadMode.PARQUET_BY_POSITION, changes, PartitionSchema.FRESH))
        .isEqualTo(Reading.WRONG);
    assertThat(evolution.reading(ATHENA, ReadMode.TEXT, List.of(), PartitionSchema.STALE))
        .isEqualTo(Reading.RIGHT);
  }

  @Test
  void findsTheModeOfAFormat() {
    assertThat(ReadMode.of(TableFormat.ORC, ColumnMapping.BY_POSITION))
        .contains(ReadMode.ORC_BY_POSITION);
    assertThat(ReadMode.of(TableFormat.CSV_OPEN, ColumnMapping.BY_NAME)).contains(ReadMode.CSV);
    assertThat(ReadMode.of(TableFormat.AVRO, ColumnMapping.BY_POSITION)).contains(ReadMode.AVRO);
    assertThat(ReadMode.of(TableFormat.ION, ColumnMapping.BY_NAME)).isEmpty();
  }

  @Test
  void outcomesAreReadAsTheyAreWritten() {
    for (String text : List.of("right", "null", "wrong", "unknown", "error, any query")) {
      assertThat(Outcome.parse(text)).hasToString(text);
    }
    assertThat(Outcome.parse("error HIVE_BAD_DATA, changed column"))
        .isEqualTo(Outcome.error("HIVE_BAD_DATA", ErrorScope.CHANGED_COLUMN));
    for (String text :
        List.of("", "rihgt", "error", "right, any query", "null X", "error X, all")) {
      assertThat(Outcome.parse(text)).isNull();
    }
  }

  @Test
  void refusesDataThatSayOneThingTwice() {
    String group =
        """
        area: evolution
        checked: 2026-11-26
        engines:
          athena:
            one:
              modes: avro
              changes: column added at end
              partition: fresh, stale
              reads: right
              source: somewhere
            other:
              modes: by name
              changes: column added at end
              partition: stale
              reads: null
              source: elsewhere
        """;
    assertThatThrownBy(() -> EvolutionLoader.read(PlainSectionReader.read("e.yaml", group)))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("is told already (e.yaml, line 11)");
    assertThatThrownBy(
            () ->
                EvolutionLoader.read(
                    PlainSectionReader.read("e.yaml", group.replace("at end", "at ende"))))
        .hasMessageContaining("Unknown word 'column added at ende'; did you mean");
  }
}

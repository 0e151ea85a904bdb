package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.Verdict;
import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.FileFormat;
import dev.sluice.matrix.MetChange;
import dev.sluice.matrix.ReadMode;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import dev.sluice.matrix.TypeChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Partitions that the catalog gives their table's columns, as a crawler does, over files that were
 * written with others: only the files can tell.
 */
@ExtendWith(SharedLake.class)
class InspectedFilesTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final TableName NAME = new TableName("web", "evolved");

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"AVRO", "PARQUET", "ORC"})
  void filesTellTheChangesThatTheyWereWrittenBefore(FileFormat format, SharedLake.Lake lake) {
    for (EvolutionCase one : Cases.all()) {
      if (format == FileFormat.AVRO && one.name().equals("tinyint_int")) {
        continue; // Avro's smallest integer is int, so that nothing has changed.
      }
      ReadMode mode = MetChange.mode(tableFormat(format), null).orElseThrow();
      List<SchemaChange> changes =
          SchemaDrift.between(
              Findings.columns(one.newer()),
              Findings.columns(one.older()),
              mode.columns(),
              mode.fields());
      Plan plan = plan(lake, format, one, null, true);
      assertThat(plan.tables().get(0).drift())
          .as(one.name())
          .map(drift -> drift.level() + " " + drift.change() + " " + drift.path())
          .containsExactlyInAnyOrderElementsOf(
              changes.stream()
                  .filter(change -> !isAlikeInFiles(format, change))
                  .map(change -> Drift.Level.FILE + " " + change.change() + " " + change.path())
                  .toList());
    }
  }

  /** Avro has no integers below int. */
  private static boolean isAlikeInFiles(FileFormat format, SchemaChange change) {
    TypeChange types = change.types();
    return format == FileFormat.AVRO
        && types != null
        && types.older() == DataType.Primitive.TINYINT
        && types.newer() == DataType.Primitive.INTEGER;
  }

  @Test
  void orcThatAthenaWouldReadByPositionIsRefusedOnceItsFilesTell(SharedLake.Lake lake) {
    EvolutionCase moved = named("add_int");
    Candidate unseen = athena(plan(lake, FileFormat.ORC, moved, null, false));
    assertThat(unseen.isRefused()).isFalse();
    assertThat(unseen.caveats()).extracting(Reason::capability).contains("FILES_NOT_INSPECTED");
    Candidate seen = athena(plan(lake, FileFormat.ORC, moved, null, true));
    assertThat(seen.isRefused()).isTrue();
    assertThat(seen.reasons()).extracting(Reason::capability).containsOnly("FILE_SCHEMA_DIFFERS");
  }

  @Test
  void orcWhoseFilesAgreeWithTheTableNeedsNoCaveat(SharedLake.Lake lake) {
    Candidate seen = athena(plan(lake, FileFormat.ORC, named("none"), null, true));
    assertThat(seen.verdict()).isNotEqualTo(Verdict.REFUSED);
    assertThat(seen.caveats()).isEmpty();
  }

  @Test
  void byNameNothingHasToBeSeen(SharedLake.Lake lake) {
    Candidate unseen =
        athena(plan(lake, FileFormat.ORC, named("none"), ColumnMapping.BY_NAME, false));
    assertThat(unseen.caveats()).isEmpty();
  }

  private static EvolutionCase named(String name) {
    return Cases.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static Candidate athena(Plan plan) {
    return plan.decision().candidate(ATHENA).orElseThrow();
  }

  private static Plan plan(
      SharedLake.Lake lake,
      FileFormat format,
      EvolutionCase one,
      @Nullable ColumnMapping mapping,
      boolean inspect) {
    String folder = lake.files().resolve(format.folder(one)).toString();
    Storage storage = new Storage(tableFormat(format), folder, null, null, Map.of(), mapping);
    List<Column> columns = Findings.columns(one.newer());
    Table table =
        Table.builder(NAME)
            .columns(columns)
            .partitionKey("day", DataType.Primitive.STRING)
            .storage(storage)
            .build();
    Partition partition = new Partition(List.of("2026-11-27"), columns, storage, Map.of());
    try (Sluice sluice =
        Sluice.builder()
            .catalog(InMemoryCatalog.builder().table(table, List.of(partition)).build())
            .open()) {
      return sluice.plan("SELECT day FROM web.evolved", sluice.policy().withInspectFiles(inspect));
    }
  }

  private static TableFormat tableFormat(FileFormat format) {
    return switch (format) {
      case AVRO -> TableFormat.AVRO;
      case PARQUET -> TableFormat.PARQUET;
      case ORC -> TableFormat.ORC;
      case JSON -> TableFormat.JSON_OPENX;
      case TEXT -> TableFormat.TEXT_DELIMITED;
      case CSV -> TableFormat.CSV_OPEN;
    };
  }
}

package dev.sluice.doctor;

import static dev.sluice.doctor.Lake.AGE;
import static dev.sluice.doctor.Lake.ID;
import static dev.sluice.doctor.Lake.OS;
import static dev.sluice.doctor.Lake.column;
import static dev.sluice.doctor.Lake.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.EngineName;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.Progress;
import dev.sluice.TableFormat;
import dev.sluice.doctor.Cure.Effect;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final List<Column> TABLE = List.of(ID, OS, AGE);

  @Test
  void partitionsThatChangedAlikeAreOneStretchOfTheTimeLine() {
    List<Column> older = List.of(ID, OS);
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, TABLE)
            .partition("3", TABLE, TABLE)
            .partition("1", older, older)
            .partition("2", List.of(ID, OS), List.of(ID, OS))
            .partition("4", TABLE, older)
            .examined();

    assertThat(checkup.timeline())
        .extracting(Stretch::range)
        .containsExactly(
            new PartitionRange(0, 1), new PartitionRange(2, 2), new PartitionRange(3, 3));
    assertThat(checkup.name(new PartitionRange(0, 1))).isEqualTo("day=1 to 2");
    assertThat(checkup.timeline().get(1).changes()).isEmpty();
    assertThat(checkup.isHealthy()).isTrue();
    // Athena and Spark read it rightly as it is; only of Spectrum that is not known.
    Cure.SyncPartitions sync = only(checkup, Cure.SyncPartitions.class);
    assertThat(sync.effects())
        .filteredOn(Effect::helps)
        .extracting(Effect::engine)
        .containsExactly(EngineName.of("spectrum"));
  }

  @Test
  void partitionsThatAthenaFailsOnAreSynced() {
    Column newer = struct("page", "section", "url");
    Column older = struct("page", "url");
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, List.of(ID, newer))
            .partition("1", List.of(ID, older), List.of(ID, older))
            .partition("2", List.of(ID, newer), List.of(ID, older))
            .examined();

    assertThat(checkup.isHealthy()).isFalse();
    Cure.SyncPartitions sync = only(checkup, Cure.SyncPartitions.class);
    assertThat(sync.edit().partitions()).containsExactly(List.of("1"));
    assertThat(sync.columns().get(0).lines())
        .containsExactly("~ page struct<url:string> → struct<section:string,url:string>");
    Effect athena = effect(sync, ATHENA);
    assertThat(athena.before()).isEqualTo(Reading.ERROR);
    assertThat(athena.after()).isEqualTo(Reading.RIGHT);
    assertThat(sync.isHarmful()).isFalse();
  }

  @Test
  void anUndeclaredOrcTableWhoseColumnsMovedIsReadByName() {
    List<Column> newer = List.of(ID, AGE, OS);
    List<Column> older = List.of(ID, OS);
    Checkup checkup =
        new Lake(TableFormat.ORC, null, newer)
            .partition("1", newer, older)
            .partition("2", newer, newer)
            .examined();

    Cure.ReadByName cure = only(checkup, Cure.ReadByName.class);
    assertThat(cure.edits())
        .containsExactly(
            new CatalogEdit.SetSerdeParameter(Lake.EVENTS, "orc.column.index.access", "false"));
    assertThat(effect(cure, ATHENA).before()).isEqualTo(Reading.WRONG);
    assertThat(effect(cure, ATHENA).after()).isEqualTo(Reading.RIGHT);
    assertThat(cure.isHarmful()).isFalse();
  }

  @Test
  void whoReadsRenamedColumnsByPositionIsNotMovedToNamesUnasked() {
    List<Column> newer = List.of(ID, AGE, OS);
    Column renamed = column("identity", Primitive.BIGINT);
    Checkup checkup =
        new Lake(TableFormat.ORC, null, newer)
            .partition("1", newer, List.of(ID, OS))
            .partition("2", newer, List.of(renamed, AGE, OS))
            .examined();

    Cure.ReadByName cure = only(checkup, Cure.ReadByName.class);
    assertThat(effect(cure, ATHENA).harms()).isTrue();
    assertThat(effect(cure, ATHENA).after()).isEqualTo(Reading.NULL);
    assertThat(Cure.safeEdits(checkup.cures()))
        .noneMatch(edit -> edit instanceof CatalogEdit.SetSerdeParameter);
  }

  @Test
  void namesThatSayNothingAreNotReadByName() {
    List<Column> newer = List.of(ID, AGE, OS);
    FileSchema unnamed =
        new FileSchema(
            List.of(
                column("_col0", Primitive.BIGINT),
                column("_col1", Primitive.INTEGER),
                column("_col2", Primitive.STRING)),
            false,
            List.of(new FileFinding(FileFinding.Code.POSITIONAL_NAMES, "", "Hive wrote it")));
    Checkup checkup =
        new Lake(TableFormat.ORC, null, newer)
            .partition("1", newer, List.of(ID, OS))
            .partition("2", newer, unnamed)
            .examined();

    assertThat(Cure.safeEdits(checkup.cures())).isEmpty();
  }

  @Test
  void whatIsNeededTogetherIsOfferedTogether() {
    Column newer = struct("page", "section", "url");
    Column older = struct("page", "url");
    Checkup checkup =
        new Lake(TableFormat.ORC, null, List.of(ID, AGE, newer))
            .partition("1", List.of(ID, older), List.of(ID, older))
            .examined();

    assertThat(checkup.cures().stream().filter(cure -> !cure.edits().isEmpty()))
        .hasSize(2)
        .anyMatch(Cure.SyncPartitions.class::isInstance)
        .anyMatch(Cure.ReadByName.class::isInstance)
        .noneMatch(Cure::isHarmful);
  }

  @Test
  void textThatMovedIsLeftToBeWrittenAnew() {
    List<Column> older = List.of(ID, OS);
    List<Column> newer = List.of(ID, AGE, OS);
    FileSchema nothing = FileSchema.unknown(FileFinding.Code.UNSUPPORTED_FORMAT, "no names");
    Checkup checkup =
        new Lake(TableFormat.TEXT_DELIMITED, null, newer)
            .partition("1", older, nothing)
            .partition("2", newer, nothing)
            .examined();

    assertThat(Cure.safeEdits(checkup.cures())).isEmpty();
    assertThat(only(checkup, Cure.ConvertToParquet.class).where())
        .containsExactly(new PartitionRange(0, 0));
  }

  @Test
  void aCureThatHelpsOneEngineAndHarmsAnotherIsToldAndNotMade() {
    Cure cure =
        new Cure.SyncPartitions(
            new CatalogEdit.SyncColumns(Lake.EVENTS, Set.of(List.of("1"))),
            List.of(),
            List.of(),
            List.of(
                new Effect(ATHENA, Reading.ERROR, Reading.RIGHT, true, false),
                new Effect(EngineName.of("spark"), Reading.RIGHT, Reading.WRONG, false, true)));
    assertThat(cure.isHarmful()).isTrue();
    assertThat(Cure.safeEdits(List.of(cure))).isEmpty();
    assertThat(Words.effects(cure))
        .isEqualTo("athena: error → right; spark: right → wrong (harmful)");
  }

  @Test
  void whatBreaksIsToldWithItsQueriesAndRange() {
    Column wide = column("age", Primitive.STRING);
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, List.of(ID, OS, wide))
            .partition("1", List.of(ID, OS, wide), List.of(ID, OS, AGE))
            .partition("2", List.of(ID, OS, wide), List.of(ID, OS, wide))
            .examined();

    Breakage spark =
        checkup.breakages().stream()
            .filter(breakage -> breakage.engine().equals(EngineName.of("spark")))
            .findFirst()
            .orElseThrow();
    assertThat(spark.queries()).isEqualTo(DriftFound.Queries.OF_COLUMN);
    assertThat(spark.columns()).containsExactly("age");
    assertThat(spark.where()).containsExactly(new PartitionRange(0, 0));
    assertThat(Words.outcome(spark.outcome()) + ": " + Words.queries(spark))
        .isEqualTo(
            "fails with FAILED_READ_FILE.PARQUET_COLUMN_DATA_TYPE_MISMATCH: queries that read age");
  }

  @Test
  void foldersThatAreNoPartitionsAreRegistered() {
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, TABLE)
            .partition("1", TABLE, TABLE)
            .file("/lake/events/day=1/part-0")
            .file("/lake/events/day=a%2Fb/part-0")
            .file("/lake/events/day=a%2Fb/part-1")
            .file("/lake/events/month=2/part-0")
            .file("/lake/events/part-0")
            .file("/lake/events_old/day=9/part-0")
            .examined();

    assertThat(only(checkup, Cure.RegisterPartitions.class).edit().folders())
        .containsExactly(new Folder(List.of("a/b"), "day=a%2Fb/"));
    assertThat(checkup.isHealthy()).isFalse();
  }

  @Test
  void numbersAreOrderedAsNumbersAndWhatIsNoneIsFound() {
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, TABLE, Primitive.INTEGER)
            .partition("10", TABLE, TABLE)
            .partition("x", TABLE, TABLE)
            .partition("9", TABLE, TABLE)
            .partition("__HIVE_DEFAULT_PARTITION__", TABLE, TABLE)
            .partition("9999999999", TABLE, TABLE)
            .examined();

    assertThat(checkup.partitions().subList(0, 2))
        .extracting(partition -> partition.values().get(0))
        .containsExactly("9", "10");
    assertThat(checkup.findings())
        .extracting(Finding::kind, Finding::subject)
        .containsExactlyInAnyOrder(
            tuple(Finding.Kind.VALUE_DOES_NOT_FIT, "day=x"),
            tuple(Finding.Kind.VALUE_DOES_NOT_FIT, "day=9999999999"));
  }

  @Test
  void progressSaysOfWhichTable() {
    Lake lake = new Lake(TableFormat.PARQUET, null, TABLE).partition("1", TABLE, TABLE);
    lake.examined();

    assertThat(lake.progress).containsExactly(new Progress("web.events: reading files", 0, 1));
  }

  @Test
  void aSubFieldThatOnlyLaterRowsShowIsMissingUntilThen() {
    DataType older = new DataType.Array(struct("item", "sku").type());
    DataType newer = new DataType.Array(struct("item", "gift", "sku").type());
    List<Column> table = List.of(ID, column("items", newer), struct("page", "section", "url"));
    Checkup checkup =
        new Lake(TableFormat.JSON_OPENX, null, table)
            .partition("1", table, rows(ID, column("items", older), struct("page", "url")))
            .partition("2", table, rows(ID, struct("page", "url")))
            .partition("3", table, rows(ID, column("items", newer), struct("page", "url")))
            .partition("4", table, rows(ID, struct("page", "section", "url")))
            .partition("5", table, rows(ID))
            .examined();

    assertThat(checkup.drift())
        .extracting(found -> found.met().change().path(), DriftFound::where)
        .containsExactlyInAnyOrder(
            tuple("items.element.gift", List.of(new PartitionRange(0, 1))),
            tuple("page.section", List.of(new PartitionRange(0, 2))));
    assertThat(checkup.drift())
        .allMatch(found -> found.met().change().change() == DriftChange.FIELD_ADDED_IN_MIDDLE)
        .allMatch(found -> found.met().level() == Drift.Level.FILE);
  }

  @Test
  void ofAColumnThatOnlyLaterRowsShowNoSubFieldIsTold() {
    List<Column> table = List.of(ID, struct("page", "section", "url"));
    Checkup checkup =
        new Lake(TableFormat.JSON_OPENX, null, table)
            .partition("1", List.of(ID), rows(ID))
            .partition("2", table, rows(ID, struct("page", "section", "url")))
            .examined();

    assertThat(checkup.drift())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.met().change().path()).isEqualTo("page");
              assertThat(found.met().partition()).isEqualTo(PartitionSchema.STALE);
            });
  }

  private static FileSchema rows(Column... columns) {
    return new FileSchema(List.of(columns), true, List.of());
  }

  @Test
  void theOrderOfOlderFieldsIsFound() {
    DataType newer = struct("a", "new", "x", "y").type();
    DataType older = struct("a", "y", "x", "gone").type();
    assertThat(Reordering.inOrder(new DataType.Array(newer), new DataType.Array(older)).hive())
        .isEqualTo("array<struct<y:string,x:string,new:string>>");
  }

  @Test
  void aPageTellsOfTheTimeLineAndEscapesWhatItShows() {
    List<Column> older = List.of(ID, OS);
    Checkup checkup =
        new Lake(TableFormat.PARQUET, null, TABLE)
            .partition("<b>", TABLE, older)
            .partition("z", TABLE, TABLE)
            .examined();
    String page = CheckupPage.of(new LakeCheckup(List.of(checkup), List.of()));

    assertThat(page)
        .contains("<svg", "day=&lt;b&gt;", "column age is missing", "drifted, harmless")
        .doesNotContain("day=<b>", "<!--", "http://", "src=");
  }

  private static <C extends Cure> C only(Checkup checkup, Class<C> kind) {
    List<C> cures = checkup.cures().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(cures).hasSize(1);
    return cures.get(0);
  }

  private static Effect effect(Cure cure, EngineName engine) {
    return cure.effects().stream()
        .filter(effect -> effect.engine().equals(engine))
        .findFirst()
        .orElseThrow();
  }
}

package dev.sluice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Partitions sorted by their schemas, and at which level each disagrees with the table. */
class GenerationTest {
  private static final List<Column> AB = columns("a", "b");
  private static final List<Column> ABC = columns("a", "b", "c");

  @Test
  void countsThePartitionsThatShowEachChange() {
    Table table = table(TableFormat.PARQUET, ABC);
    List<Partition> partitions = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      partitions.add(partition(hour < 10 ? AB : ABC));
    }
    partitions.add(partition(new ArrayList<>(AB)));
    partitions.add(partition(columns("a")));
    assertThat(counted(table, partitions, List.of()))
        .containsExactly(
            new Drift(DriftChange.COLUMN_ADDED_AT_END, "b", Drift.Level.PARTITION, 1),
            new Drift(DriftChange.COLUMN_ADDED_AT_END, "c", Drift.Level.PARTITION, 12));
  }

  @Test
  void findsNoDriftAcrossPartitionsThatAgree() {
    Table table = table(TableFormat.PARQUET, AB);
    assertThat(counted(table, List.of(partition(AB), partition(columns("a", "b"))), List.of()))
        .isEmpty();
    assertThat(counted(table, List.of(), List.of())).isEmpty();
  }

  @Test
  void partitionsThatAreAlikeAreOneGeneration() {
    Table table = table(TableFormat.PARQUET, ABC);
    List<Partition> partitions = List.of(partition(AB), partition(ABC), partition(AB));
    Generations sorted = new Generations(table.columns());
    List<Generation> met =
        partitions.stream()
            .flatMap(one -> sorted.of(one.columns(), one.storage(), List.of()).stream())
            .toList();
    assertThat(met.get(2)).isSameAs(met.get(0)).isNotSameAs(met.get(1));
    assertThat(TableDrift.of(table, partitions, List.of()).met(List.of("c")).values())
        .containsExactly(new TableDrift.Extent(2, 0, 2));
  }

  @Test
  void filesOlderThanTheirPartitionDifferAtTheLevelOfFiles() {
    Table table = table(TableFormat.PARQUET, ABC);
    assertThat(differences(table, ABC, AB))
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.FILE, PartitionSchema.FRESH));
  }

  @Test
  void whatFilesRecordAsTheTablesOwnColumnIsNoDifference() {
    List<Column> bounded = List.of(new Column("a", new DataType.Varchar(10)));
    assertThat(differences(table(TableFormat.PARQUET, bounded), bounded, columns("a"))).isEmpty();
    List<Column> numbers = List.of(new Column("a", Primitive.INTEGER));
    assertThat(differences(table(TableFormat.PARQUET, numbers), numbers, columns("a"))).hasSize(1);
  }

  @Test
  void rowsThatLackAColumnMayBeAsOldAsTheirPartition() {
    Table table = table(TableFormat.JSON_HIVE, ABC);
    assertThat(sampled(table, AB, AB))
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.PARTITION, PartitionSchema.STALE));
    assertThat(sampled(table, AB, ABC))
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.PARTITION, PartitionSchema.BEHIND));
  }

  @Test
  void aNumberInARowMayBeOfAnyTypeThatHoldsIt() {
    List<Column> older = List.of(new Column("a", Primitive.INTEGER));
    List<Column> small = List.of(new Column("a", Primitive.TINYINT));
    List<Column> large = List.of(new Column("a", Primitive.BIGINT));
    Table table = table(TableFormat.JSON_HIVE, large);
    assertThat(sampled(table, older, small))
        .extracting(Generation.Difference::partition)
        .containsExactly(PartitionSchema.STALE);
    assertThat(sampled(table, older, large))
        .extracting(Generation.Difference::partition)
        .containsExactly(PartitionSchema.BEHIND);
    Table texts = table(TableFormat.JSON_HIVE, columns("a"));
    assertThat(sampled(texts, older, columns("a")))
        .extracting(Generation.Difference::partition)
        .containsExactly(PartitionSchema.BEHIND);
  }

  private static List<Generation.Difference> sampled(
      Table table, List<Column> partition, List<Column> rows) {
    FileSchema file = new FileSchema(rows, true, List.of());
    return new Generation(table.columns(), TableFormat.JSON_HIVE, null, partition, file)
        .differences();
  }

  @Test
  void whatPartitionAndFilesHaveInCommonIsToldOnce() {
    Table table = table(TableFormat.PARQUET, ABC);
    assertThat(differences(table, AB, AB))
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.PARTITION, PartitionSchema.STALE));
  }

  @Test
  void aPartitionCanBeBehindItsOwnFiles() {
    Table table = table(TableFormat.PARQUET, ABC);
    assertThat(differences(table, AB, ABC))
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.PARTITION, PartitionSchema.BEHIND));
  }

  @Test
  void filesThatDoNotTellLeaveWhatThePartitionSays() {
    Table table = table(TableFormat.PARQUET, ABC);
    FileSchema broken = FileSchema.unknown(FileFinding.Code.TRUNCATED, "It ends too early");
    assertThat(generations(table, partition(AB), location(broken)))
        .singleElement()
        .extracting(Generation::differences)
        .asInstanceOf(LIST)
        .containsExactly(
            new Generation.Difference(added("c"), Drift.Level.PARTITION, PartitionSchema.STALE));
  }

  @Test
  void namesThatSayNothingAreComparedByPlace() {
    Table table = table(TableFormat.ORC, AB);
    FileFinding bare = new FileFinding(FileFinding.Code.POSITIONAL_NAMES, "", "");
    FileSchema file = new FileSchema(columns("_col0", "_col1"), false, List.of(bare));
    assertThat(counted(table, List.of(partition(TableFormat.ORC, AB)), List.of(location(file))))
        .extracting(Drift::change)
        .containsExactly(DriftChange.COLUMN_RENAMED, DriftChange.COLUMN_RENAMED);
  }

  @Test
  void filesOfATableWithoutPartitionsAreCountedOneByOne() {
    Table table =
        Table.builder(new TableName("web", "t"))
            .columns(ABC)
            .storage(Storage.of(TableFormat.AVRO, "s3://lake/t/"))
            .build();
    FileSchema older = new FileSchema(AB, false, List.of());
    FileSchema same = new FileSchema(ABC, false, List.of());
    assertThat(counted(table, List.of(), List.of(location(older, same, older))))
        .containsExactly(new Drift(DriftChange.COLUMN_ADDED_AT_END, "c", Drift.Level.FILE, 2));
  }

  @Test
  void aPartitionWhoseFilesDifferStandsInSeveralGenerations() {
    Table table = table(TableFormat.PARQUET, ABC);
    FileSchema older = new FileSchema(AB, false, List.of());
    FileSchema same = new FileSchema(ABC, false, List.of());
    LocationFiles files = location(older, older, same);
    assertThat(generations(table, partition(ABC), files)).hasSize(2);
    assertThat(counted(table, List.of(partition(ABC)), List.of(files)))
        .containsExactly(new Drift(DriftChange.COLUMN_ADDED_AT_END, "c", Drift.Level.FILE, 1));
  }

  private static List<Generation.Difference> differences(
      Table table, List<Column> partition, List<Column> file) {
    FileSchema schema = new FileSchema(file, false, List.of());
    return generations(table, partition(partition), location(schema)).get(0).differences();
  }

  private static List<Generation> generations(
      Table table, Partition partition, LocationFiles files) {
    return new Generations(table.columns())
        .of(partition.columns(), partition.storage(), files.schemas());
  }

  private static List<Drift> counted(
      Table table, List<Partition> partitions, List<LocationFiles> files) {
    return TableDrift.of(table, partitions, files).counted();
  }

  private static SchemaChange added(String column) {
    return new SchemaChange(DriftChange.COLUMN_ADDED_AT_END, column);
  }

  private static LocationFiles location(FileSchema... schemas) {
    LakeFile file = new LakeFile("/lake/t/f", 1, Instant.EPOCH);
    List<LocationFiles.Inspected> inspected =
        Arrays.stream(schemas).map(one -> new LocationFiles.Inspected(file, one)).toList();
    return new LocationFiles("/lake/t", schemas.length, schemas.length, inspected, null);
  }

  private static Table table(TableFormat format, List<Column> columns) {
    return Table.builder(new TableName("web", "t"))
        .columns(columns)
        .partitionKey("day", Primitive.STRING)
        .storage(Storage.of(format, "s3://lake/t/"))
        .build();
  }

  private static Partition partition(List<Column> columns) {
    return partition(TableFormat.PARQUET, columns);
  }

  private static Partition partition(TableFormat format, List<Column> columns) {
    return new Partition(List.of("x"), columns, Storage.of(format, "s3://lake/t/day=x/"), Map.of());
  }

  private static List<Column> columns(String... names) {
    return Arrays.stream(names).map(name -> new Column(name, (DataType) Primitive.STRING)).toList();
  }
}

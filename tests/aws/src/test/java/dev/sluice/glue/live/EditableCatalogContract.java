package dev.sluice.glue.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Catalog;
import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.CatalogEdit.SetSerdeParameter;
import dev.sluice.CatalogEdit.SetTableParameter;
import dev.sluice.CatalogEdit.SyncColumns;
import dev.sluice.EditableCatalog;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every catalog that can be changed. */
abstract class EditableCatalogContract {
  private static final TableName EVENTS = new TableName("web", "events");
  private static final String AVRO =
      """
      "InputFormat": "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
      "SerdeInfo": {"SerializationLibrary": "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
        "Parameters": {"avro.schema.literal": "%s", "own": "%s"}}""";

  /** A catalog that says what a lake folder says. */
  abstract Catalog open(Path lake);

  /** The time that names what is kept goes on. */
  abstract void later();

  private Path folder;
  private Path lake;
  private Catalog catalog;
  private EditableCatalog editor;

  @BeforeEach
  void write(@TempDir Path given) throws IOException {
    folder = given;
    lake = folder.resolve("lake");
    Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        lake.resolve("catalog/web.tables.json"),
        """
        {"TableList": [
          {"Name": "events", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE", "Owner": "us",
           "Retention": 3, "Parameters": {"classification": "avro"},
           "PartitionKeys": [{"Name": "day", "Type": "string"}],
           "StorageDescriptor": {"Location": "s3://bucket/events/", "Compressed": true,
             "Columns": [{"Name": "id", "Type": "bigint", "Comment": "größer"},
                         {"Name": "os", "Type": "string"}], %s}},
          {"Name": "other", "DatabaseName": "web", "TableType": "EXTERNAL_TABLE",
           "StorageDescriptor": {"Location": "s3://bucket/other/", "Columns": [], %s}}]}
        """
            .formatted(AVRO.formatted("new", "table"), AVRO.formatted("x", "y")));
    Files.writeString(
        lake.resolve("catalog/web.events.partitions.json"),
        "{\"Partitions\": [%s, %s]}".formatted(partition("1"), partition("2")));
    catalog = open(lake);
    editor = catalog.editable(folder.resolve("kept")).orElseThrow();
  }

  private static String partition(String day) {
    return """
        {"Values": ["%s"], "DatabaseName": "web", "TableName": "events",
         "Parameters": {"recordCount": "%s"},
         "StorageDescriptor": {"Location": "s3://bucket/events/day=%s/",
           "Columns": [{"Name": "id", "Type": "int"}], %s}}"""
        .formatted(day, day, day, AVRO.formatted("old", day));
  }

  private Table table() {
    return catalog.table(EVENTS).orElseThrow();
  }

  private List<Partition> partitions() {
    return ((Partitions.Known) catalog.partitions(table(), List.of()))
        .listed().stream()
            .sorted(Comparator.comparing((Partition partition) -> partition.values().get(0)))
            .toList();
  }

  private List<Written> apply(CatalogEdit... edits) {
    Writes writes = Writes.all();
    editor.apply(List.of(edits), writes);
    later();
    return writes.written;
  }

  @Test
  void partitionsGetTheTablesColumnsAndAllElseStays() {
    List<Partition> before = partitions();
    assertThat(apply(new SyncColumns(EVENTS, Set.of(List.of("1"), List.of("gone"))))).hasSize(1);

    List<Partition> after = partitions();
    assertThat(after.get(0).columns()).isEqualTo(table().columns());
    assertThat(after.get(0).parameters()).isEqualTo(before.get(0).parameters());
    assertThat(after.get(0).storage().parameters())
        .containsEntry("avro.schema.literal", "new")
        .containsEntry("own", "1");
    assertThat(after.get(1)).usingRecursiveComparison().isEqualTo(before.get(1));
  }

  @Test
  void whatIsInPlaceAlreadyIsNotWrittenAgain() {
    CatalogEdit[] edits = {
      new SyncColumns(EVENTS, Set.of(List.of("1"), List.of("2"))),
      new SetSerdeParameter(EVENTS, "orc.column.index.access", "false"),
      new SetTableParameter(EVENTS, "orc.schema.resolution", "name"),
      new RegisterPartitions(EVENTS, List.of(new Folder(List.of("3"), "day=3/")))
    };
    assertThat(apply(edits)).isNotEmpty();
    assertThat(partitions()).hasSize(3);
    assertThat(apply(edits)).isEmpty();
  }

  @Test
  void aSerdeParameterIsSetOnTheTableAndOnAllPartitions() {
    apply(new SetSerdeParameter(EVENTS, "orc.column.index.access", "false"));

    assertThat(table().storage().parameter("orc.column.index.access")).contains("false");
    assertThat(table().storage().parameter("own")).contains("table");
    assertThat(partitions())
        .hasSize(2)
        .allSatisfy(
            partition ->
                assertThat(partition.storage().parameter("orc.column.index.access"))
                    .contains("false"));
  }

  @Test
  void registeredPartitionsAreLikeTheTableAndThoseThereStay() {
    List<Partition> before = partitions();
    apply(
        new RegisterPartitions(
            EVENTS,
            List.of(new Folder(List.of("1"), "day=1/"), new Folder(List.of("3"), "day=3/"))));

    List<Partition> after = partitions();
    assertThat(after).hasSize(3);
    assertThat(after.subList(0, 2)).usingRecursiveComparison().isEqualTo(before);
    assertThat(after.get(2).columns()).isEqualTo(table().columns());
    assertThat(after.get(2).storage().location()).isEqualTo("s3://bucket/events/day=3/");
    assertThat(after.get(2).storage().format()).isEqualTo(table().storage().format());
  }

  @Test
  void undoingGivesBackWhatWas() {
    Table table = table();
    List<Partition> before = partitions();
    List<Written> written =
        apply(
            new SyncColumns(EVENTS, Set.of(List.of("1"))),
            new SetSerdeParameter(EVENTS, "orc.column.index.access", "false"),
            new SetTableParameter(EVENTS, "orc.schema.resolution", "name"),
            new RegisterPartitions(EVENTS, List.of(new Folder(List.of("3"), "day=3/"))));
    assertThat(table()).usingRecursiveComparison().isNotEqualTo(table);

    Writes undone = Writes.all();
    for (Path kept : written.stream().map(Written::kept).distinct().toList()) {
      editor.undo(kept, undone);
      later();
    }
    assertThat(undone.written).isNotEmpty();
    assertThat(table()).usingRecursiveComparison().isEqualTo(table);
    assertThat(partitions()).usingRecursiveComparison().isEqualTo(before);

    Writes again = Writes.all();
    for (Path kept : written.stream().map(Written::kept).distinct().toList()) {
      editor.undo(kept, again);
      later();
    }
    assertThat(again.written).as("in place already").isEmpty();

    for (Path kept : undone.written.stream().map(Written::kept).distinct().toList()) {
      editor.undo(kept, Writes.all());
      later();
    }
    assertThat(partitions()).as("what was undone is kept in its turn").hasSize(3);
  }

  @Test
  void aTableThatIsNotThereIsTold() {
    TableName missing = new TableName("web", "missing");
    assertThatThrownBy(() -> apply(new SetTableParameter(missing, "a", "b")))
        .isInstanceOf(SluiceException.class)
        .hasMessage("The catalog has not one table web.missing");
  }

  @Test
  void whatWasNotKeptIsNotPutBack() {
    assertThatThrownBy(() -> editor.undo(folder.resolve("nothing"), Writes.all()))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining(folder.resolve("nothing") + " is no ");
  }
}

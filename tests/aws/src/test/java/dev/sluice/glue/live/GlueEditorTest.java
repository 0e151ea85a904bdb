package dev.sluice.glue.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.CatalogEdit.SetSerdeParameter;
import dev.sluice.CatalogEdit.SetTableParameter;
import dev.sluice.CatalogEdit.SyncColumns;
import dev.sluice.EditableCatalog;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.lake.LakeFolderCatalog;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.Clients;
import dev.sluice.standin.aws.Entries;
import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** What changing the live catalog does on the wire, and where that fails. */
class GlueEditorTest extends LiveGlue {
  private static final String KEY = "orc.column.index.access";
  private static final CatalogEdit BY_NAME = new SetSerdeParameter(HOURLY, KEY, "false");

  private final Path folder;

  GlueEditorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private EditableCatalog editor(GlueCatalog catalog) {
    return catalog.editable(folder.resolve("kept")).orElseThrow();
  }

  private static long changed(GlueCatalog catalog) {
    return known(catalog, HOURLY).listed().stream()
        .filter(partition -> partition.storage().parameter(KEY).isPresent())
        .count();
  }

  private static boolean isTableChanged(GlueCatalog catalog) {
    return catalog.table(HOURLY).orElseThrow().storage().parameter(KEY).isPresent();
  }

  private SluiceException failure(EditableCatalog editor, Writes writes, CatalogEdit... edits) {
    return catchThrowableOfType(SluiceException.class, () -> editor.apply(List.of(edits), writes));
  }

  private int calls(String operation) {
    return aws.calls().count(operation);
  }

  @Test
  void writesAHundredPartitionsACallAndTheTableLast() {
    loadHours(250);
    try (GlueCatalog glue = open()) {
      assertThat(changed(glue)).isZero();
      Writes writes = Writes.all();
      editor(glue).apply(List.of(BY_NAME), writes);

      assertThat(writes.told())
          .containsExactly("250 of 250 partitions of big.hourly", "the entry of table big.hourly");
      assertThat(changed(glue)).as("what was read before is forgotten").isEqualTo(250);
      assertThat(isTableChanged(glue)).isTrue();
      assertThat(calls("BatchUpdatePartition")).isEqualTo(3);
      assertThat(calls("UpdateTable")).isEqualTo(1);
    }
  }

  @Test
  void whatIsKeptIsALakeFolderOfEntriesAsTheyWere() throws IOException {
    loadHours(3);
    try (GlueCatalog glue = open()) {
      Table before = glue.table(HOURLY).orElseThrow();
      List<Partition> partitions = known(glue, HOURLY).listed();
      Writes writes = Writes.all();
      editor(glue).apply(List.of(BY_NAME), writes);

      Path kept = writes.written.get(0).kept();
      assertThat(kept).hasParent(folder.resolve("kept")).hasFileName("20261127T120000000Z");
      try (LakeFolderCatalog lake = LakeFolderCatalog.open(kept)) {
        assertThat(lake.table(HOURLY).orElseThrow()).usingRecursiveComparison().isEqualTo(before);
        assertThat(known(lake, HOURLY).listed()).isEqualTo(partitions);
      }
      assertThat(kept.resolve("catalog/big.tables.json"))
          .content()
          .contains("\"CreateTime\": 1553702400.500,");
      try (var files = Files.list(folder.resolve("kept"))) {
        assertThat(files).hasSize(1);
      }
    }
  }

  @Test
  void writesNothingWhereEntriesCannotBeKept() throws IOException {
    loadHours(3);
    Files.writeString(folder.resolve("kept"), "a file in the folder's place");
    try (GlueCatalog glue = open()) {
      Writes writes = Writes.all();
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
      assertThat(failure)
          .hasMessageContaining("Nothing was changed")
          .hasMessageContaining("--keep");
      assertThat(writes.told()).isEmpty();
      assertThat(changed(glue)).isZero();
      assertThat(calls("BatchUpdatePartition") + calls("UpdateTable")).isZero();
    }
  }

  @Test
  void saysWhichPartitionsGlueDidNotTakeAndLeavesTheTable() {
    loadHours(150);
    try (GlueCatalog glue = open();
        GlueClient other = Clients.of(aws, GlueClient.builder(), aws.user())) {
      // After the look before the first batch is written.
      aws.faults()
          .on("BatchGetPartition")
          .times(1)
          .meanwhile(
              () ->
                  other.deletePartition(
                      request ->
                          request
                              .databaseName("big")
                              .tableName("hourly")
                              .partitionValues("2015-01-01-05")));
      Writes writes = Writes.all();
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure.code()).isEqualTo(ErrorCode.CATALOG_UNREADABLE);
      assertThat(failure)
          .hasMessageContaining("1 of 150 partitions of big.hourly were not written (update)")
          .hasMessageContaining("[2015-01-01-05]: ")
          .hasMessageContaining("EntityNotFoundException");
      assertThat(writes.told()).containsExactly("149 of 150 partitions of big.hourly");
      assertThat(changed(glue)).isEqualTo(149);
      assertThat(isTableChanged(glue)).isFalse();
    }
  }

  @Test
  void leavesAloneWhatSomebodyElseHasChangedSinceItWasRead() {
    loadHours(5);
    try (GlueCatalog glue = open();
        GlueClient other = Clients.of(aws, GlueClient.builder(), aws.user())) {
      aws.faults().on("GetPartitions").times(1).meanwhile(() -> move(other, "2015-01-01-03"));
      Writes writes = Writes.all();
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure)
          .hasMessageContaining("1 of 5 partitions")
          .hasMessageContaining("[2015-01-01-03]: it is no longer as it was when it was read");
      assertThat(writes.told()).containsExactly("4 of 5 partitions of big.hourly");
      assertThat(known(glue, HOURLY).listed())
          .anySatisfy(
              partition -> assertThat(partition.storage().location()).isEqualTo("s3://elsewhere/"));
    }
  }

  private static void move(GlueClient by, String value) {
    PartitionInput moved =
        PartitionInput.builder()
            .values(value)
            .storageDescriptor(
                StorageDescriptor.builder()
                    .columns(Column.builder().name("id").type("bigint").build())
                    .location("s3://elsewhere/")
                    .inputFormat("org.apache.hadoop.hive.ql.io.orc.OrcInputFormat")
                    .build())
            .build();
    by.batchUpdatePartition(
        request ->
            request
                .databaseName("big")
                .tableName("hourly")
                .entries(entry -> entry.partitionValueList(value).partitionInput(moved)));
  }

  @Test
  void stopsWhereACallFailsAndSaysHowFarItCame() {
    loadHours(250);
    aws.faults().on("BatchUpdatePartition").from(2).throttle();
    try (GlueCatalog glue = open()) {
      Writes writes = Writes.all();
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure.code()).isEqualTo(ErrorCode.CATALOG_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("update partitions of big.hourly");
      assertThat(writes.told()).containsExactly("100 of 250 partitions of big.hourly");
      aws.faults().clear();
      assertThat(changed(glue)).isEqualTo(100);

      watch.goOn(Duration.ofSeconds(1));
      Writes rest = Writes.all();
      editor(glue).apply(List.of(BY_NAME), rest);
      assertThat(rest.told())
          .as("what is left")
          .containsExactly("150 of 150 partitions of big.hourly", "the entry of table big.hourly");
    }
  }

  @Test
  void saysWhereItIsNotKnownWhatWasWritten() {
    loadHours(3);
    aws.faults().on("BatchUpdatePartition").loseAnswer();
    aws.faults()
        .on("BatchGetPartition")
        .from(2)
        .refuse(new AwsError(400, "AccessDeniedException", "no"));
    try (GlueCatalog glue = open()) {
      SluiceException failure = failure(editor(glue), Writes.all(), BY_NAME);

      assertThat(failure)
          .hasMessageContaining("Whether 3 partitions were written is not known")
          .hasMessageContaining("from [2015-01-01-00] to [2015-01-01-02]");
    }
  }

  @Test
  void findsItsOwnWorkDoneWhereOnlyTheAnswersWereLost() {
    loadHours(3);
    aws.faults().on("BatchUpdatePartition").times(1).loseAnswer();
    aws.faults().on("BatchCreatePartition").times(1).loseAnswer();
    aws.faults().on("UpdateTable").times(1).loseAnswer();
    try (GlueCatalog glue = open()) {
      Writes writes = Writes.all();
      CatalogEdit register =
          new RegisterPartitions(
              HOURLY, List.of(new Folder(List.of("2019-01-01-00"), "2019-01-01-00/")));
      editor(glue).apply(List.of(BY_NAME, register), writes);

      assertThat(writes.told())
          .containsExactly(
              "3 of 3 partitions of big.hourly",
              "1 partition of big.hourly",
              "the entry of table big.hourly");
      assertThat(changed(glue)).isEqualTo(4);
      assertThat(aws.calls().all())
          .extracting(Calls.Made::error)
          .as("the second try of UpdateTable meets the first's version")
          .contains("ConcurrentModificationException");
    }
  }

  @Test
  void saysThatTheTableMayNotBeWritten() {
    loadHours(3);
    aws.glue().permissions().denyOperation(aws.user().caller(), "UpdateTable");
    try (GlueCatalog glue = open()) {
      Writes writes = Writes.all();
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
      assertThat(failure)
          .hasMessageContaining("Glue cannot update table big.hourly")
          .hasMessageContaining("glue:UpdateTable");
      assertThat(writes.told()).containsExactly("3 of 3 partitions of big.hourly");

      watch.goOn(Duration.ofSeconds(1));
      editor(glue).undo(writes.written.get(0).kept(), Writes.all());
      assertThat(changed(glue)).isZero();
    }
  }

  @Test
  void stopsBetweenCallsWhenToldTo() {
    loadHours(250);
    try (GlueCatalog glue = open()) {
      Writes writes = new Writes(2);
      SluiceException failure = failure(editor(glue), writes, BY_NAME);

      assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(writes.told()).containsExactly("200 of 250 partitions of big.hourly");
      assertThat(changed(glue)).isEqualTo(200);
      assertThat(isTableChanged(glue)).isFalse();
    }
  }

  @Test
  void undoingLeavesAloneWhatWasChangedSince() {
    loadHours(3);
    try (GlueCatalog glue = open();
        GlueClient other = Clients.of(aws, GlueClient.builder(), aws.user())) {
      Writes writes = Writes.all();
      editor(glue).apply(List.of(BY_NAME), writes);
      move(other, "2015-01-01-01");
      watch.goOn(Duration.ofSeconds(1));

      Writes undone = Writes.all();
      assertThatThrownBy(() -> editor(glue).undo(writes.written.get(0).kept(), undone))
          .hasMessageContaining("[2015-01-01-01]: it is no longer as it was");
      assertThat(undone.told()).containsExactly("2 of 3 partitions of big.hourly");
      assertThat(known(glue, HOURLY).listed())
          .anySatisfy(
              partition -> assertThat(partition.storage().location()).isEqualTo("s3://elsewhere/"));
    }
  }

  /**
   * Every member that TableInput takes, as this SDK knows it, but those of views, links and
   * federated ones.
   */
  @Test
  void keepsAllThatATableCanHave() {
    loadHours(1);
    StorageDescriptor descriptor =
        StorageDescriptor.builder()
            .columns(
                Column.builder()
                    .name("id")
                    .type("bigint")
                    .comment("c")
                    .parameters(Map.of("a", "b"))
                    .build())
            .location("s3://bucket/full/")
            .additionalLocations("s3://bucket/more/")
            .inputFormat("org.apache.hadoop.hive.ql.io.orc.OrcInputFormat")
            .outputFormat("org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat")
            .compressed(true)
            .numberOfBuckets(7)
            .serdeInfo(
                serde ->
                    serde
                        .name("s")
                        .serializationLibrary("org.apache.hadoop.hive.ql.io.orc.OrcSerde")
                        .parameters(Map.of("x", "y")))
            .bucketColumns("id")
            .sortColumns(sort -> sort.column("id").sortOrder(1))
            .parameters(Map.of("p", "q"))
            .skewedInfo(
                skewed ->
                    skewed
                        .skewedColumnNames("id")
                        .skewedColumnValues("1")
                        .skewedColumnValueLocationMaps(Map.of("1", "s3://bucket/one/")))
            .storedAsSubDirectories(true)
            .schemaReference(
                schema ->
                    schema
                        .schemaVersionNumber(4L)
                        .schemaId(id -> id.registryName("r").schemaName("n")))
            .build();
    TableInput full =
        TableInput.builder()
            .name("full")
            .description("d")
            .owner("o")
            .lastAccessTime(Instant.ofEpochMilli(1553702400123L))
            .lastAnalyzedTime(Instant.ofEpochMilli(1553702400456L))
            .retention(9)
            .storageDescriptor(descriptor)
            .partitionKeys(Column.builder().name("day").type("string").build())
            .viewOriginalText("v")
            .viewExpandedText("w")
            .tableType("EXTERNAL_TABLE")
            .parameters(Map.of("classification", "orc"))
            .build();
    Set<String> unset = new HashSet<>();
    full.sdkFields().stream()
        .filter(field -> field.getValueOrDefault(full) == null)
        .forEach(field -> unset.add(field.locationName()));
    assertThat(unset).containsExactlyInAnyOrder("TargetTable", "FederatedTable", "ViewDefinition");

    try (GlueCatalog glue = open();
        GlueClient client = Clients.of(aws, GlueClient.builder(), aws.user())) {
      client.createTable(request -> request.databaseName("big").tableInput(full));
      editor(glue)
          .apply(
              List.of(new SetTableParameter(new TableName("big", "full"), "more", "m")),
              Writes.all());

      software.amazon.awssdk.services.glue.model.Table now =
          client.getTable(request -> request.databaseName("big").name("full")).table();
      assertThat(now.parameters())
          .containsEntry("more", "m")
          .containsEntry("classification", "orc");
      TableInput.Builder read = SdkInput.fill(TableInput.builder(), SdkJson.of(now));
      assertThat(read.parameters(full.parameters()).build()).isEqualTo(full);
      assertThat(now.versionId()).isEqualTo("1");
    }
  }

  /** A member of the wire that the SDK passes over would be gone once its entry is written back. */
  @Test
  void writesNothingBackThatSaysMoreThanTheSdkKnows() {
    ObjectNode table = loadHours(2);
    List<ObjectNode> partitions = Entries.hours(table, 2);
    partitions.get(1).withObject("StorageDescriptor").put("NewInGlue", "kept");
    aws.glue().table(AwsStandIn.ACCOUNT, "big", table, partitions);
    try (GlueCatalog glue = open()) {
      assertThat(known(glue, HOURLY).listed()).as("to read it is no loss").hasSize(2);
      Writes writes = Writes.all();
      assertThat(failure(editor(glue), writes, BY_NAME))
          .hasMessageContaining("Glue tells of Partitions.StorageDescriptor.NewInGlue");
      assertThat(
              failure(
                  editor(glue), writes, new SyncColumns(HOURLY, Set.of(List.of("2015-01-01-01")))))
          .hasMessageContaining("Glue tells of Partitions.StorageDescriptor.NewInGlue");

      aws.glue().table(AwsStandIn.ACCOUNT, "big", table.deepCopy().put("Newer", 1), List.of());
      assertThat(failure(editor(glue), writes, new SetTableParameter(HOURLY, "a", "b")))
          .hasMessageContaining("Glue tells of Table.Newer");
      assertThat(writes.told()).isEmpty();
    }
    assertThat(folder.resolve("kept")).doesNotExist();
  }

  @Test
  void leavesTablesUnderLakeFormationAsTheyAre() {
    ObjectNode entry = loadHours(2);
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "big",
            entry.deepCopy().put("IsRegisteredWithLakeFormation", true),
            Entries.hours(entry, 2));
    aws.glue().permissions().hideColumns(aws.user().caller(), "big", "hourly", Set.of("secret"));
    try (GlueCatalog glue = open()) {
      EditableCatalog editor = editor(glue);
      assertThat(editor.refusal(glue.table(HOURLY).orElseThrow()))
          .hasValueSatisfying(why -> assertThat(why).contains("may hide columns"));

      Writes writes = Writes.all();
      SluiceException failure =
          failure(editor, writes, new SyncColumns(HOURLY, Set.of(List.of("2015-01-01-00"))));
      assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
      assertThat(failure).hasMessageContaining("big.hourly").hasMessageNotContaining("secret");
      aws.glue().permissions().clear();
      assertThat(known(open(), HOURLY).listed().get(0).columns()).hasSize(2);
    }
  }

  @Test
  void changesWhatALinkLeadsToUnderItsOwnName() {
    loadHours(2);
    aws.glue().database(AwsStandIn.ACCOUNT, "linked");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "shortcut", "big", "hourly"),
            List.of());
    aws.glue().databaseLink(AwsStandIn.ACCOUNT, "links", AwsStandIn.ACCOUNT, "linked");
    try (GlueCatalog glue = open()) {
      Writes writes = Writes.all();
      editor(glue)
          .apply(
              List.of(
                  new SetSerdeParameter(new TableName("links", "shortcut"), KEY, "false"), BY_NAME),
              writes);

      assertThat(writes.told())
          .containsExactly("2 of 2 partitions of big.hourly", "the entry of table big.hourly");
      assertThat(changed(glue)).isEqualTo(2);
      assertThat(known(glue, new TableName("links", "shortcut")).listed()).hasSize(2);
      Table link = glue.table(new TableName("linked", "shortcut")).orElseThrow();
      assertThat(link.storage().parameter(KEY)).contains("false");
    }
  }
}

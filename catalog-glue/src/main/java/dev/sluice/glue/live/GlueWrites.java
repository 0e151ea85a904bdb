package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The calls of Glue that writing takes. They throw what the SDK throws, for only their caller can
 * say what a failure leaves undone. Safe for use by several threads.
 *
 * <p>Sizes: AWS Glue Web API Reference, BatchUpdatePartition (Entries, at most 100),
 * BatchCreatePartition (PartitionInputList, at most 100), BatchDeletePartition (PartitionsToDelete,
 * at most 25); looked at 2026-11-27.
 */
final class GlueWrites {
  private static final int PUT = 100;
  private static final int DELETED = 25;

  private final GlueClient glue;
  private final GlueCalls calls;

  /** An entry that Glue did not take, and why. */
  record Refused(List<String> values, String why) {}

  GlueWrites(GlueClient glue, GlueCalls calls) {
    this.glue = glue;
    this.calls = calls;
  }

  /** How many entries one call takes. */
  static int atOnce(EntryChange.Kind kind) {
    return switch (kind) {
      case UPDATE, CREATE -> PUT;
      case DELETE -> DELETED;
    };
  }

  /**
   * Writes a table's entry if its version is still the one that was seen. Glue archives that
   * version (UpdateTable, SkipArchive; looked at 2026-11-27), so that it is not lost there either.
   */
  void table(GlueTable.Source table, ObjectNode entry, @Nullable String seenVersion) {
    TableInput input = SdkInput.fill(TableInput.builder(), entry).build();
    glue.updateTable(
        request ->
            request
                .catalogId(calls.catalog(table))
                .databaseName(table.name().database())
                .versionId(seenVersion)
                .tableInput(input));
  }

  /** Writes at most {@link #atOnce} partitions. */
  List<Refused> partitions(GlueTable.Source table, EntryChange.Kind kind, List<EntryChange> batch) {
    return switch (kind) {
      case UPDATE -> update(table, batch);
      case CREATE -> create(table, batch);
      case DELETE -> delete(table, batch);
    };
  }

  private List<Refused> update(GlueTable.Source table, List<EntryChange> batch) {
    List<BatchUpdatePartitionRequestEntry> entries =
        batch.stream()
            .map(
                each ->
                    BatchUpdatePartitionRequestEntry.builder()
                        .partitionValueList(each.values())
                        .partitionInput(input(each))
                        .build())
            .toList();
    return glue
        .batchUpdatePartition(
            request ->
                request
                    .catalogId(calls.catalog(table))
                    .databaseName(table.name().database())
                    .tableName(table.name().table())
                    .entries(entries))
        .errors()
        .stream()
        .map(error -> new Refused(error.partitionValueList(), why(error.errorDetail())))
        .toList();
  }

  private List<Refused> create(GlueTable.Source table, List<EntryChange> batch) {
    return glue
        .batchCreatePartition(
            request ->
                request
                    .catalogId(calls.catalog(table))
                    .databaseName(table.name().database())
                    .tableName(table.name().table())
                    .partitionInputList(batch.stream().map(GlueWrites::input).toList()))
        .errors()
        .stream()
        .map(error -> new Refused(error.partitionValues(), why(error.errorDetail())))
        .toList();
  }

  private List<Refused> delete(GlueTable.Source table, List<EntryChange> batch) {
    List<PartitionValueList> values =
        batch.stream()
            .map(each -> PartitionValueList.builder().values(each.values()).build())
            .toList();
    return glue
        .batchDeletePartition(
            request ->
                request
                    .catalogId(calls.catalog(table))
                    .databaseName(table.name().database())
                    .tableName(table.name().table())
                    .partitionsToDelete(values))
        .errors()
        .stream()
        .map(error -> new Refused(error.partitionValues(), why(error.errorDetail())))
        .toList();
  }

  private static PartitionInput input(EntryChange change) {
    return SdkInput.fill(PartitionInput.builder(), Objects.requireNonNull(change.after())).build();
  }

  private static String why(@Nullable ErrorDetail detail) {
    return detail == null
        ? "Glue does not say why"
        : detail.errorMessage() + " (" + detail.errorCode() + ")";
  }
}

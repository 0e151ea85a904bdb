package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.EditableCatalog.Watch;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import dev.sluice.glue.live.EntryChange.Kind;
import java.nio.file.Path;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes what is to change of one table: partitions first, the table's own entry last, so that what
 * stops in between leaves the table as its other partitions know it.
 */
record ChangeWriting(
    GlueCalls calls, GlueWrites writes, TableChange change, Path kept, Watch watch) {

  /**
   * @throws SluiceException when anything is left undone
   */
  void write() {
    PartitionWriting partitions = new PartitionWriting(calls, writes, change.source(), kept, watch);
    for (Kind kind : Kind.values()) {
      partitions.write(
          kind, change.partitions().stream().filter(each -> each.kind() == kind).toList());
    }
    if (change.changesTable()) {
      table(change.source());
    }
  }

  private void table(GlueTable.Source source) {
    PartitionWriting.requireToGoOn(watch);
    ObjectNode after = Objects.requireNonNull(change.table().after());
    JsonNode now = calls.table(source).orElse(null);
    if (now != null && EntryChange.isSameTable(now, after)) {
      return;
    }
    if (now == null || !EntryChange.isSameTable(now, change.entry())) {
      throw new SluiceException(
          ErrorCode.CATALOG_UNREADABLE,
          "The entry of table "
              + source.name()
              + " was not written: "
              + PartitionWriting.MEANWHILE);
    }
    try {
      writes.table(source, after, now.path("VersionId").textValue());
    } catch (SdkException e) {
      requireThere(source, after, e);
    }
    watch.wrote(new Written("the entry of table " + source.name(), kept));
  }

  /** A call that was tried again after its answer was lost finds its own work done. */
  private void requireThere(GlueTable.Source source, ObjectNode after, SdkException failure) {
    SluiceException told = AwsErrors.of(AwsService.GLUE, "update table " + source.name(), failure);
    JsonNode now;
    try {
      now = calls.table(source).orElse(null);
    } catch (SluiceException unknown) {
      throw new SluiceException(
          told.code(), told.getMessage() + ". Whether it was written is not known", failure);
    }
    if (now == null || !EntryChange.isSameTable(now, after)) {
      throw told;
    }
  }
}

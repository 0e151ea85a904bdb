package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.EditableCatalog.Watch;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsErrors;
import dev.sluice.aws.AwsService;
import dev.sluice.glue.live.EntryChange.Kind;
import dev.sluice.glue.live.GlueWrites.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes partitions of one table, a batch at a time. One is read again just before it is written,
 * and left alone where it is no longer what it was. Not shareable between threads.
 */
final class PartitionWriting {
  /** Why an entry is left alone. */
  static final String MEANWHILE =
      "it is no longer as it was when it was read: somebody else has changed it";

  private static final int MOST_TOLD = 10;

  private final GlueCalls calls;
  private final GlueWrites writes;
  private final GlueTable.Source source;
  private final Path kept;
  private final Watch watch;
  private final List<Refused> refused = new ArrayList<>();

  PartitionWriting(
      GlueCalls calls, GlueWrites writes, GlueTable.Source source, Path kept, Watch watch) {
    this.calls = calls;
    this.writes = writes;
    this.source = source;
    this.kept = kept;
    this.watch = watch;
  }

  /**
   * @throws SluiceException when any is left undone
   */
  void write(Kind kind, List<EntryChange> all) {
    int done = 0;
    refused.clear();
    try {
      int size = GlueWrites.atOnce(kind);
      for (int start = 0; start < all.size(); start += size) {
        requireToGoOn(watch);
        List<EntryChange> batch = all.subList(start, Math.min(all.size(), start + size));
        done += batch(kind, batch);
      }
    } catch (Unfinished e) {
      done += e.done;
      throw e.failure;
    } finally {
      if (done > 0) {
        watch.wrote(new Written(counted(done, all.size()), kept));
      }
    }
    if (!refused.isEmpty()) {
      throw new SluiceException(ErrorCode.CATALOG_UNREADABLE, notTaken(kind, all.size()));
    }
  }

  private String counted(int done, int all) {
    String of = all == 1 ? "" : " of " + all;
    return "%d%s partition%s of %s".formatted(done, of, all == 1 ? "" : "s", source.name());
  }

  /** A call failed, and of its batch so many entries were written all the same. */
  private static final class Unfinished extends Exception {
    private static final long serialVersionUID = 1;
    private final int done;
    private final SluiceException failure;

    Unfinished(int done, SluiceException failure) {
      super(failure);
      this.done = done;
      this.failure = failure;
    }
  }

  /** How many were written. */
  private int batch(Kind kind, List<EntryChange> batch) throws Unfinished {
    Map<List<String>, JsonNode> now = now(batch);
    List<EntryChange> toWrite = new ArrayList<>();
    for (EntryChange each : batch) {
      JsonNode found = now.get(each.values());
      if (EntryChange.isSamePartition(found, each.before())) {
        toWrite.add(each);
      } else if (!EntryChange.isSamePartition(found, each.after())) {
        refused.add(new Refused(each.values(), MEANWHILE));
      }
    }
    if (toWrite.isEmpty()) {
      return 0;
    }
    List<Refused> said;
    try {
      said = writes.partitions(source, kind, toWrite);
    } catch (SdkException e) {
      throw unfinished(kind, toWrite, e);
    }
    // A call that was tried again after its answer was lost finds its own work done.
    List<EntryChange> doubtful = said.isEmpty() ? List.of() : notThere(toWrite);
    said.stream()
        .filter(each -> doubtful.stream().anyMatch(one -> one.values().equals(each.values())))
        .forEach(refused::add);
    return toWrite.size() - doubtful.size();
  }

  private Unfinished unfinished(Kind kind, List<EntryChange> batch, SdkException e) {
    SluiceException told =
        AwsErrors.of(AwsService.GLUE, kind.verb() + " partitions of " + source.name(), e);
    try {
      return new Unfinished(batch.size() - notThere(batch).size(), told);
    } catch (SluiceException unknown) {
      return new Unfinished(
          0,
          new SluiceException(
              told.code(),
              told.getMessage()
                  + ". Whether "
                  + batch.size()
                  + " partitions were written is not known, from "
                  + batch.get(0).values()
                  + " to "
                  + batch.get(batch.size() - 1).values(),
              e));
    }
  }

  /** Those that are not as they are to be. */
  private List<EntryChange> notThere(List<EntryChange> batch) {
    Map<List<String>, JsonNode> now = now(batch);
    return batch.stream()
        .filter(each -> !EntryChange.isSamePartition(now.get(each.values()), each.after()))
        .toList();
  }

  private Map<List<String>, JsonNode> now(List<EntryChange> batch) {
    Map<List<String>, JsonNode> now = new HashMap<>();
    calls
        .partitions(source, batch.stream().map(EntryChange::values).toList())
        .forEach(entry -> now.put(EntryChange.values(entry), entry));
    return now;
  }

  static void requireToGoOn(Watch watch) {
    if (!watch.isToGoOn()) {
      throw new SluiceException(ErrorCode.CANCELLED, "Changing the catalog was cancelled");
    }
  }

  private String notTaken(Kind kind, int all) {
    StringBuilder text =
        new StringBuilder(
            "%d of %d partitions of %s were not written (%s)"
                .formatted(refused.size(), all, source.name(), kind.verb()));
    refused.stream()
        .limit(MOST_TOLD)
        .forEach(each -> text.append("; ").append(each.values()).append(": ").append(each.why()));
    if (refused.size() > MOST_TOLD) {
      text.append("; and ").append(refused.size() - MOST_TOLD).append(" more");
    }
    return text.toString();
  }
}

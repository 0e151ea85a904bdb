package dev.sluice.conversion;

import dev.sluice.Conversion;
import dev.sluice.ConvertedFiles;
import dev.sluice.Converter;
import dev.sluice.ErrorCode;
import dev.sluice.LakeFile;
import dev.sluice.Partition;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableWriter;
import dev.sluice.conversion.ConversionPlan.Part;
import dev.sluice.conversion.ConversionReport.Converted;
import dev.sluice.conversion.ConversionReport.Failed;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Converts the due parts of a plan, several at a time, and publishes those that are done together.
 * Not shareable between threads.
 */
final class ConversionRun {
  /** Of the source: Parquet and ORC are rarely larger than what they were made of. */
  static final long BYTES_OF_FILE = 400L << 20;

  private static final long POLL_SECONDS = 15;

  private final Converter converter;
  private final TableWriter writer;
  private final Folders folders;
  private final Clock clock;
  private final Lease lease;
  private final ConversionPlan plan;
  private final Version version;
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final List<Converted> converted = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();
  private final ConversionProgress progress;

  /** How converting one part ended. */
  private record Outcome(
      Part part, String location, @Nullable ConvertedFiles files, @Nullable Throwable failure) {}

  ConversionRun(
      Converter converter,
      TableWriter writer,
      Folders folders,
      Clock clock,
      Lease lease,
      ConversionPlan plan,
      RunListener listener) {
    this.converter = converter;
    this.writer = writer;
    this.folders = folders;
    this.clock = clock;
    this.lease = lease;
    this.plan = plan;
    this.version = Version.begun(clock.instant());
    this.progress = new ConversionProgress(plan, listener);
  }

  ConversionReport run(int threads) {
    List<Part> due = plan.due();
    if (!plan.gone().isEmpty()) {
      lease.require();
      writer.drop(plan.twin().name(), plan.gone());
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads, this::thread);
    try {
      due.forEach(part -> workers.execute(() -> outcomes.add(outcome(part))));
      for (int left = due.size(); left > 0; ) {
        lease.renewWhereDue();
        List<Outcome> done = done();
        publish(done);
        left -= done.size();
      }
      return new ConversionReport(plan, converted, failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "The conversion was cancelled");
    } finally {
      end(workers);
    }
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sluice-conversion");
    thread.setDaemon(true);
    return thread;
  }

  /** Those that have ended since; none when that takes longer than the lease may wait. */
  private List<Outcome> done() throws InterruptedException {
    List<Outcome> done = new ArrayList<>();
    Outcome first = outcomes.poll(POLL_SECONDS, TimeUnit.SECONDS);
    if (first != null) {
      done.add(first);
      outcomes.drainTo(done);
    }
    return done;
  }

  /** Stops what runs, publishes what has ended, and clears away the rest. */
  private void end(ExecutorService workers) {
    boolean interrupted = Thread.interrupted();
    workers.shutdownNow();
    try {
      while (!workers.awaitTermination(POLL_SECONDS, TimeUnit.SECONDS)) {
        lease.renewWhereDue();
      }
      List<Outcome> done = new ArrayList<>();
      outcomes.drainTo(done);
      publish(done);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Outcome outcome(Part part) {
    String location =
        "%s/%s/%s"
            .formatted(
                Twin.root(plan.twin()),
                version.name(),
                PartitionFolder.of(plan.source(), part.values()));
    try {
      ConvertedFiles files = converter.convert(conversion(part, location), progress.watching());
      List<LakeFile> sources = requireUnchanged(part).files();
      folders.write(location, Manifest.FILE, Manifest.of(plan, part, files, sources));
      return new Outcome(part, location, files, null);
    } catch (Throwable e) {
      return new Outcome(part, location, null, e);
    }
  }

  private Conversion conversion(Part part, String location) {
    Table source = plan.source();
    Table read =
        Table.builder(source.name())
            .columns(plan.read())
            .partitionKeys(source.partitionKeys())
            .storage(source.storage())
            .parameters(source.parameters())
            .build();
    return new Conversion(
        read,
        part.partition(),
        plan.shape(),
        plan.order().format(),
        location,
        plan.order().sortedBy(),
        BYTES_OF_FILE);
  }

  /**
   * The files that were read. Others that came or went meanwhile would be missing, or there twice.
   */
  private Sources requireUnchanged(Part part) throws IOException {
    Storage storage = Sources.storage(plan.source(), part.partition());
    Sources now = SourceFiles.of(plan.source(), folders, converter).at(storage);
    String digest = now.digest(plan.source(), part.partition());
    if (!digest.equals(part.digest())) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Its files were changed while they were read; convert again once they are all there");
    }
    return now;
  }

  private void publish(List<Outcome> done) {
    List<Outcome> right = new ArrayList<>();
    List<Throwable> fatal = new ArrayList<>();
    for (Outcome outcome : done) {
      Throwable failure = outcome.failure();
      if (failure == null) {
        right.add(outcome);
        continue;
      }
      discard(outcome.location());
      progress.ended(outcome.part());
      if (isOrdinary(failure)) {
        failed.add(new Failed(outcome.part(), String.valueOf(failure.getMessage())));
      } else {
        fatal.add(failure);
      }
    }
    if (!right.isEmpty()) {
      show(right);
    }
    for (Throwable failure : fatal) {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (SluiceException) failure;
    }
  }

  private void show(List<Outcome> right) {
    lease.require();
    if (plan.source().isPartitioned()) {
      writer.publish(plan.twin(), right.stream().map(this::partition).toList());
    } else {
      writer.publish(whole(right.get(0)), List.of());
    }
    for (Outcome outcome : right) {
      long rows = Objects.requireNonNull(outcome.files()).rows();
      converted.add(new Converted(outcome.part(), rows, bytes(outcome.location())));
      progress.ended(outcome.part());
    }
  }

  /** A partition that fails leaves the others alone; what fails for all of them ends the run. */
  private static boolean isOrdinary(Throwable failure) {
    if (failure instanceof SluiceException told) {
      return told.code() != ErrorCode.CANCELLED && told.code() != ErrorCode.ENGINE_UNAVAILABLE;
    }
    return !(failure instanceof Error);
  }

  private Partition partition(Outcome outcome) {
    return new Partition(
        outcome.part().values(),
        plan.twin().columns(),
        Written.storage(plan.order().format(), outcome.location()),
        published(outcome));
  }

  private Table whole(Outcome outcome) {
    return Table.builder(plan.twin().name())
        .columns(plan.twin().columns())
        .parameters(plan.twin().parameters())
        .parameters(published(outcome))
        .storage(Written.storage(plan.order().format(), outcome.location()))
        .build();
  }

  private Map<String, String> published(Outcome outcome) {
    long rows = Objects.requireNonNull(outcome.files()).rows();
    return Twin.published(
        outcome.part().digest(),
        plan.order().sortedBy(),
        clock.instant(),
        rows,
        outcome.part().bytes(),
        bytes(outcome.location()));
  }

  private long bytes(String location) {
    try {
      return folders.list(location).stream().mapToLong(LakeFile::size).sum();
    } catch (IOException e) {
      return 0; // told to a person only
    }
  }

  /** What cannot be deleted now is for the vacuum. */
  private void discard(String location) {
    try {
      folders.delete(location);
    } catch (IOException e) {
      return;
    }
  }
}

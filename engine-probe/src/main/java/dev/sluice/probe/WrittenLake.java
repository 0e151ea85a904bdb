package dev.sluice.probe;

import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.files.s3.S3Writer;
import dev.sluice.glue.live.GlueTablesWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a lake into S3 and registers its tables, and removes what it made, and nothing else. Not
 * shareable between threads.
 *
 * <p>What is about to be made is noted first: a call whose answer is lost may have done its work.
 */
public final class WrittenLake implements AutoCloseable {
  private final Lake lake;
  private final S3Writer files;
  private final GlueTablesWriter catalog;
  private final List<String> objects = new ArrayList<>();
  private final List<TableName> tables = new ArrayList<>();

  private WrittenLake(Lake lake, S3Writer files, GlueTablesWriter catalog) {
    this.lake = lake;
    this.files = files;
    this.catalog = catalog;
  }

  /** Sets the clients up. Writes nothing yet. */
  public static WrittenLake of(Lake lake, SluiceConfiguration configuration) {
    S3Writer files = S3Writer.open(configuration);
    try {
      return new WrittenLake(lake, files, GlueTablesWriter.open(configuration));
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  /**
   * Writes the files, then makes the tables.
   *
   * @throws SluiceException when something cannot be made, or the thread is interrupted; what was
   *     made until then waits for {@link #remove}
   */
  public void write(RunListener listener) {
    int total = lake.objects().size() + lake.tables().size();
    for (LakeObject object : lake.objects()) {
      told(listener, "writing files", total);
      objects.add(object.location());
      files.put(object.location(), object.content().get());
    }
    for (LakeTable table : lake.tables()) {
      told(listener, "making tables", total);
      tables.add(table.name());
      catalog.create(table.name(), table.entry());
      catalog.addPartitions(table.name(), table.partitions());
    }
  }

  private void told(RunListener listener, String stage, int total) {
    listener.progressed(new Progress(stage, objects.size() + tables.size(), total));
  }

  /**
   * Removes the tables and the files, as many as can be. On a thread of its own, since nobody's
   * interrupt may stop it half-way.
   *
   * @return what could not be removed, with the reason: a person must
   */
  public List<String> remove() {
    List<String> left = new ArrayList<>();
    Thread removal = new Thread(() -> remove(left), "sluice-probe-removal");
    removal.start();
    boolean interrupted = false;
    while (removal.isAlive()) {
      try {
        removal.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private void remove(List<String> left) {
    for (TableName table : tables) {
      attempt(() -> catalog.delete(table), "Glue table " + table, left);
    }
    if (!objects.isEmpty()) {
      attempt(() -> files.delete(objects), "S3 objects below " + lake.folder() + "/", left);
    }
    tables.clear();
    objects.clear();
  }

  private static void attempt(Runnable removal, String what, List<String> left) {
    try {
      removal.run();
    } catch (SluiceException e) {
      left.add(what + ": " + e.getMessage());
    }
  }

  /** Ends the connections; removes nothing. */
  @Override
  public void close() {
    files.close();
    catalog.close();
  }
}

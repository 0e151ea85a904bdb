package dev.sluice.files;

import static java.util.Objects.requireNonNull;

import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.LocationFiles.Inspected;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into Avro, Parquet, ORC and JSON files wherever a {@link FileStore} finds them. */
public final class LakeFileSchemas implements FileSchemas {
  private static final FileSchema LATE =
      FileSchema.unknown(Code.NOT_INSPECTED, "Time was up before it was the file's turn");
  private static final Listing UNLISTED =
      new Listing(
          List.of(),
          new FileFinding(Code.NOT_INSPECTED, "", "Time was up before the files were listed"));

  private final SchemaCache cache;
  private final FileInspector inspector;
  private final InParallel parallel;
  private final List<FileStore> stores;

  private LakeFileSchemas(Builder builder) {
    SchemaFolder folder = builder.folder == null ? null : new SchemaFolder(builder.folder);
    this.cache = new SchemaCache(builder.entries, folder);
    this.stores = List.copyOf(builder.stores);
    this.inspector = new FileInspector(stores, cache);
    this.parallel = new InParallel(builder.threads);
  }

  /** Files of this machine, nothing kept on disk. */
  public static Builder builder() {
    return new Builder();
  }

  /** What lies at one location. */
  record Listing(List<LakeFile> files, @Nullable FileFinding finding) {
    static Listing failed(Code code, String text) {
      return new Listing(List.of(), new FileFinding(code, "", text));
    }
  }

  /** A file that is to be looked into as one of that format. */
  private record Task(TableFormat format, LakeFile file) {}

  @Override
  public List<LocationFiles> inspect(
      List<Storage> storages, FileSample sample, RunListener listener) {
    long deadline = System.nanoTime() + sample.atMost().toNanos();
    List<Listing> listings =
        parallel.map(
            storages,
            inspector::list,
            UNLISTED,
            deadline,
            done -> listener.progressed(new Progress("listing folders", done, storages.size())));
    List<List<LakeFile>> chosen =
        listings.stream().map(each -> Sampling.choose(each.files, sample)).toList();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < storages.size(); i++) {
      TableFormat format = storages.get(i).format();
      chosen.get(i).forEach(file -> tasks.add(new Task(format, file)));
    }
    Iterator<FileSchema> schemas = schemas(tasks, deadline, listener).iterator();
    List<LocationFiles> answer = new ArrayList<>(storages.size());
    for (int i = 0; i < storages.size(); i++) {
      answer.add(together(storages.get(i), listings.get(i), chosen.get(i), schemas));
    }
    return answer;
  }

  private List<FileSchema> schemas(List<Task> tasks, long deadline, RunListener listener) {
    cache.refresh();
    try {
      return parallel.map(
          tasks,
          task -> inspector.schema(task.format, task.file),
          LATE,
          deadline,
          done -> listener.progressed(new Progress("reading files", done, tasks.size())));
    } finally {
      save();
    }
  }

  /** Of an interrupted look too what was read is kept, and nothing can be written meanwhile. */
  private void save() {
    boolean interrupted = Thread.interrupted();
    try {
      cache.save();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static LocationFiles together(
      Storage storage, Listing listing, List<LakeFile> chosen, Iterator<FileSchema> schemas) {
    List<Inspected> inspected =
        chosen.stream().map(file -> new Inspected(file, schemas.next())).toList();
    long bytes = listing.files.stream().mapToLong(LakeFile::size).sum();
    int files = listing.files.size();
    return new LocationFiles(storage.location(), files, bytes, inspected, listing.finding);
  }

  @Override
  public void close() {
    parallel.close();
    stores.forEach(FileStore::close);
  }

  /** Not shareable between threads. */
  public static final class Builder {
    private final List<FileStore> stores = new ArrayList<>(List.of(new LocalFiles()));
    private int threads = Math.max(4, Runtime.getRuntime().availableProcessors());
    private int entries = 100_000;
    private @Nullable Path folder;

    private Builder() {}

    /** Another place where files lie, closed with the rest. */
    public Builder store(FileStore store) {
      stores.add(requireNonNull(store, "store"));
      return this;
    }

    /** How many files are read at once, 4 or one a processor if not said. */
    public Builder threads(int newThreads) {
      if (newThreads < 1) {
        throw new IllegalArgumentException("At least one thread, not " + newThreads);
      }
      threads = newThreads;
      return this;
    }

    /** Keeps what is read in a folder of its own, which several processes may share. */
    public Builder cacheFolder(Path newFolder) {
      folder = requireNonNull(newFolder, "newFolder");
      return this;
    }

    /** How many files' schemas are kept, in memory and in the folder; 100,000 if not said. */
    public Builder cacheEntries(int newEntries) {
      if (newEntries < 1) {
        throw new IllegalArgumentException("At least one entry, not " + newEntries);
      }
      entries = newEntries;
      return this;
    }

    public LakeFileSchemas build() {
      return new LakeFileSchemas(this);
    }
  }
}

package dev.sluice.files;

import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of files, in memory and, where there is a folder for it, on disk. Equal schemas are
 * one object: a lake has far fewer schemas than files. Safe for use by several threads.
 */
final class SchemaCache {
  private static final int MOST_SHARED = 1_000;

  /** So much at most is lost when the process is killed. */
  private static final int MOST_UNSAVED = 2_000;

  private final Recent memory;
  private final Map<FileSchema, FileSchema> shared = new ConcurrentHashMap<>();
  private final @Nullable SchemaFolder folder;
  private List<Entry> unsaved = new ArrayList<>();

  /** Everything that the content of a file is told apart by. */
  record Key(TableFormat format, LakeFile file) {}

  record Entry(Key key, FileSchema schema) {}

  SchemaCache(int entries, @Nullable SchemaFolder folder) {
    this.memory = new Recent(entries);
    this.folder = folder;
  }

  /** Takes in what was saved, by whomever, since the last time. */
  void refresh() {
    if (folder != null) {
      folder.unseen().forEach(entry -> remember(entry.key, entry.schema));
    }
  }

  Optional<FileSchema> get(Key key) {
    synchronized (memory) {
      return Optional.ofNullable(memory.get(key));
    }
  }

  /** Keeps it, and returns the one object for this schema. */
  FileSchema put(Key key, FileSchema schema) {
    FileSchema one = remember(key, schema);
    if (folder != null && keepForSaving(new Entry(key, one)) >= MOST_UNSAVED) {
      save();
    }
    return one;
  }

  private FileSchema remember(Key key, FileSchema schema) {
    if (shared.size() > MOST_SHARED) {
      shared.clear();
    }
    FileSchema one = shared.computeIfAbsent(schema, same -> same);
    synchronized (memory) {
      memory.put(key, one);
    }
    return one;
  }

  private synchronized int keepForSaving(Entry entry) {
    unsaved.add(entry);
    return unsaved.size();
  }

  private synchronized List<Entry> takeUnsaved() {
    List<Entry> taken = unsaved;
    unsaved = new ArrayList<>();
    return taken;
  }

  /** Writes what is new, or now and then all that is still known in place of what was written. */
  void save() {
    List<Entry> entries = takeUnsaved();
    if (folder == null || entries.isEmpty()) {
      return;
    }
    // What another thread adds meanwhile would be replaced without being among all.
    synchronized (folder) {
      if (folder.isCrowded()) {
        refresh();
        folder.replaceBy(all());
      } else {
        folder.add(entries);
      }
    }
  }

  private List<Entry> all() {
    synchronized (memory) {
      List<Entry> entries = new ArrayList<>(memory.size());
      memory.forEach((key, schema) -> entries.add(new Entry(key, schema)));
      return entries;
    }
  }

  /** Forgets what was not asked for longest. */
  private static final class Recent extends LinkedHashMap<Key, FileSchema> {
    private static final long serialVersionUID = 1L;

    private final int entries;

    Recent(int entries) {
      super(16, 0.75f, true);
      this.entries = entries;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, FileSchema> eldest) {
      return size() > entries;
    }
  }
}

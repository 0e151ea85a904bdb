package dev.sluice.files;

import dev.sluice.FileSchema;
import dev.sluice.LakeFile;
import dev.sluice.TableFormat;
import java.util.LinkedHashMap;
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

  private final Map<Key, FileSchema> memory;
  private final Map<FileSchema, FileSchema> shared = new ConcurrentHashMap<>();
  private final @Nullable SchemaFolder folder;

  /** Everything that the content of a file is told apart by. */
  record Key(TableFormat format, LakeFile file) {}

  SchemaCache(int entries, @Nullable SchemaFolder folder) {
    this.memory = new Recent(entries);
    this.folder = folder;
  }

  Optional<FileSchema> get(Key key) {
    synchronized (memory) {
      FileSchema known = memory.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return folder == null ? Optional.empty() : folder.get(key).map(found -> remember(key, found));
  }

  /** Keeps it, and returns the one object for this schema. */
  FileSchema put(Key key, FileSchema schema) {
    if (folder != null) {
      folder.put(key, schema);
    }
    return remember(key, schema);
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

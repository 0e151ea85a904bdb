package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** What the catalogs of all accounts hold. Guarded by {@link #lock()}. Names ignore case. */
final class StoredCatalog {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, SortedMap<String, StoredDatabase>> accounts = new TreeMap<>();

  /** A database: its entry and its tables by name. */
  record StoredDatabase(ObjectNode entry, SortedMap<String, StoredTable> tables) {
    @Nullable StoredTable table(String name) {
      return tables.get(name.toLowerCase(Locale.ROOT));
    }

    void put(StoredTable table) {
      tables.put(table.entry().path("Name").asText().toLowerCase(Locale.ROOT), table);
    }
  }

  ReadWriteLock lock() {
    return lock;
  }

  SortedMap<String, StoredDatabase> databases(String account) {
    return accounts.computeIfAbsent(account, unused -> new TreeMap<>());
  }

  @Nullable StoredDatabase database(String account, String name) {
    return databases(account).get(name.toLowerCase(Locale.ROOT));
  }

  StoredDatabase add(String account, ObjectNode entry) {
    StoredDatabase database = new StoredDatabase(entry, new TreeMap<>());
    databases(account).put(entry.path("Name").asText().toLowerCase(Locale.ROOT), database);
    return database;
  }
}

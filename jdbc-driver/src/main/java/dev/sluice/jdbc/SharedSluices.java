package dev.sluice.jdbc;

import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Sluice for all connections of equal configuration; who calls is part of the configuration, or
 * of the process. Safe for use by several threads.
 */
final class SharedSluices {
  /**
   * @param changed when the configuration file was, so that a changed one is read anew
   */
  private record Key(ConnectionUrl url, @Nullable FileTime changed) {}

  private final Map<Key, SharedSluice> open = new HashMap<>();

  /** A connection's hold on what it shares. */
  final class Lease {
    private final Key key;
    private final SharedSluice shared;
    private boolean ended;

    private Lease(Key key, SharedSluice shared) {
      this.key = key;
      this.shared = shared;
    }

    SharedSluice shared() {
      return shared;
    }

    /** Ends it, once. */
    void end() {
      boolean last;
      synchronized (open) {
        last = !ended && shared.remove();
        ended = true;
        if (last) {
          open.remove(key, shared);
        }
      }
      if (last) {
        shared.close();
      }
    }
  }

  Lease lease(ConnectionUrl url) throws SQLException {
    Key key = new Key(url, changed(url));
    synchronized (open) {
      SharedSluice shared = open.get(key);
      if (shared == null) {
        shared = new SharedSluice(opened(url));
        open.put(key, shared);
      }
      shared.add();
      return new Lease(key, shared);
    }
  }

  /**
   * Its parts are found by the thread's class loader, and tools load a driver beside themselves:
   * theirs does not see it.
   */
  private static Sluice opened(ConnectionUrl url) throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(SharedSluices.class.getClassLoader());
    try {
      return Sluice.open(Configurations.of(url));
    } catch (SluiceException e) {
      throw States.of(e);
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private static @Nullable FileTime changed(ConnectionUrl url) {
    if (url.kind() != ConnectionUrl.Kind.CONFIG) {
      return null;
    }
    try {
      return Files.getLastModifiedTime(Path.of(url.path()));
    } catch (IOException e) {
      // Reading it will say what is wrong.
      return null;
    }
  }

  /** How many are open. */
  int size() {
    synchronized (open) {
      return open.size();
    }
  }
}

package dev.sluice.jdbc;

import dev.sluice.Rows;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an execution is wanted still, and whoever works on it. Safe for use by several threads.
 */
final class Cancellation {
  /** Who wanted no more. */
  enum Cause {
    NONE,
    CALLER,
    TIME_OUT
  }

  private Cause cause = Cause.NONE;
  private @Nullable Thread worker;
  private @Nullable Rows rows;

  synchronized void begin() {
    cause = Cause.NONE;
    worker = null;
    rows = null;
  }

  synchronized Cause cause() {
    return cause;
  }

  /** Work that an interrupt of its thread ends. */
  interface Work<T> {
    T get() throws SQLException;
  }

  /**
   * Plans, or opens rows, on the calling thread, which cancelling interrupts: it may be reading
   * files, or having them converted.
   */
  <T> T working(Work<T> work) throws SQLException {
    synchronized (this) {
      worker = Thread.currentThread();
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        worker = null;
        if (cause != Cause.NONE) {
          // The interrupt was this statement's own.
          boolean unused = Thread.interrupted();
        }
      }
    }
  }

  /** From now on cancelling stops the rows; at once, where it came before them. */
  synchronized void running(Rows opened) {
    rows = opened;
    if (cause != Cause.NONE) {
      opened.cancel();
    }
  }

  synchronized void cancel(Cause by) {
    if (cause != Cause.NONE) {
      return;
    }
    cause = by;
    if (worker != null) {
      worker.interrupt();
    }
    if (rows != null) {
      rows.cancel();
    }
  }
}

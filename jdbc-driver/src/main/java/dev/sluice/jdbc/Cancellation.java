package dev.sluice.jdbc;

import dev.sluice.Plan;
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
  private @Nullable Thread planner;
  private @Nullable Rows rows;

  synchronized void begin() {
    cause = Cause.NONE;
    planner = null;
    rows = null;
  }

  synchronized Cause cause() {
    return cause;
  }

  /** Plans on the calling thread, which cancelling interrupts: it may be reading files. */
  Plan planning(QueryStatement.Planning planning) throws SQLException {
    synchronized (this) {
      planner = Thread.currentThread();
    }
    try {
      return planning.plan();
    } finally {
      synchronized (this) {
        planner = null;
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
    if (planner != null) {
      planner.interrupt();
    }
    if (rows != null) {
      rows.cancel();
    }
  }
}

package dev.sluice.sql.parse;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.calcite.sql.SqlNode;

/** Runs what recurses deep on a thread of its own, whose stack is as large as that takes. */
final class DeepStack {
  /** Several times what the greediest construct was seen to take for one level. */
  private static final long BYTES_PER_LEVEL = 64 << 10;

  private DeepStack() {}

  /** Returns what {@code task} returns, or throws what it throws. */
  static SqlNode call(int levels, Callable<SqlNode> task) {
    FutureTask<SqlNode> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "sluice-parser", levels * BYTES_PER_LEVEL);
    thread.setDaemon(true);
    thread.start();
    try {
      return requireNonNull(Uninterruptibles.getUninterruptibly(future));
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }
}

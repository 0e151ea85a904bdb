package dev.sluice.sql.parse;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs what recurses deep on a thread of its own, whose stack is as large as that takes. Only pure
 * steps may run here: whatever is asked of the embedder is asked on the embedder's own thread.
 */
public final class DeepStack {
  /** How deep a tree may be and still be walked on its caller's stack, however small. */
  private static final int SHALLOW = 40;

  /** Several times what the greediest construct was seen to take for one level. */
  private static final long BYTES_PER_LEVEL = 64 << 10;

  private DeepStack() {}

  /** Returns what {@code task} returns, or throws what it throws. */
  public static <T> T call(int levels, Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    if (levels < SHALLOW) {
      future.run();
    } else {
      Thread thread = new Thread(null, future, "sluice-planner", levels * BYTES_PER_LEVEL);
      thread.setDaemon(true);
      thread.start();
    }
    try {
      return requireNonNull(Uninterruptibles.getUninterruptibly(future));
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }
}

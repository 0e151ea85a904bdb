package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Batches of rows between the thread that receives them and the one that reads them: a few at most,
 * so that a slow reader holds Spark back. Safe for use by several threads.
 */
final class Inbox {
  private static final int MOST = 4;

  private final Deque<byte[]> batches = new ArrayDeque<>();
  private boolean ended;
  private @Nullable SluiceException failure;

  /** Waits for room; what comes after the end is dropped. */
  synchronized void put(byte[] batch) throws InterruptedException {
    while (batches.size() >= MOST && !ended) {
      wait();
    }
    if (!ended) {
      batches.add(batch);
      notifyAll();
    }
  }

  /** No more will come, for the reason given unless all has gone well. The first end counts. */
  synchronized void end(@Nullable SluiceException why) {
    if (!ended) {
      ended = true;
      failure = why;
      notifyAll();
    }
  }

  /** Ends at once: what has not been read is dropped. */
  synchronized void stop() {
    if (!ended || !batches.isEmpty()) {
      ended = true;
      batches.clear();
      failure = new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
      notifyAll();
    }
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /** The next batch, or null after the last one. */
  synchronized byte @Nullable [] take() {
    try {
      while (batches.isEmpty() && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Interrupted while waiting for rows", e);
    }
    byte[] batch = batches.poll();
    if (batch == null && failure != null) {
      throw failure;
    }
    notifyAll();
    return batch;
  }
}

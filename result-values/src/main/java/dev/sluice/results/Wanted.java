package dev.sluice.results;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether an answer is wanted still. Whoever waits for a part of it waits no longer than that. Safe
 * for use by several threads.
 */
public final class Wanted {
  private final CompletableFuture<Object> noMore = new CompletableFuture<>();

  /** The answer is wanted no more: those who wait are told at once. */
  public void cancel() {
    noMore.complete(Boolean.TRUE);
  }

  public boolean isCancelled() {
    return noMore.isDone();
  }

  /**
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when it is wanted no more
   */
  public void require() {
    if (isCancelled()) {
      throw cancelled();
    }
  }

  /**
   * Waits for a part of the answer. A thread that is interrupted wants it no more.
   *
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when it is wanted no more
   * @throws RuntimeException as making the part raised it
   */
  public <T> T await(CompletableFuture<T> part) {
    try {
      CompletableFuture.anyOf(part, noMore).get();
      require();
      return part.get();
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      require();
      if (e.getCause() instanceof RuntimeException raised) {
        throw raised;
      } else if (e.getCause() instanceof Error raised) {
        throw raised;
      }
      throw new CompletionException(e.getCause());
    }
  }

  /**
   * Waits for so long, and says whether it is wanted still. A thread that is interrupted wants it
   * no more.
   */
  public boolean pause(Duration time) {
    try {
      noMore.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return true;
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return false;
  }

  private SluiceException interrupted() {
    Thread.currentThread().interrupt();
    cancel();
    return cancelled();
  }

  public static SluiceException cancelled() {
    return new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
  }
}

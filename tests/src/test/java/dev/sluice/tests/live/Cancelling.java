package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.sluice.ErrorCode;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cancels while another thread reads. */
final class Cancelling {
  /** How long the reader must wait there before it is believed to. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  private Cancelling() {}

  /**
   * Reads on a thread of its own, which must be waiting after a second, and cancels.
   *
   * @param reached whether the query is where it is to be cancelled
   * @param soon how soon the reader must be free
   */
  static void assertFreed(Rows rows, Consumer<Rows> reading, BooleanSupplier reached, Duration soon)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<@Nullable Throwable> raised = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              raised.set(catchThrowable(() -> reading.accept(rows)));
              done.countDown();
            });
    reader.start();
    await().until(reached::getAsBoolean);
    assertThat(done.await(ON_THE_WAY.toMillis(), TimeUnit.MILLISECONDS))
        .as("it waits: " + raised.get())
        .isFalse();
    rows.cancel();
    assertThat(done.await(soon.toMillis(), TimeUnit.MILLISECONDS)).as("it is free").isTrue();
    assertThat(raised.get())
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
  }
}

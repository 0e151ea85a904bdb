package dev.sluice.conversion;

import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.conversion.ConversionPlan.Part;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far a run is, by the bytes of the partitions that are done. Safe for several threads.
 */
final class ConversionProgress {
  private static final long MEGABYTE = 1_000_000;

  private final ConversionPlan plan;
  private final RunListener listener;
  private final long begun = System.nanoTime();
  private final int all;
  private final long allBytes;
  private int done;
  private long doneBytes;

  ConversionProgress(ConversionPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
    this.all = plan.due().size();
    this.allBytes = plan.dueBytes();
  }

  /** Passes on what an engine tells before it begins. */
  RunListener watching() {
    return told -> {
      if (told.stage().startsWith("starting")) {
        listener.progressed(new Progress(told.stage(), 0, 0));
      } else {
        tell();
      }
    };
  }

  /** A part is done with, whether it was published or has failed. */
  synchronized void ended(Part part) {
    done++;
    doneBytes += part.bytes();
    tell();
  }

  private synchronized void tell() {
    String stage =
        String.format(
            Locale.ROOT,
            "partitions of %s, %,d of %,d MB%s",
            plan.source().name(),
            doneBytes / MEGABYTE,
            allBytes / MEGABYTE,
            left());
    listener.progressed(new Progress(stage, done, all));
  }

  private String left() {
    if (doneBytes == 0 || doneBytes >= allBytes) {
      return "";
    }
    double share = (double) (allBytes - doneBytes) / doneBytes;
    Duration left = Duration.ofNanos((long) ((System.nanoTime() - begun) * share));
    return left.toMinutes() > 1
        ? ", about " + left.toMinutes() + " min left"
        : ", about " + Math.max(1, left.toSeconds()) + " s left";
  }
}

package dev.sluice.standin.redshift.wire;

import java.io.Flushable;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on the way. Each fault that is set happens once, to whichever connection comes to
 * it first, and is gone then. Shareable between threads.
 */
public final class Faults {
  private static final long NEVER = -1;

  private final Set<Stage> resets = EnumSet.noneOf(Stage.class);
  private final Map<Stage, Duration> delays = new EnumMap<>(Stage.class);
  private long resetAfterRows = NEVER;
  private long resetAfterBytes = NEVER;
  private long delayAfterRows = NEVER;
  private Duration delayOfRows = Duration.ZERO;
  private @Nullable ScanError scanError;

  /** Where a connection stands. */
  public enum Stage {
    /** The socket is open, nothing is said. */
    CONNECTED,
    /** The password was right. */
    AUTHENTICATED,
    /** A statement was sent; PostgreSQL has not seen it. */
    STATEMENT,
    /** A statement's rows are about to begin. */
    FIRST_ROW,
    /** All rows are sent, the statement's end is not. */
    COMPLETE
  }

  /**
   * An error of the scan.
   *
   * @param shown what the client is told, which Redshift cuts
   * @param full what {@code svl_s3log} tells
   */
  record ScanError(String shown, String full) {}

  /** The socket is reset at that stage. */
  public synchronized Faults resetAt(Stage stage) {
    resets.add(stage);
    return this;
  }

  /** The socket is reset when so many rows of one statement have been sent. */
  public synchronized Faults resetAfterRows(long rows) {
    resetAfterRows = rows;
    return this;
  }

  /** The socket is reset, in the middle of a message, when so many bytes of rows have been sent. */
  public synchronized Faults resetAfterBytes(long bytes) {
    resetAfterBytes = bytes;
    return this;
  }

  /** Nothing moves for so long at that stage. */
  public synchronized Faults delayAt(Stage stage, Duration delay) {
    delays.put(stage, delay);
    return this;
  }

  /** Nothing more comes for so long when so many rows of one statement have been sent. */
  public synchronized Faults delayAfterRows(long rows, Duration delay) {
    delayAfterRows = rows;
    delayOfRows = delay;
    return this;
  }

  /**
   * The next query of an external table fails with a {@code Spectrum Scan Error} (XX000) of code
   * 15007 (github.com/aws/amazon-redshift-python-driver/issues/107).
   */
  public synchronized Faults failScan(String shown, String full) {
    scanError = new ScanError(shown, full);
    return this;
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    resets.clear();
    delays.clear();
    resetAfterRows = NEVER;
    resetAfterBytes = NEVER;
    delayAfterRows = NEVER;
    scanError = null;
  }

  synchronized Optional<ScanError> takeScanError() {
    Optional<ScanError> taken = Optional.ofNullable(scanError);
    scanError = null;
    return taken;
  }

  /** Waits where it was told to, then says whether the socket is to be reset. */
  boolean resetsAt(Stage stage) throws InterruptedException {
    Duration delay;
    boolean resets;
    synchronized (this) {
      delay = delays.remove(stage);
      resets = this.resets.remove(stage);
    }
    if (delay != null) {
      Thread.sleep(delay.toMillis());
    }
    return resets;
  }

  /**
   * Waits where it was told to.
   *
   * @param sent is flushed before
   */
  void waitAfterRows(long rows, Flushable sent) throws InterruptedException, IOException {
    boolean waits;
    Duration delay;
    synchronized (this) {
      waits = delayAfterRows >= 0 && rows >= delayAfterRows;
      delay = delayOfRows;
      delayAfterRows = waits ? NEVER : delayAfterRows;
    }
    if (waits) {
      sent.flush();
      Thread.sleep(delay.toMillis());
    }
  }

  synchronized boolean resetsAfterRows(long rows) {
    boolean now = resetAfterRows >= 0 && rows >= resetAfterRows;
    if (now) {
      resetAfterRows = NEVER;
    }
    return now;
  }

  synchronized boolean resetsAfterBytes(long bytes) {
    boolean now = resetAfterBytes >= 0 && bytes >= resetAfterBytes;
    if (now) {
      resetAfterBytes = NEVER;
    }
    return now;
  }
}

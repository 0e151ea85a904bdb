package dev.sluice.cli;

import dev.sluice.Progress;
import dev.sluice.RunListener;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of what takes long on standard error while a person watches, and leaves no
 * trace. Safe for use by several threads.
 */
final class ProgressLine implements RunListener, AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 200;
  private static final int BAR_WIDTH = 30;
  private static final String SPINNER = "|/-\\";

  /** What is over sooner needs no line. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Shell shell;
  private final long from;
  private @Nullable ProgressBar bar;
  private boolean closed;

  private ProgressLine(Shell shell, Duration after) {
    this.shell = shell;
    this.closed = !shell.terminal().err();
    this.from = System.nanoTime() + after.toNanos();
  }

  static ProgressLine on(Shell shell) {
    return new ProgressLine(shell, Duration.ZERO);
  }

  /** Shows nothing within the first second. */
  static ProgressLine later(Shell shell) {
    return new ProgressLine(shell, SHORT);
  }

  @Override
  public synchronized void progressed(Progress progress) {
    if (closed || System.nanoTime() < from) {
      return;
    }
    if (bar == null) {
      bar = start();
    }
    // A total below 1 makes the bar a spinner.
    bar.maxHint(progress.total() > 0 ? progress.total() : -1);
    bar.stepTo(progress.done());
    bar.setExtraMessage(progress.stage());
  }

  private ProgressBar start() {
    int width = Math.min(100, shell.terminal().width()) - 1;
    return ProgressBar.builder()
        .setInitialMax(-1)
        .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
        .setRenderer(ProgressLine::render)
        .setConsumer(new Line(shell.err(), width))
        .clearDisplayOnFinish()
        .build();
  }

  /** {@code [===== ] 3/6 reading, 4 s}, or a spinner where the total is not known. */
  private static String render(ProgressState state, int width) {
    long seconds = state.getElapsedAfterStart().toSeconds();
    String rest = state.getExtraMessage() + ", " + seconds + " s";
    String line;
    if (state.isIndefinite()) {
      long frame = state.getElapsedAfterStart().toMillis() / REFRESH_MILLISECONDS;
      line = SPINNER.charAt((int) (frame % SPINNER.length())) + " " + rest;
    } else {
      int full = (int) (BAR_WIDTH * Math.min(1, state.getNormalizedProgress()));
      String bar = "=".repeat(full) + " ".repeat(BAR_WIDTH - full);
      line = "[" + bar + "] " + state.getCurrent() + "/" + state.getMax() + " " + rest;
    }
    // As long as the line that it goes over may have been.
    return line.length() > width
        ? line.substring(0, width)
        : line + " ".repeat(width - line.length());
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** Stays in its line: the library's own consumer goes on to the next one at the end. */
  private static final class Line extends ConsoleProgressBarConsumer {
    private final PrintStream stream;

    private Line(PrintStream stream, int width) {
      super(stream, width);
      this.stream = stream;
    }

    @Override
    public void close() {
      stream.flush();
    }
  }
}

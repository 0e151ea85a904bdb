package dev.sluice.jdbc;

import dev.sluice.Candidate;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers with rows that say whose they are: of a query with the number 1234567, 12345670 and so on
 * to 12345674. Some keep the caller waiting for their first row.
 */
record EchoEngine(EngineName name) implements Engine {
  static final int ROWS = 5;

  /** Rows that nobody has closed. */
  static final AtomicInteger OPEN = new AtomicInteger();

  private static final Pattern NUMBER = Pattern.compile("\\d{7}");

  @Override
  public Rows run(Plan plan, RunListener listener) {
    String sql =
        plan.decision().candidate(name).map(Candidate::query).map(NativeQuery::sql).orElseThrow();
    Matcher number = NUMBER.matcher(sql);
    if (!number.find()) {
      throw new SluiceException(ErrorCode.ENGINE_FAILED, "No number in " + sql);
    }
    OPEN.incrementAndGet();
    return new EchoRows(plan.columns(), Integer.parseInt(number.group()));
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private static final class EchoRows implements Rows {
    private final List<ResultColumn> columns;
    private final int number;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private int row = -1;

    EchoRows(List<ResultColumn> columns, int number) {
      this.columns = columns;
      this.number = number;
    }

    @Override
    public List<ResultColumn> columns() {
      return columns;
    }

    @Override
    public boolean next() {
      boolean stopped = row < 0 ? isStoppedWithin(number % 4) : cancelled.getCount() == 0;
      if (stopped) {
        throw new SluiceException(ErrorCode.CANCELLED, "The query was cancelled");
      }
      return ++row < ROWS;
    }

    private boolean isStoppedWithin(int milliseconds) {
      try {
        return cancelled.await(milliseconds, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Override
    public @Nullable Object value(int column) {
      return number * 10 + row;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void cancel() {
      cancelled.countDown();
    }

    @Override
    public void close() {
      cancelled.countDown();
      if (closed.compareAndSet(false, true)) {
        OPEN.decrementAndGet();
      }
    }
  }
}

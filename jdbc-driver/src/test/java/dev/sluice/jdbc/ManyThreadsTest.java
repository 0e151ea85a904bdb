package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty threads with 200 statements each, which others cancel and close at random: no row comes to
 * another query than its own, and nothing stays behind.
 */
@Timeout(120)
class ManyThreadsTest {
  private static final int THREADS = 50;
  private static final int STATEMENTS = 200;
  private static final long SEED = 20190327;

  /**
   * What may be there after a collection beside what was there before: well below a row a query.
   */
  private static final long MOST_BYTES_MORE = 8L << 20;

  private final Path lake;
  private final AtomicInteger numbers = new AtomicInteger(1_000_000);
  private final AtomicInteger whole = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();
  private final Queue<Future<?>> stops = new ConcurrentLinkedQueue<>();

  ManyThreadsTest(@TempDir Path folder) throws IOException {
    this.lake = TestLake.write(folder);
  }

  @Test
  void mixUpNoResultsAndLeaveNothingBehind() throws Exception {
    Set<Thread> threads = threads();
    run(20);
    long bytes = usedBytes();
    run(STATEMENTS);
    assertThat(whole.get() + stopped.get()).isEqualTo(THREADS * (20 + STATEMENTS));
    assertThat(whole.get()).isGreaterThan(THREADS * STATEMENTS / 2);
    assertThat(stopped.get()).isGreaterThan(THREADS);
    assertThat(EchoEngine.OPEN.get()).as("results that nobody closed").isZero();
    assertThat(usedBytes() - bytes).as("bytes more than before").isLessThan(MOST_BYTES_MORE);
    assertThat(threadsBeside(threads)).as("threads that nobody ended").isEmpty();
  }

  private void run(int statements) throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(THREADS);
    ScheduledExecutorService others = Executors.newScheduledThreadPool(2);
    try (Connection shared = TestLake.connect(lake, "workgroup=echo")) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(SEED + i);
        boolean alone = i % 2 == 0;
        running.add(
            readers.submit(
                () -> {
                  Connection own = TestLake.connect(lake, "workgroup=echo");
                  for (int j = 0; j < statements; j++) {
                    if (own.isClosed()) {
                      own = TestLake.connect(lake, "workgroup=echo");
                    }
                    execute(alone ? own : shared, alone, random, others);
                  }
                  own.close();
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
      for (Future<?> each : stops) {
        each.get(60, TimeUnit.SECONDS);
      }
      stops.clear();
    } finally {
      readers.shutdownNow();
      others.shutdownNow();
      assertThat(readers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      assertThat(others.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void execute(
      Connection connection, boolean alone, Random random, ScheduledExecutorService others)
      throws SQLException {
    int number = numbers.getAndIncrement();
    int kind = random.nextInt(10);
    boolean prepared = random.nextBoolean();
    try (Statement statement =
        prepared
            ? connection.prepareStatement("SELECT n + CAST(? AS integer) AS x FROM ads.bids")
            : connection.createStatement()) {
      if (random.nextBoolean()) {
        statement.setQueryTimeout(60);
      }
      if (kind < 3) {
        // While it is planned, while it waits for its first row, or while it is read.
        long delay = random.nextInt(3000);
        int way = random.nextInt(alone ? 10 : 8);
        stops.add(
            others.schedule(() -> stop(statement, way, connection), delay, TimeUnit.MICROSECONDS));
      }
      int most = kind == 3 ? random.nextInt(EchoEngine.ROWS) : EchoEngine.ROWS;
      read(executed(statement, number), number, most);
      whole.incrementAndGet();
    } catch (SQLException e) {
      // A connection's closing may come as late as while its next statement runs.
      assertThat(kind < 3 || connection.isClosed()).as("%s", e).isTrue();
      assertThat(e.getSQLState()).as("%s", e).isIn("57014", "HY010", "08003");
      stopped.incrementAndGet();
    }
  }

  private static ResultSet executed(Statement statement, int number) throws SQLException {
    if (statement instanceof PreparedStatement query) {
      query.setInt(1, number);
      return query.executeQuery();
    }
    return statement.executeQuery("SELECT n + " + number + " AS x FROM ads.bids");
  }

  private static void read(ResultSet rows, int number, int most) throws SQLException {
    for (int row = 0; row < most; row++) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("x")).isEqualTo(number * 10 + row);
    }
    if (most == EchoEngine.ROWS) {
      assertThat(rows.next()).isFalse();
    }
  }

  private static void stop(Statement statement, int way, Connection connection) {
    try {
      if (way < 4) {
        statement.cancel();
      } else if (way < 8) {
        statement.close();
      } else {
        connection.close();
      }
    } catch (SQLException e) {
      // It was closed before.
    }
  }

  /** They end on their own once what they serve is closed. */
  private static Set<Thread> threadsBeside(Set<Thread> before) throws InterruptedException {
    Set<Thread> more = threads();
    for (int i = 0; i < 100 && !before.containsAll(more); i++) {
      Thread.sleep(20);
      more = threads();
    }
    more.removeAll(before);
    return more;
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
        .collect(Collectors.toSet());
  }

  private static long usedBytes() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
      Runtime java = Runtime.getRuntime();
      least = Math.min(least, java.totalMemory() - java.freeMemory());
    }
    return least;
  }
}

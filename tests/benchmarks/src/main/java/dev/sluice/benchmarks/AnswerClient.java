package dev.sluice.benchmarks;

import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.FileInspection;
import dev.sluice.InMemoryCatalog;
import dev.sluice.QueryStatistics;
import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Asks for rows and reads every value, in a Java of its own, of the library's rows or of JDBC's
 * result:
 *
 * <pre>AnswerClient ENGINE rows|jdbc ROWS TIMES KEY=VALUE…</pre>
 *
 * The keys are those of the engine's settings, and those of {@code aws} with that before them.
 * After a question for one row it prints the median of the milliseconds from the question to the
 * last value, without those that the engine says it ran before any row came; the first half of
 * several times warms up. For no times it prints the most megabytes that were in use after a
 * collection while the rows came, beyond what was before; for -1 times the bytes that reading a row
 * allocated.
 */
public final class AnswerClient {
  static final Table TABLE = table();
  static final int TEXTS = 9;

  private static final String AWS = "aws.";
  private static final int LOOKS = 10;

  private AnswerClient() {}

  private static Table table() {
    Table.Builder table =
        Table.builder(new TableName("web", "big"))
            .storage(Storage.of(TableFormat.PARQUET, "s3://lake/big"))
            .column("n", Primitive.BIGINT);
    for (int i = 1; i <= TEXTS; i++) {
      table.column("c" + i, Primitive.STRING);
    }
    return table.build();
  }

  public static void main(String[] arguments) throws SQLException {
    EngineName engine = EngineName.of(arguments[0]);
    int rows = Integer.parseInt(arguments[2]);
    int times = Integer.parseInt(arguments[3]);
    List<String> settings = Arrays.asList(arguments).subList(4, arguments.length);
    try (Reader reader =
        arguments[1].equals("jdbc")
            ? JdbcReader.open(engine, settings)
            : new RowsReader(open(engine, settings))) {
      // What a Java does once is told elsewhere.
      reader.read(1, count -> {});
      System.out.println(
          switch (times) {
            case 0 -> kept(reader, rows);
            case -1 -> allocated(reader, rows);
            default -> median(reader, rows, times);
          });
    }
  }

  /** One way to the rows. */
  interface Reader extends AutoCloseable {
    /**
     * Reads every value, and gives back the milliseconds that an engine ran before any row came.
     */
    long read(int expected, IntConsumer row) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  /** How many bytes this thread allocated for a row; its client's own threads do not count. */
  private static double allocated(Reader reader, int rows) throws SQLException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    reader.read(rows, count -> {});
    long before = threads.getCurrentThreadAllocatedBytes();
    reader.read(rows, count -> {});
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) rows;
  }

  private static double median(Reader reader, int rows, int times) throws SQLException {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long since = System.nanoTime();
      long before = reader.read(rows, count -> {});
      millis[i] = (System.nanoTime() - since) / 1e6 - before;
    }
    double[] warm = Arrays.copyOfRange(millis, times / 2, times);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  private static double kept(Reader reader, int rows) throws SQLException {
    double before = used();
    double[] most = new double[1];
    reader.read(
        rows,
        count -> {
          if (count % Math.max(1, rows / LOOKS) == 0) {
            most[0] = Math.max(most[0], used() - before);
          }
        });
    return most[0];
  }

  private static Sluice open(EngineName engine, List<String> settings) {
    SluiceConfiguration.Builder configuration =
        SluiceConfiguration.builder()
            .prefer(List.of(engine))
            .fileInspection(FileInspection.DEFAULT.withOfQueries(false));
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('='));
      String value = setting.substring(key.length() + 1);
      if (key.startsWith(AWS)) {
        configuration.aws(key.substring(AWS.length()), value);
      } else {
        configuration.engine(engine, key, value);
      }
    }
    return Sluice.builder()
        .configuration(configuration.build())
        .catalog(InMemoryCatalog.builder().table(TABLE).build())
        .open();
  }

  /** The library's own rows. */
  private record RowsReader(Sluice sluice) implements Reader {
    @Override
    public long read(int expected, IntConsumer row) {
      long values = 0;
      int count = 0;
      try (Rows rows = sluice.query("SELECT * FROM web.big LIMIT " + expected)) {
        int columns = rows.columns().size();
        while (rows.next()) {
          for (int i = 0; i < columns; i++) {
            values += rows.value(i) == null ? 0 : 1;
          }
          row.accept(++count);
        }
        require(expected, count, values);
        QueryStatistics said = rows.statistics();
        // Whoever tells of planning and running apart runs to the end before there are rows.
        return said.planning().isEmpty() ? 0 : said.running().map(Duration::toMillis).orElse(0L);
      }
    }

    @Override
    public void close() {
      sluice.close();
    }
  }

  static void require(int expected, int rows, long values) {
    if (rows != expected || values != (long) expected * (TEXTS + 1)) {
      throw new IllegalStateException(rows + " rows and " + values + " values came");
    }
  }

  private static double used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}

package dev.sluice.benchmarks;

import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.athena.MadeUpRows;
import dev.sluice.standin.aws.athena.WorkGroup;
import dev.sluice.standin.aws.s3.ObjectServer;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the way of the rows takes, from stand-ins that answer at once: the client is a process of
 * its own, with little memory.
 *
 * <pre>
 * {@code java -cp tests/benchmarks/target/benchmarks.jar dev.sluice.benchmarks.AnswersBenchmark
 * [ROWS]}</pre>
 */
public final class AnswersBenchmark implements AutoCloseable {
  private static final int ROWS = 1_000_000;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final int ONE_ROW_TIMES = 2000;

  /** Half of them warm up. */
  private static final int SEVERAL = 10;

  /** The client then tells of bytes. */
  private static final int ALLOCATED = -1;

  private static final String TEXT = "12345678";

  private final Path folder;
  private final int rows;

  private AnswersBenchmark(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]);
    try (AnswersBenchmark benchmark =
        new AnswersBenchmark(Files.createTempDirectory("answers"), rows)) {
      benchmark.figures().forEach(figure -> System.out.println(figure.row()));
    }
    System.exit(0);
  }

  List<Figure> figures() throws IOException, InterruptedException, SQLException {
    List<Figure> figures = new ArrayList<>();
    String size = "%,d rows of 10 columns, ".formatted(rows);
    try (Athena slow = new Athena(LATENCY)) {
      double s3 = slow.ask(rows, 1, "s3");
      double pages = slow.ask(rows, 1, "api");
      figures.add(new Figure(size + "Athena's result from S3", s3 / 1000, "s", 0));
      figures.add(new Figure("The same by pages", pages / 1000, "s", 0));
      figures.add(new Figure("From S3 beside pages", s3 / pages, "times", 1 / 5.0));
      figures.add(new Figure("Memory that rows from S3 hold", slow.ask(rows, 0, "s3"), "MB", 0));
    }
    try (Athena quick = new Athena(Duration.ZERO)) {
      double own = quick.ask(rows, SEVERAL, "s3");
      double jdbc = quick.ask("jdbc", rows, SEVERAL, "s3");
      figures.add(new Figure(size + "no latency", own / 1000, "s", 0));
      figures.add(new Figure("The same through JDBC's ResultSet", jdbc / 1000, "s", 0));
      figures.add(new Figure("Through ResultSet beside the rows", jdbc / own, "times", 1 / 0.9));
      double allocated =
          quick.ask("jdbc", rows, ALLOCATED, "s3") - quick.ask(rows, ALLOCATED, "s3");
      figures.add(new Figure("What ResultSet allocates more, a row", allocated, "bytes", 8));
      double one = quick.ask(1, ONE_ROW_TIMES, "s3");
      figures.add(new Figure("A query of one row, Athena, warm", one, "ms", 15));
    }
    try (RedshiftStandIn redshift = redshift()) {
      figures.add(new Figure(size + "Redshift", ask(redshift, 1) / 1000, "s", 0));
      figures.add(new Figure("Memory that they hold", ask(redshift, 0), "MB", 10));
    }
    return figures;
  }

  /** Athena, and the S3 that it writes to. */
  private final class Athena implements AutoCloseable {
    private final ObjectServer s3;
    private final AwsStandIn services = AwsStandIn.start();

    Athena(Duration latency) {
      s3 = ObjectServer.start(folder, latency);
      services
          .startAthena(
              new MadeUpRows(Map.of("big", Collections.nCopies(AnswerClient.TEXTS, TEXT))), s3)
          .put(WorkGroup.of("writing").writingTo("s3://results/"));
      services.faults().latency(latency);
    }

    double ask(int number, int times, String results) throws IOException, InterruptedException {
      return ask("rows", number, times, results);
    }

    double ask(String way, int number, int times, String results)
        throws IOException, InterruptedException {
      return client(
          "256m",
          Map.of(
              "AWS_ACCESS_KEY_ID", services.user().accessKey(),
              "AWS_SECRET_ACCESS_KEY", services.user().secret()),
          "athena",
          way,
          String.valueOf(number),
          String.valueOf(times),
          "aws.region=" + AwsStandIn.REGION,
          "aws.path-style=true",
          "aws.endpoints.athena=" + services.uri(),
          "aws.endpoints.s3=" + s3.uri(),
          "workgroup=writing",
          "results=" + results);
    }

    @Override
    public void close() {
      services.close();
      s3.close();
    }
  }

  private RedshiftStandIn redshift() throws IOException, SQLException {
    RedshiftStandIn redshift = RedshiftStandIn.start();
    redshift.tables().createSchema("web", "web", "arn:aws:iam::123456789012:role/spectrum");
    redshift
        .tables()
        .add(
            "web",
            AnswerClient.TABLE,
            List.of(new DataFile("s3://lake/big/0", 1, List.of(), this::made)));
    return redshift;
  }

  private double ask(RedshiftStandIn redshift, int times) throws IOException, InterruptedException {
    return client(
        "64m",
        Map.of(),
        "spectrum",
        "rows",
        String.valueOf(rows),
        String.valueOf(times),
        "url=" + redshift.jdbcUrl(),
        "user=" + RedshiftStandIn.USER,
        "password=" + RedshiftStandIn.PASSWORD);
  }

  private Stream<List<@Nullable Object>> made() {
    return LongStream.range(0, rows)
        .mapToObj(
            n -> {
              List<@Nullable Object> row = new ArrayList<>(AnswerClient.TEXTS + 1);
              row.add(n);
              row.addAll(Collections.nCopies(AnswerClient.TEXTS, TEXT));
              return row;
            });
  }

  private static double client(String memory, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + memory, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AnswerClient.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("The client ended with " + process.exitValue());
    }
    return Double.parseDouble(said.strip());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}

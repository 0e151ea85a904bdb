package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.RowShape;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Folder;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Source;
import dev.sluice.spark.protocol.Target;
import dev.sluice.spark.protocol.View;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * How fast nested Avro becomes Parquet, beside Spark's own reading and writing of the same files in
 * the same process, and beside reading and writing alone:
 *
 * <pre>ConversionSpeed FOLDER ROWS-OF-A-PARTITION</pre>
 *
 * Each way takes its turn, several times; the first does not count. Prints megabytes of Avro a
 * second, the medians.
 */
final class ConversionSpeed {
  private static final int PARTITIONS = 4;
  private static final int ROUNDS = 6;
  private static final int CORES = 2;
  private static final DataType DEVICE =
      ViewFixture.struct(
          "os",
          Primitive.STRING,
          "model",
          Primitive.STRING,
          "screen",
          ViewFixture.struct("width", Primitive.INTEGER, "height", Primitive.INTEGER));
  private static final DataType BIDS =
      ViewFixture.array(
          ViewFixture.struct(
              "bidder", Primitive.STRING, "cpm", Primitive.DOUBLE, "won", Primitive.BOOLEAN));
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", Primitive.BIGINT),
          new Column("at", Primitive.TIMESTAMP),
          new Column("name", Primitive.STRING),
          new Column("price", new DataType.Decimal(10, 2)),
          new Column("device", DEVICE),
          new Column("bids", BIDS),
          new Column("tags", new DataType.MapOf(Primitive.STRING, Primitive.STRING)));

  private final SparkSession spark;
  private final Path folder;
  private int number;

  private ConversionSpeed(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** One way through all partitions. */
  private interface Way {
    void go(Path target) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path local = Files.createTempDirectory("speed");
    SparkSession spark = LocalSpark.start(CORES, local);
    try {
      ConversionSpeed speed = new ConversionSpeed(spark, folder);
      speed.write(Long.parseLong(arguments[1]));
      speed.measure();
    } finally {
      spark.stop();
      ParentWatch.delete(local);
    }
  }

  private void write(long rows) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      Path target = source(partition);
      if (!Files.exists(target)) {
        spark
            .range(0, rows, 1, 1)
            .selectExpr(
                "id",
                "timestamp_millis(1553731200000 + id * 977 % 3600000) AS at",
                "concat('event-', uuid()) AS name",
                "CAST(id % 99999 / 100 AS decimal(10,2)) AS price",
                "named_struct('os', element_at(array('iOS', 'Android', 'macOS'), int(id % 3) + 1),"
                    + " 'model', concat('m', id % 499),"
                    + " 'screen', named_struct('width', int(id % 1920), 'height', int(id % 1080)))"
                    + " AS device",
                "transform(sequence(1, int(id % 4) + 1), i -> named_struct("
                    + "'bidder', concat('bidder', (id + i) % 17), 'cpm', rand() * i,"
                    + " 'won', i = 1)) AS bids",
                "map('lang', concat('l', id % 41), 'slot', concat('s', id % 7)) AS tags")
            .write()
            .format("avro")
            .save(target.toString());
      }
    }
  }

  private Path source(int partition) {
    return folder.resolve("source/d=" + partition);
  }

  private void measure() throws Exception {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder.resolve("source"))) {
      bytes = files.filter(Files::isRegularFile).mapToLong(ConversionSpeed::size).sum();
    }
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("conversion", this::convert);
    ways.put("Spark's own", this::plain);
    ways.put("reading alone", target -> read());
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        Path target = folder.resolve("target" + number++);
        long since = System.nanoTime();
        way.getValue().go(target);
        double taken = (System.nanoTime() - since) / 1e9;
        ParentWatch.delete(target);
        if (round > 0) {
          seconds.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(taken);
        }
      }
    }
    for (Map.Entry<String, List<Double>> each : seconds.entrySet()) {
      double[] sorted =
          each.getValue().stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f MB/s of %.0f MB (%s s)%n",
          each.getKey(),
          bytes / 1e6 / sorted[sorted.length / 2],
          bytes / 1e6,
          Arrays.toString(sorted));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void convert(Path target) throws Exception {
    inParallel(
        partition -> {
          View view =
              new View(
                  "web.t",
                  COLUMNS,
                  List.of(new Column("d", Primitive.STRING)),
                  List.of(
                      new Source(
                          TableFormat.AVRO,
                          Map.of(),
                          ColumnMapping.BY_NAME,
                          List.of(
                              new Folder(source(partition).toString(), List.of("" + partition))))));
          Target to =
              new Target(
                  TableFormat.PARQUET,
                  target.resolve("d=" + partition).toString(),
                  RowShape.asItIs(COLUMNS),
                  List.of(),
                  400L << 20);
          try (PipedInputStream in = new PipedInputStream(1 << 20);
              DataOutputStream out = new DataOutputStream(new PipedOutputStream(in))) {
            new Run(
                    spark.newSession(),
                    new FileConversion(new Conversions.Order(view, to)),
                    new Sink(out))
                .run();
            Frame last = Frame.read(new DataInputStream(in));
            while (last.kind() == Frame.Kind.PROGRESS) {
              last = Frame.read(new DataInputStream(in));
            }
            if (last.kind() != Frame.Kind.CONVERTED) {
              throw new IllegalStateException("Not converted: " + last.kind());
            }
          }
        });
  }

  /** The same files by the shortest program, with the same settings of what is written. */
  private void plain(Path target) throws Exception {
    inParallel(
        partition -> {
          SparkSession session = spark.newSession();
          session.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS");
          session
              .read()
              .schema(SparkTypes.schema(COLUMNS))
              .format("avro")
              .load(source(partition).toString())
              .coalesce(1)
              .write()
              .option("compression", "snappy")
              .parquet(target.resolve("d=" + partition).toString());
        });
  }

  private void read() throws Exception {
    inParallel(
        partition ->
            spark
                .newSession()
                .read()
                .schema(SparkTypes.schema(COLUMNS))
                .format("avro")
                .load(source(partition).toString())
                .coalesce(1)
                .write()
                .format("noop")
                .mode("overwrite")
                .save());
  }

  /** What is done to one partition. */
  private interface Part {
    void take(int partition) throws Exception;
  }

  private static void inParallel(Part part) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CORES);
    try {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, PARTITIONS)
          .forEach(
              partition ->
                  all.add(
                      threads.submit(
                          () -> {
                            part.take(partition);
                            return null;
                          })));
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}

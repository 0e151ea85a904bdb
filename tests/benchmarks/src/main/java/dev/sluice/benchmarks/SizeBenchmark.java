package dev.sluice.benchmarks;

import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Plan;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Planning what machines write: wide tables, long lists, many branches. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-Xmx2g")
public class SizeBenchmark {
  private static final int COLUMNS = 5_000;

  /** As many as every engine has. */
  private static final int USUAL_COLUMNS = 1_500;

  @Param({"star5000", "named5000", "in10000", "union1000", "and3000"})
  public String query = "";

  private Planning planning = new Planning(Suite.of("nested").catalog());
  private String sql = "";

  @Setup
  public void open() {
    planning = new Planning(catalog());
    sql = text(query);
  }

  @Benchmark
  public Plan sluice() {
    return planning.plan(sql);
  }

  static String text(String query) {
    return switch (query) {
      case "star5000" -> "SELECT * FROM web.wide";
      case "named5000" -> "SELECT " + list(COLUMNS, ", ", i -> "c" + i) + " FROM web.wide";
      case "in10000" ->
          "SELECT c1 FROM web.usual WHERE c0 IN (" + list(10_000, ", ", i -> "" + i) + ")";
      case "union1000" -> list(1_000, " UNION ALL ", i -> "SELECT c" + i + " FROM web.usual");
      case "and3000" ->
          "SELECT c1 FROM web.usual WHERE "
              + list(3_000, " AND ", i -> "c" + i % USUAL_COLUMNS + " > " + i);
      default -> throw new IllegalArgumentException("No such query: " + query);
    };
  }

  private static String list(int length, String between, IntFunction<String> element) {
    return IntStream.range(0, length).mapToObj(element).collect(Collectors.joining(between));
  }

  static Catalog catalog() {
    return InMemoryCatalog.builder()
        .table(table("wide", COLUMNS))
        .table(table("usual", USUAL_COLUMNS))
        .build();
  }

  private static Table table(String name, int columns) {
    Table.Builder table = Table.builder(new TableName("web", name));
    IntStream.range(0, columns).forEach(i -> table.column("c" + i, DataType.Primitive.BIGINT));
    return table.storage(Storage.of(TableFormat.PARQUET, "s3://web/" + name)).build();
  }
}

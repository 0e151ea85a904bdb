package dev.sluice.benchmarks;

import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.matrix.TableDrift;
import dev.sluice.sql.plan.KnownDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The drift of a table of 100,000 partitions with 50 different schemas of some 300 columns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx1g", "-XX:ActiveProcessorCount=2"})
public class DriftBenchmark {
  private static final int PARTITIONS = 100_000;
  private static final int SCHEMAS = 50;
  private static final int COLUMNS = 300;

  private Table table = table();
  private List<Partition> partitions = List.of();
  private List<Partition> selected = List.of();
  private final KnownDrift known = new KnownDrift();
  private Sluice sluice = Sluice.builder().catalog(InMemoryCatalog.builder().build()).open();

  @Setup
  public void lake() {
    partitions = partitions();
    selected = new ArrayList<>(partitions);
    known.of(table, partitions, List.of());
    sluice.close();
    sluice =
        Sluice.builder().catalog(InMemoryCatalog.builder().table(table, partitions).build()).open();
    sluice.plan("SELECT c0 FROM web.drifted");
  }

  @TearDown
  public void close() {
    sluice.close();
  }

  /** Each partition held against the table. */
  @Benchmark
  public TableDrift first() {
    return TableDrift.of(table, partitions, List.of());
  }

  /** What the planner asks of partitions that it selected anew, and that are the same as before. */
  @Benchmark
  public TableDrift known() {
    return known.of(table, selected, List.of());
  }

  /** A whole plan over all of them whose drift is known from the plan before. */
  @Benchmark
  public Plan again() {
    return sluice.plan("SELECT c0 FROM web.drifted");
  }

  private static Table table() {
    return Table.builder(new TableName("web", "drifted"))
        .columns(columns(SCHEMAS - 1))
        .partitionKey("hour", Primitive.STRING)
        .storage(Storage.of(TableFormat.PARQUET, "s3://lake/drifted/"))
        .build();
  }

  /** Each schema has one column more than the one before. */
  private static List<Column> columns(int schema) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS - SCHEMAS + schema; i++) {
      columns.add(new Column("c" + i, i % 2 == 0 ? Primitive.STRING : Primitive.BIGINT));
    }
    return List.copyOf(columns);
  }

  private static List<Partition> partitions() {
    List<List<Column>> schemas = new ArrayList<>();
    for (int schema = 0; schema < SCHEMAS; schema++) {
      schemas.add(columns(schema));
    }
    List<Partition> all = new ArrayList<>(PARTITIONS);
    for (int i = 0; i < PARTITIONS; i++) {
      String hour = "%06d".formatted(i);
      Storage storage = Storage.of(TableFormat.PARQUET, "s3://lake/drifted/hour=" + hour);
      List<Column> columns = schemas.get((int) ((long) i * SCHEMAS / PARTITIONS));
      all.add(new Partition(List.of(hour), columns, storage, Map.of()));
    }
    return List.copyOf(all);
  }
}

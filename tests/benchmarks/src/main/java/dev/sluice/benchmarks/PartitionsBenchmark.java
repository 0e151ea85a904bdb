package dev.sluice.benchmarks;

import dev.sluice.Catalog;
import dev.sluice.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Four hours, and the last day, out of 100,000 hourly partitions with 20 distinct schemas, read
 * from a lake folder: the time once they are in memory, and how much memory they keep.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class PartitionsBenchmark {
  private HourlyLake lake = HourlyLake.NONE;
  private Planning planning = new Planning(Suite.of("nested").catalog());
  private long retained;

  /** What the catalog keeps for the table, in megabytes. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Memory {
    private double megabytes;

    @Setup(Level.Iteration)
    public void take(PartitionsBenchmark benchmark) {
      megabytes = benchmark.retained / 1e6;
    }

    public double retained() {
      return megabytes;
    }
  }

  @Setup
  public void open() throws Exception {
    lake = HourlyLake.write(100_000, 20);
    long before = used();
    Catalog catalog = lake.open();
    planning = new Planning(catalog, HourlyLake.CLOCK);
    planning.plan(HourlyLake.FOUR_HOURS);
    retained = used() - before;
  }

  @TearDown
  public void remove() throws Exception {
    lake.delete();
  }

  @Benchmark
  public Plan sluice(Memory memory) {
    return planning.plan(HourlyLake.FOUR_HOURS);
  }

  /** A range that the clock says, and nothing but the key's text. */
  @Benchmark
  public Plan lastDay() {
    return planning.plan(HourlyLake.LAST_DAY);
  }

  /** A condition that says no range, so that each partition is asked. */
  @Benchmark
  public Plan lastDayByCast() {
    return planning.plan(HourlyLake.LAST_DAY_BY_CAST);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

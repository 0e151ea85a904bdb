package dev.sluice.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.calcite.sql.parser.SqlParseException;
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
import org.openjdk.jmh.infra.Blackhole;

/** Planning each query of a suite once, beside what Calcite takes to parse and validate it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 2, jvmArgs = "-Xmx2g")
public class PlanningBenchmark {
  @Param({"tpch", "tpcds", "nested"})
  public String queries = "";

  private Work work = new Work("nested");

  private static final class Work {
    private final Suite suite;
    private final Planning planning;
    private final CalciteReference calcite;

    Work(String name) {
      suite = Suite.of(name);
      planning = new Planning(suite.catalog());
      calcite = new CalciteReference(suite);
    }
  }

  @Setup
  public void open() {
    work = new Work(queries);
  }

  /** From the texts to the texts of every engine that can. */
  @Benchmark
  public void sluice(Blackhole plans) {
    work.suite.queries().forEach(query -> plans.consume(work.planning.plan(query)));
  }

  /** The same texts each time, as a tool's refresh or a prepared query sends them. */
  @Benchmark
  public void again(Blackhole plans) {
    work.suite.queries().forEach(query -> plans.consume(work.planning.again(query)));
  }

  @Benchmark
  public void calcite(Blackhole trees) throws SqlParseException {
    for (String query : work.suite.queries()) {
      trees.consume(work.calcite.validate(query));
    }
  }
}

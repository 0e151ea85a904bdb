package dev.sluice.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** {@code sluice explain} as a process, from its start to its end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 15)
@Fork(1)
public class FirstExplainBenchmark {
  /** Without an archive of classes, or with the one that the launcher makes. */
  @Param({"none", "appcds"})
  public String archive = "";

  private ExplainProcess explain = ExplainProcess.NONE;

  @Setup
  public void prepare() throws IOException, InterruptedException {
    explain = ExplainProcess.prepare(archive.equals("appcds"));
  }

  @Benchmark
  public void sluice() throws IOException, InterruptedException {
    explain.run();
  }

  @TearDown
  public void remove() throws IOException {
    explain.delete();
  }
}

package dev.sluice.benchmarks;

import dev.sluice.FileSample;
import dev.sluice.LocationFiles;
import dev.sluice.files.LakeFileSchemas;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What 10,000 local files of Parquet, ORC and Avro say of their columns, all of them asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx1g", "-XX:ActiveProcessorCount=2"})
public class FootersBenchmark {
  private FooterLake lake = FooterLake.NONE;

  /** What earlier runs have left on disk: no folder at all, an empty one, every schema. */
  @Param({"none", "empty", "full"})
  private String cache = "none";

  @Setup
  public void write() throws Exception {
    lake = FooterLake.write(10_000, 100);
    if (cache.equals("full")) {
      footers();
    }
  }

  @Setup(Level.Invocation)
  public void empty() throws Exception {
    if (cache.equals("empty")) {
      lake.deleteCache();
    }
  }

  @TearDown
  public void remove() throws Exception {
    lake.delete();
  }

  @Benchmark
  public List<LocationFiles> footers() {
    LakeFileSchemas.Builder builder = LakeFileSchemas.builder();
    if (!cache.equals("none")) {
      builder.cacheFolder(lake.cache());
    }
    try (LakeFileSchemas schemas = builder.build()) {
      List<LocationFiles> answer = schemas.inspect(lake.locations(), FileSample.ALL);
      if (!answer.stream().allMatch(LocationFiles::isComplete)) {
        throw new IllegalStateException("Some files were not read");
      }
      return answer;
    }
  }
}

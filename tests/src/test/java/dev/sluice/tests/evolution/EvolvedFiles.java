package dev.sluice.tests.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The files of all cases, written in a process that has the formats' own libraries. */
final class EvolvedFiles {
  private EvolvedFiles() {}

  static void write(Path lake) throws IOException, InterruptedException {
    Files.createDirectories(lake);
    String classpath = System.getProperty("sluice.lake.classes");
    String spark = System.getProperty("sluice.spark.classpath").substring(1);
    Path log = Files.createTempFile(lake, "written", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                classpath + File.pathSeparator + Files.readString(Path.of(spark)).strip(),
                "dev.sluice.evolution.EvolvedLake",
                lake.toString(),
                Long.toString(RandomTables.SEED),
                Integer.toString(RandomTables.COUNT))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}

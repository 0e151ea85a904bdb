package dev.sluice.tests.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The example lake, written once in a process that has the formats' own libraries, and copied. */
public final class ExampleLakes {
  private static final Path MADE = Path.of("target", "example-lake").toAbsolutePath();

  private ExampleLakes() {}

  /** A copy that a test may change. */
  public static synchronized Path copy(Path target) throws IOException, InterruptedException {
    make();
    try (Stream<Path> files = Files.walk(MADE)) {
      files.forEach(file -> copy(file, target.resolve(MADE.relativize(file).toString())));
    }
    return target;
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make() throws IOException, InterruptedException {
    String classpath = System.getProperty("sluice.lake.classes");
    String spark = System.getProperty("sluice.spark.classpath").substring(1);
    Path log = Files.createTempFile("example-lake", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath + File.pathSeparator + Files.readString(Path.of(spark)).strip(),
                "dev.sluice.example.ExampleLake",
                MADE.toString(),
                "--if-absent")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }
}

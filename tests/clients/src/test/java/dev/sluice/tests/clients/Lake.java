package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The example lake, written once in a process that has the formats' own libraries. */
final class Lake {
  private static final Path MADE = Path.of("target", "example-lake").toAbsolutePath();
  private static final String SPARK = System.getProperty("sluice.spark.classpath");

  private Lake() {}

  /** The driver's URL, without anything that could answer a query. */
  static synchronized String url() throws IOException, InterruptedException {
    make();
    return "jdbc:sluice:lake:" + MADE;
  }

  /** The driver's URL, with a Spark. */
  static String urlWithSpark() throws IOException, InterruptedException {
    return url() + "?fallback=query&spark.cores=2&spark.classpath=" + SPARK;
  }

  private static void make() throws IOException, InterruptedException {
    String classPath = System.getProperty("sluice.lake.classes");
    Path log = Files.createTempFile("example-lake", ".log");
    Process process =
        new ProcessBuilder(
                ClientProcess.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath + File.pathSeparator + Files.readString(Path.of(SPARK.substring(1))),
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

package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the example lake in a process of its own, because the format libraries it is written with
 * are Spark's and must not meet ours.
 */
final class ExampleLakeProcess {
  private static final String MAIN_CLASS = "dev.sluice.example.ExampleLake";

  private ExampleLakeProcess() {}

  /** Makes the lake unless it is there already. */
  static void ensure(Path lake, Shell shell) {
    boolean present = Files.isDirectory(lake.resolve("catalog"));
    String sparkClasspath = shell.installation().sparkClasspath();
    Path home = shell.installation().home();
    if (sparkClasspath == null || home == null) {
      // Started without the launcher: nothing can be made, but a lake that is there will do.
      if (!present) {
        throw failed("No example lake at " + lake + "; start ./sluice demo, which can make it");
      }
      return;
    }
    if (!present) {
      shell.err().println("Making the example lake in " + lake + ", once …");
    }
    run(command(lake, home, sparkClasspath));
  }

  private static List<String> command(Path lake, Path home, String sparkClasspath) {
    String classpath = jar(home) + java.io.File.pathSeparator + read(sparkClasspath);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classpath,
        MAIN_CLASS,
        lake.toString(),
        "--if-absent");
  }

  private static Path jar(Path home) {
    Path folder = home.resolve("command-line").resolve("example-lake").resolve("target");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("example-lake-.*\\.jar"))
          .filter(
              file -> !file.getFileName().toString().matches(".*-(sources|javadoc|tests)\\.jar"))
          .sorted()
          .findFirst()
          .orElseThrow(() -> failed("There is no example-lake jar in " + folder));
    } catch (IOException e) {
      throw failed("The example lake's jar was not built: " + folder + " cannot be listed", e);
    }
  }

  /** The class path, which is given as such or as {@code @FILE}. */
  private static String read(String sparkClasspath) {
    if (!sparkClasspath.startsWith("@")) {
      return sparkClasspath;
    }
    try {
      return Files.readString(Path.of(sparkClasspath.substring(1))).strip();
    } catch (IOException e) {
      throw failed("Spark's class path cannot be read from " + sparkClasspath.substring(1), e);
    }
  }

  private static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw failed(said.isBlank() ? "The example lake could not be made" : said.strip());
      }
    } catch (IOException e) {
      throw failed("The process that makes the example lake could not be started: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SluiceException(ErrorCode.CANCELLED, "Interrupted while making the lake", e);
    }
  }

  private static SluiceException failed(String message) {
    return failed(message, null);
  }

  private static SluiceException failed(String message, @Nullable Throwable cause) {
    return new SluiceException(ErrorCode.CATALOG_UNREADABLE, message, null, null, cause);
  }
}

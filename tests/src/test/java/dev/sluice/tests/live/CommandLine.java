package dev.sluice.tests.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/**
 * Programs of Java in processes of their own, as users start them.
 *
 * @param folder where they run
 * @param environment what it holds besides
 * @param classPath the tests' own, or less of it
 */
record CommandLine(Path folder, Map<String, String> environment, List<String> classPath) {
  static final String MAIN = "dev.sluice.cli.Main";

  CommandLine {
    environment = Map.copyOf(environment);
    classPath = List.copyOf(classPath);
  }

  CommandLine(Path folder, Map<String, String> environment) {
    this(folder, environment, testsClassPath());
  }

  static List<String> testsClassPath() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  /** What a process left. */
  record Ended(int code, String out, String err) {}

  /** Runs {@code sluice} to its end. */
  Ended sluice(String... arguments) throws IOException, InterruptedException {
    return ended(start(List.of(), MAIN, arguments));
  }

  /**
   * @param options of Java
   * @param main the class to run
   */
  Started start(List<String> options, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main));
    command.addAll(List.of(arguments));
    File out = Files.createTempFile(folder, "out", ".txt").toFile();
    File err = Files.createTempFile(folder, "err", ".txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().putAll(environment);
    return new Started(builder.start(), out.toPath(), err.toPath());
  }

  /** A process, and the files that it writes to. */
  record Started(Process process, Path out, Path err) {}

  static Ended ended(Started started) throws IOException, InterruptedException {
    try {
      Assertions.assertThat(started.process.waitFor(2, TimeUnit.MINUTES))
          .as("ends in time")
          .isTrue();
      return new Ended(started.process.exitValue(), read(started.out), read(started.err));
    } finally {
      started.process.destroyForcibly();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

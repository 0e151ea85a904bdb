package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Java in a process of its own, which has nothing of Sluice's but the one jar.
 *
 * @param folder where it runs
 * @param classPath in this order
 */
record ClientProcess(Path folder, List<Path> classPath) {
  static final Path JAR = Path.of(System.getProperty("sluice.jar"));

  private static final Path CLIENTS = Path.of(System.getProperty("sluice.clients"));

  /** What the process left. */
  record Ended(int code, String out, String err) {
    /** Its lines, when it ended well. */
    List<String> lines() {
      assertThat(code).as(out + err).isZero();
      return out.lines().toList();
    }
  }

  /** A client's own jars before Sluice's, and this module's programs. */
  static ClientProcess of(String client, Path folder) throws IOException {
    List<Path> classPath = new ArrayList<>(jars(client));
    classPath.add(JAR);
    classPath.add(programs());
    return new ClientProcess(folder, classPath);
  }

  /** Sluice's jar, and this module's programs. */
  static ClientProcess alone(Path folder) {
    return new ClientProcess(folder, List.of(JAR, programs()));
  }

  static List<Path> jars(String client) throws IOException {
    try (Stream<Path> files = Files.list(CLIENTS.resolve(client))) {
      List<Path> jars = files.sorted().toList();
      assertThat(jars).as(client).isNotEmpty();
      return jars;
    }
  }

  private static Path programs() {
    return Path.of("target", "test-classes").toAbsolutePath();
  }

  Ended run(String main, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dorg.jline.terminal.dumb=true",
            "-Duser.language=en",
            "-Duser.timezone=UTC",
            "-cp"));
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(main);
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Files.createTempFile(folder, "in", ".txt").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    // Nobody's own account is asked.
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ACCESS_KEY_ID",
                "AKIASLUICETESTS00001",
                "AWS_SECRET_ACCESS_KEY",
                "tests-secret",
                "AWS_CONFIG_FILE",
                folder.resolve("no-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("no-credentials").toString()));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends in time").isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

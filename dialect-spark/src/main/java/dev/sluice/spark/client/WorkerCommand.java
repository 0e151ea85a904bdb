package dev.sluice.spark.client;

import dev.sluice.spark.protocol.Handshake;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts the process, most of it in an argument file: class paths are long. */
final class WorkerCommand {
  private static final String MAIN = "dev.sluice.spark.worker.Main";
  private static final String LOGGING = "classpath:dev/sluice/spark/worker/log4j2.properties";

  /** Packages that Spark opens by reflection, as Spark's own launcher passes them. */
  private static final List<String> OPENS =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.util.calendar");

  private WorkerCommand() {}

  static ProcessBuilder of(SparkSettings settings, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx" + settings.memory());
    arguments.add("-XX:+ExitOnOutOfMemoryError");
    arguments.add("-XX:+UseSerialGC".repeat(settings.cores() <= 2 ? 1 : 0));
    arguments.add("-Duser.timezone=UTC");
    arguments.add("-Dfile.encoding=UTF-8");
    arguments.add("-Djava.io.tmpdir=" + folder);
    arguments.add("-Dlog4j2.configurationFile=" + LOGGING);
    settings
        .fileSystems()
        .forEach((key, value) -> arguments.add("-D" + Handshake.FILE_SYSTEMS + key + "=" + value));
    OPENS.forEach(name -> arguments.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    arguments.add("-cp");
    arguments.add(classPath(settings, folder));
    arguments.add(MAIN);
    arguments.add(Integer.toString(settings.cores()));
    arguments.add(folder.toString());
    Path file = folder.resolve("arguments");
    Files.writeString(
        file,
        arguments.stream()
            .filter(argument -> !argument.isEmpty())
            .map(WorkerCommand::quoted)
            .collect(Collectors.joining("\n")));
    ProcessBuilder builder = new ProcessBuilder(settings.java().toString(), "@" + file);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.redirectErrorStream(true);
  }

  /** Spark first: whatever else the host keeps beside our classes must not stand before it. */
  private static String classPath(SparkSettings settings, Path folder) throws IOException {
    List<String> places = new ArrayList<>();
    places.add(settings.classPath());
    places.addAll(CarriedJars.classPath(folder));
    return String.join(File.pathSeparator, places);
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

package dev.sluice.spark.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.spi.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the Spark process is started.
 *
 * @param classPath Spark's own class path
 * @param memory as {@code -Xmx} takes it
 * @param java the home of the Java to start
 * @param fileSystems settings of Hadoop's file systems, all of which begin with {@code fs.}
 */
record SparkSettings(
    String classPath,
    String memory,
    int cores,
    Path java,
    Map<String, String> fileSystems,
    Optional<Path> lake) {
  static final String CLASS_PATH_PROPERTY = "sluice.spark.classpath";

  /** The dialect reads {@code lake-formation}: it decides what is routed, not how Spark is run. */
  private static final List<String> KEYS =
      List.of("classpath", "cores", "java", "lake-formation", "memory");

  private static final String FILE_SYSTEM = "fs.";

  /**
   * Reads the settings of engine {@code spark}.
   *
   * @param beside the folder that lies beside Sluice's jar
   * @param home the environment's {@code SPARK_HOME}
   * @param property the value of {@link #CLASS_PATH_PROPERTY}
   * @return empty when no class path of Spark's is known
   */
  static Optional<SparkSettings> of(
      SluiceConfiguration configuration,
      Optional<String> beside,
      Optional<String> home,
      Optional<String> property) {
    Map<String, String> settings = configuration.engine(SparkEngine.NAME);
    List<String> own =
        settings.keySet().stream().filter(key -> !key.startsWith(FILE_SYSTEM)).toList();
    Settings.requireKnown(SparkEngine.NAME, own, KEYS);
    return Optional.ofNullable(settings.get("classpath"))
        .or(() -> beside)
        .or(() -> home.map(folder -> Path.of(folder, "jars").toString()))
        .or(() -> property)
        .map(
            text ->
                new SparkSettings(
                    SparkClassPath.expand(text),
                    memory(settings.getOrDefault("memory", "1g")),
                    cores(settings.get("cores")),
                    java(settings.getOrDefault("java", System.getProperty("java.home"))),
                    fileSystems(settings),
                    configuration.lake()));
  }

  private static Map<String, String> fileSystems(Map<String, String> settings) {
    Map<String, String> some = new TreeMap<>(settings);
    some.keySet().removeIf(key -> !key.startsWith(FILE_SYSTEM));
    return Map.copyOf(some);
  }

  private static String memory(String text) {
    if (!text.matches("[1-9][0-9]*[kKmMgG]?")) {
      throw invalid("Setting 'memory' of engine spark is '" + text + "', not a size such as 2g");
    }
    return text;
  }

  private static int cores(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return Runtime.getRuntime().availableProcessors();
    } else if (!text.matches("[1-9][0-9]{0,3}")) {
      throw invalid("Setting 'cores' of engine spark is '" + text + "', not a number from 1");
    }
    return Integer.parseInt(text);
  }

  private static Path java(String home) {
    Path program = Path.of(home, "bin", "java");
    if (!Files.isExecutable(program) && !Files.isExecutable(Path.of(program + ".exe"))) {
      throw invalid("Setting 'java' of engine spark: there is no " + program);
    }
    return program;
  }

  static SluiceException invalid(String message) {
    return new SluiceException(ErrorCode.CONFIGURATION_INVALID, message);
  }
}

package dev.sluice.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where this Sluice stands on the machine.
 *
 * @param home the folder of the launcher; null when started without it
 * @param sparkClasspath {@code @FILE}, where the file holds Spark's class path; null when not given
 */
record Installation(@Nullable Path home, @Nullable String sparkClasspath) {

  static Installation fromProperties() {
    String home = System.getProperty("sluice.home");
    return new Installation(
        home == null ? null : Path.of(home), System.getProperty("sluice.spark.classpath"));
  }

  /** Where the example lake is, or would be made. */
  Path exampleLake() {
    return (home == null ? Path.of("") : home).resolve(".sluice").resolve("example-lake");
  }

  /** The lake of a command that names none. */
  Optional<Path> defaultLake() {
    return Optional.of(exampleLake()).filter(lake -> Files.isDirectory(lake.resolve("catalog")));
  }
}

package dev.sluice.spark.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of Spark's jars that lies beside Sluice's jar, as in a tool's folder of drivers. */
final class SparkBeside {
  static final String NAME = "sluice-spark-worker";

  private SparkBeside() {}

  /**
   * @param jar where Sluice's classes come from
   * @return the one folder whose name begins with {@link #NAME}
   * @throws dev.sluice.SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} when
   *     there are several
   */
  static Optional<String> of(Path jar) {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (Stream<Path> beside = Files.list(jar.resolveSibling(""))) {
      List<Path> found =
          beside
              .filter(path -> path.getFileName().toString().startsWith(NAME))
              .filter(Files::isDirectory)
              .sorted()
              .toList();
      if (found.size() > 1) {
        throw SparkSettings.invalid(
            "Beside "
                + jar
                + " lie several Sparks: "
                + found
                + "; leave one, or name one as"
                + " setting 'classpath' of engine spark");
      }
      return found.stream().map(Path::toString).findFirst();
    } catch (IOException e) {
      // A folder that cannot be listed has nothing for us.
      return Optional.empty();
    }
  }
}

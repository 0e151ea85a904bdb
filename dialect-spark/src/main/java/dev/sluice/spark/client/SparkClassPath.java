package dev.sluice.spark.client;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user may write for Spark's class path. */
final class SparkClassPath {
  private SparkClassPath() {}

  /**
   * @param text a class path, a folder of jars, or {@code @FILE} that holds either
   */
  static String expand(String text) {
    String given = text.startsWith("@") ? content(Path.of(text.substring(1))) : text;
    Path folder = Path.of(given.split(Pattern.quote(File.pathSeparator), 2)[0]);
    if (!given.contains(File.pathSeparator) && Files.isDirectory(folder)) {
      return jars(folder);
    }
    for (String entry : given.split(Pattern.quote(File.pathSeparator), -1)) {
      String place = entry.endsWith("*") ? entry.substring(0, entry.length() - 1) : entry;
      if (!Files.exists(Path.of(place))) {
        throw SparkSettings.invalid("Spark's class path names " + place + ", which is not there");
      }
    }
    return given;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw SparkSettings.invalid("Spark's class path file " + file + " cannot be read: " + e);
    }
  }

  private static String jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> jars =
          files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw SparkSettings.invalid("Spark's class path folder " + folder + " holds no jars");
      }
      return String.join(File.pathSeparator, jars);
    } catch (IOException e) {
      throw SparkSettings.invalid("Spark's class path folder " + folder + " cannot be read: " + e);
    }
  }
}

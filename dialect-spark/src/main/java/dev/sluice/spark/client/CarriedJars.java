package dev.sluice.spark.client;

import dev.sluice.DataType;
import dev.sluice.spark.protocol.Handshake;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sluice's own classes for Spark's process. Where all of Sluice is one jar with its libraries
 * relocated, that jar carries them as jars of their own: what they use is Spark's, under its own
 * name.
 */
final class CarriedJars {
  private static final List<String> NAMES = List.of("spark-worker.jar", "federation-api.jar");

  private CarriedJars() {}

  /**
   * @param folder where carried jars are unpacked
   */
  static List<String> classPath(Path folder) throws IOException {
    List<String> places = new ArrayList<>();
    for (String name : NAMES) {
      try (InputStream carried = CarriedJars.class.getResourceAsStream(name)) {
        if (carried != null) {
          Files.copy(carried, folder.resolve(name));
          places.add(folder.resolve(name).toString());
        }
      }
    }
    if (places.isEmpty()) {
      places.add(required(Handshake.class));
      places.add(required(DataType.class));
    }
    return places;
  }

  private static String required(Class<?> type) {
    return home(type)
        .map(Path::toString)
        .orElseThrow(() -> new IllegalStateException("The place of " + type + " cannot be told"));
  }

  /**
   * @return the jar or the folder that a class comes from; empty when its loader does not tell, or
   *     tells of no file
   */
  static Optional<Path> home(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}

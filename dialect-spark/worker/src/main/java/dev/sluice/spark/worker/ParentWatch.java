package dev.sluice.spark.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends this process when the parent's end of standard input closes, which the system does even for
 * a parent that was killed, and clears away the folder that the parent gave.
 */
final class ParentWatch {
  private ParentWatch() {}

  static void start(BufferedReader parent, Path folder) {
    Thread watch = new Thread(() -> watch(parent, folder), "sluice-parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void watch(BufferedReader parent, Path folder) {
    try {
      while (parent.readLine() != null) {
        // Nothing more is expected; only the end matters.
      }
    } catch (IOException e) {
      // As good as the end.
    } finally {
      delete(folder);
      // Spark's own shutdown may wait for running tasks, and nobody waits for them any more.
      Runtime.getRuntime().halt(0);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // A task may still be writing; what is left lies in the temporary folder.
    }
  }
}

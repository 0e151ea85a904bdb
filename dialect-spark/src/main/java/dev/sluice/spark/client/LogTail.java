package dev.sluice.spark.client;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that the process wrote, and all of them, up to a size, in a file. */
final class LogTail {
  private static final int LINES = 40;
  private static final int LINE_LENGTH = 500;
  private static final long FILE_LENGTH = 10_000_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Path file;
  private long written;

  LogTail(Path file) {
    this.file = file;
  }

  synchronized void add(String line) {
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
    if (written < FILE_LENGTH) {
      written += line.length() + 1;
      append(line);
    }
  }

  private void append(String line) {
    try (Writer writer =
        Files.newBufferedWriter(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      writer.write(line + "\n");
    } catch (IOException e) {
      written = FILE_LENGTH; // a log that cannot be kept must not fail the query
    }
  }

  /** The last lines, each indented, after a line break; nothing when there are none. */
  synchronized String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}

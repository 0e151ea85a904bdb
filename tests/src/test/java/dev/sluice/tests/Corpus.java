package dev.sluice.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code corpus}: queries over the fixture lake, each with what becomes of it. How an
 * entry is written stands at the head of {@code trino.sql}.
 *
 * @param name the file's, without its extension
 */
record Corpus(String name, List<CorpusEntry> entries) {
  private static final String CHAPTER = "-- # ";
  private static final List<String> KEYS = List.of("construct", "source", "accepted", "refused");

  Corpus {
    entries = List.copyOf(entries);
  }

  static Corpus trino() {
    return read("trino");
  }

  static Corpus tools() {
    return read("tools");
  }

  static Corpus other() {
    return read("other");
  }

  static List<Corpus> all() {
    return List.of(trino(), tools(), other());
  }

  private static Corpus read(String name) {
    try {
      Reader reader = new Reader(name);
      Files.readAllLines(Repository.RESOURCES.resolve("corpus/" + name + ".sql"))
          .forEach(reader::line);
      return new Corpus(name, reader.ended());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file's lines in their order. Serves one file. */
  private static final class Reader {
    private final String file;
    private final List<CorpusEntry> entries = new ArrayList<>();
    private final Map<String, String> head = new TreeMap<>();
    private final StringBuilder sql = new StringBuilder();
    private @Nullable String chapter;
    private int number;
    private int begin;

    Reader(String file) {
      this.file = file;
    }

    /** Comments before the first chapter are the file's own. */
    void line(String line) {
      number++;
      boolean between = sql.isEmpty();
      if (between && line.startsWith(CHAPTER)) {
        chapter = line.substring(CHAPTER.length()).strip();
      } else if (chapter != null && !(between && (line.isBlank() || isHead(line)))) {
        query(line, chapter);
      }
    }

    private boolean isHead(String line) {
      for (String key : KEYS) {
        String mark = "-- " + key + ": ";
        if (line.startsWith(mark)) {
          begin = head.isEmpty() ? number : begin;
          if (head.put(key, line.substring(mark.length()).strip()) != null) {
            throw new IllegalStateException("Twice the same key in " + file + ".sql:" + number);
          }
          return true;
        }
      }
      return false;
    }

    private void query(String line, String under) {
      sql.append(line).append('\n');
      String text = sql.toString().strip();
      if (text.endsWith(";")) {
        String query = text.substring(0, text.length() - 1);
        entries.add(CorpusEntry.of(file + ".sql:" + begin, under, head, query));
        head.clear();
        sql.setLength(0);
      }
    }

    List<CorpusEntry> ended() {
      if (!sql.isEmpty() || !head.isEmpty()) {
        throw new IllegalStateException("An entry is not ended in " + file + ".sql");
      }
      return entries;
    }
  }
}

package dev.sluice.tests;

import dev.sluice.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query and what becomes of it.
 *
 * @param place file and line, for messages
 * @param construct what the query shows
 * @param source where a tool's query was seen, for tools alone
 * @param engines those that take it, at least; empty where it is refused
 * @param error null where it is accepted
 * @param words of the error; empty where it is accepted
 */
record CorpusEntry(
    String place,
    String chapter,
    String construct,
    @Nullable String source,
    Set<String> engines,
    @Nullable ErrorCode error,
    String words,
    String sql) {
  /** Stands for the engines where the catalog answers. */
  static final String CATALOG = "catalog";

  CorpusEntry {
    engines = Set.copyOf(engines);
    if (engines.isEmpty() == (error == null) || (error == null) != words.isEmpty()) {
      throw new IllegalArgumentException(
          place + ": is accepted by engines, or refused with a code and words");
    }
  }

  static CorpusEntry of(String place, String chapter, Map<String, String> head, String sql) {
    String construct = head.get("construct");
    if (construct == null || head.containsKey("accepted") == head.containsKey("refused")) {
      throw new IllegalArgumentException(
          place + ": an entry has its construct, and is either accepted or refused");
    }
    String source = head.get("source");
    String accepted = head.get("accepted");
    if (accepted != null) {
      Set<String> engines = Set.copyOf(List.of(accepted.split(" +")));
      return new CorpusEntry(place, chapter, construct, source, engines, null, "", sql);
    }
    String[] refused = head.getOrDefault("refused", "").split(" ", 2);
    String words = refused.length < 2 ? "" : refused[1];
    ErrorCode code = ErrorCode.valueOf(refused[0]);
    return new CorpusEntry(place, chapter, construct, source, Set.of(), code, words, sql);
  }

  boolean isAccepted() {
    return error == null;
  }

  /** The text on one line. */
  String line() {
    return sql.replaceAll("\\s*\\n\\s*", " ");
  }

  @Override
  public String toString() {
    return place;
  }
}

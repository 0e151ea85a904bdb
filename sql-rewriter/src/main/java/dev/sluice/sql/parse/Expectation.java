package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.ParseException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stood where something else was expected.
 *
 * @param found the first token that fits nothing
 * @param kinds the kinds of token that would have fitted
 */
record Expectation(Token found, BitSet kinds) implements SluiceSqlParserConstants {
  private static final int MOST_WORDS = 8;

  /**
   * The words worth suggesting, likeliest first; each kind of token maps to how a person says it.
   */
  private static final List<Map.Entry<Integer, String>> SUGGESTED =
      List.of(
          Map.entry(SELECT, "SELECT"),
          Map.entry(FROM, "FROM"),
          Map.entry(BY, "BY"),
          Map.entry(THEN, "THEN"),
          Map.entry(WHEN, "WHEN"),
          Map.entry(ELSE, "ELSE"),
          Map.entry(END, "END"),
          Map.entry(JOIN, "JOIN"),
          Map.entry(ON, "ON"),
          Map.entry(USING, "USING"),
          Map.entry(AS, "AS"),
          Map.entry(WHERE, "WHERE"),
          Map.entry(GROUP, "GROUP BY"),
          Map.entry(ORDER, "ORDER BY"),
          Map.entry(LIMIT, "LIMIT"),
          Map.entry(HAVING, "HAVING"),
          Map.entry(RPAREN, "')'"),
          Map.entry(RBRACKET, "']'"),
          Map.entry(COMMA, "','"),
          Map.entry(EOF, "end of query"),
          Map.entry(LPAREN, "'('"),
          Map.entry(NULL, "NULL"),
          Map.entry(AND, "AND"),
          Map.entry(OR, "OR"),
          Map.entry(UNION, "UNION"),
          Map.entry(IN, "IN"),
          Map.entry(LIKE, "LIKE"),
          Map.entry(BETWEEN, "BETWEEN"),
          Map.entry(OVER, "OVER"));

  static Expectation of(ParseException e) {
    Token found = e.currentToken.next;
    List<int[]> sequences = new ArrayList<>(List.of(e.expectedTokenSequences));
    int depth = 0;
    // Where a longer sequence began well, the word to blame is the one after its beginning.
    while (true) {
      List<int[]> longer = new ArrayList<>();
      for (int[] sequence : sequences) {
        if (sequence.length > depth + 1 && sequence[depth] == found.kind) {
          longer.add(sequence);
        }
      }
      if (longer.isEmpty() || found.next == null) {
        break;
      }
      sequences = longer;
      found = found.next;
      depth++;
    }
    BitSet kinds = new BitSet();
    for (int[] sequence : sequences) {
      kinds.set(sequence[depth]);
    }
    return new Expectation(found, kinds);
  }

  /** What to write there instead, or null when there is nothing sensible to say. */
  @Nullable String text() {
    List<String> words = new ArrayList<>();
    if (kinds.get(IDENTIFIER)) {
      words.add(kinds.get(UNSIGNED_INTEGER_LITERAL) ? "an expression" : "a name");
    } else if (kinds.get(UNSIGNED_INTEGER_LITERAL)) {
      words.add("a number");
    } else if (kinds.get(QUOTED_STRING)) {
      words.add("a text literal");
    }
    for (Map.Entry<Integer, String> word : SUGGESTED) {
      if (kinds.get(word.getKey()) && words.size() < MOST_WORDS) {
        words.add(word.getValue());
      }
    }
    if (words.isEmpty()) {
      words.addAll(anyWords());
    }
    return switch (words.size()) {
      case 0 -> null;
      case 1 -> "expected " + words.get(0);
      default -> "expected one of: " + String.join(", ", words);
    };
  }

  private List<String> anyWords() {
    TreeSet<String> words = new TreeSet<>();
    kinds.stream()
        .mapToObj(kind -> tokenImage[kind])
        .filter(image -> image.startsWith("\""))
        .map(image -> image.substring(1, image.length() - 1))
        .map(image -> Character.isLetter(image.charAt(0)) ? image : "'" + image + "'")
        .forEach(words::add);
    return words.stream().limit(MOST_WORDS).toList();
  }
}

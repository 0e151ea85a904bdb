package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Says what could stand at a place in the words of a person who writes SQL: short, likely first.
 */
final class ExpectedWords implements SluiceSqlParserConstants {
  private static final int MOST = 8;

  private ExpectedWords() {}

  /** The words worth suggesting, likeliest first, each with the kind of token that it is. */
  static Map<Integer, String> suggestions() {
    Map<Integer, String> words = new LinkedHashMap<>();
    int[] kinds = {
      FROM, BY, THEN, WHEN, ELSE, END, RPAREN, RBRACKET, COMMA, EOF, JOIN, ON, USING, AS, WHERE,
      GROUP, HAVING, ORDER, LIMIT, LPAREN, SELECT, AND, OR, NULL, UNION, IN, LIKE, BETWEEN, OVER
    };
    for (int kind : kinds) {
      words.put(kind, word(kind));
    }
    return words;
  }

  private static String word(int kind) {
    return switch (kind) {
      case EOF -> "end of query";
      case GROUP -> "GROUP BY";
      case ORDER -> "ORDER BY";
      default -> {
        String image = tokenImage[kind].substring(1, tokenImage[kind].length() - 1);
        yield Character.isLetter(image.charAt(0)) ? image : "'" + image + "'";
      }
    };
  }

  /** At most {@value #MOST} words; empty when there is nothing sensible to say. */
  static List<String> of(BitSet kinds) {
    List<String> words = new ArrayList<>();
    boolean expression = kinds.get(IDENTIFIER) && kinds.get(CASE);
    classOf(kinds, expression, words);
    suggestions()
        .forEach(
            (kind, word) -> {
              boolean within = expression && (kind == LPAREN || kind == NULL);
              if (kinds.get(kind) && !within && words.size() < MOST) {
                words.add(word);
              }
            });
    return words.isEmpty() ? others(kinds) : words;
  }

  private static void classOf(BitSet kinds, boolean expression, List<String> words) {
    if (expression) {
      words.add("an expression");
    } else if (kinds.get(BIGINT) && kinds.get(VARCHAR)) {
      words.add("a type");
    } else if (kinds.get(IDENTIFIER)) {
      words.add("a name");
    } else if (kinds.get(UNSIGNED_INTEGER_LITERAL)) {
      words.add("a number");
    } else if (kinds.get(QUOTED_STRING) && kinds.cardinality() == 1) {
      words.add("a text literal");
    }
  }

  private static List<String> others(BitSet kinds) {
    return IntStream.range(0, tokenImage.length)
        .filter(kinds::get)
        .filter(kind -> tokenImage[kind].startsWith("\""))
        .mapToObj(ExpectedWords::word)
        .sorted()
        .limit(MOST)
        .toList();
  }
}

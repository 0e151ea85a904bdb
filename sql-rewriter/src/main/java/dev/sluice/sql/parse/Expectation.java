package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.ParseException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stood where something else was expected.
 *
 * @param found the first token that fits nothing, or the misspelt one before it
 * @param meant the word that {@code found} looks like, if it does
 * @param kinds the kinds of token that would have fitted
 */
record Expectation(Token found, @Nullable String meant, BitSet kinds)
    implements SluiceSqlParserConstants {

  static Expectation of(ParseException e) {
    Token found = e.currentToken.next;
    List<int[]> sequences = List.of(e.expectedTokenSequences);
    int depth = 0;
    // Where a longer sequence began well, the word to blame is the one after its beginning.
    for (List<int[]> longer = continuing(sequences, depth, found);
        !longer.isEmpty() && found.next != null;
        longer = continuing(sequences, depth, found)) {
      sequences = longer;
      found = found.next;
      depth++;
    }
    BitSet kinds = new BitSet();
    for (int[] sequence : sequences) {
      kinds.set(sequence[depth]);
    }
    return blaming(depth == 0 ? e.currentToken : found, found, kinds);
  }

  private static List<int[]> continuing(List<int[]> sequences, int depth, Token found) {
    List<int[]> longer = new ArrayList<>();
    for (int[] sequence : sequences) {
      if (sequence.length > depth + 1 && sequence[depth] == found.kind) {
        longer.add(sequence);
      }
    }
    return longer;
  }

  /** A misspelt word is taken for an alias, and only the word after it fits nothing. */
  private static Expectation blaming(Token before, Token found, BitSet kinds) {
    @Nullable String meant = Misspelling.meant(found, kinds);
    if (meant == null && before.kind == IDENTIFIER) {
      @Nullable String earlier = Misspelling.meant(before, kinds);
      if (earlier != null) {
        return new Expectation(before, earlier, kinds);
      }
    }
    return new Expectation(found, meant, kinds);
  }

  /** What to write there instead, or null when there is nothing sensible to say. */
  @Nullable String text() {
    List<String> words = ExpectedWords.of(kinds);
    String expected =
        words.size() == 1
            ? "expected " + words.get(0)
            : "expected one of: " + String.join(", ", words);
    if (meant == null) {
      return words.isEmpty() ? null : expected;
    }
    return "did you mean " + meant + "?" + (words.isEmpty() ? "" : " (" + expected + ")");
  }
}

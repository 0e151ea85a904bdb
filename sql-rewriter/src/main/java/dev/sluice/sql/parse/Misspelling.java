package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the keyword that a word was probably meant to be. */
final class Misspelling implements SluiceSqlParserConstants {
  private Misspelling() {}

  /** The one of the expected keywords that is nearest, or null if none is near. */
  static @Nullable String meant(Token token, BitSet expected) {
    if (token.kind != IDENTIFIER || token.image.length() < 3 || token.image.length() > 12) {
      return null;
    }
    @Nullable String nearest = null;
    int least = token.image.length() > 4 ? 3 : 2;
    for (var word : ExpectedWords.suggestions().entrySet()) {
      if (expected.get(word.getKey()) && Character.isLetter(word.getValue().charAt(0))) {
        String first = word.getValue().split(" ", 2)[0];
        int distance = distance(token.image.toUpperCase(Locale.ROOT), first);
        if (distance < least && first.length() > 2) {
          least = distance;
          nearest = word.getValue();
        }
      }
    }
    return nearest;
  }

  /** Letters to add, drop, change or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}

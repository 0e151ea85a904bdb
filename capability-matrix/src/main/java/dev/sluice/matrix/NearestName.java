package dev.sluice.matrix;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody meant to write. */
final class NearestName {
  private NearestName() {}

  /** {@code ; did you mean X?}, or the empty text when there are no candidates. */
  static String hint(String written, Collection<String> candidates) {
    String plain = written.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(name -> distance(plain, name.toLowerCase(Locale.ROOT))))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  /** The number of letters to insert, delete or replace. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}

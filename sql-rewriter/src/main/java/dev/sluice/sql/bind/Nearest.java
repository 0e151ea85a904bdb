package dev.sluice.sql.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that a misspelt one most resembles. */
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /** {@code "; did you mean a or b?"}, or nothing when no name is near. */
  public static String suggestion(String misspelt, Collection<String> known) {
    List<String> near = near(misspelt, known);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  static List<String> near(String misspelt, Collection<String> known) {
    String wanted = misspelt.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(name -> distance(wanted, name, tolerance) <= tolerance)
        .sorted(
            Comparator.comparingInt((String name) -> distance(wanted, name, tolerance))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** Edits between two texts, adjacent swaps counting as one; gives up beyond {@code most}. */
  private static int distance(String left, String right, int most) {
    if (Math.abs(left.length() - right.length()) > most) {
      return most + 1;
    }
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : step(edits, left, right, i, j);
      }
    }
    return edits[left.length()][right.length()];
  }

  private static int step(int[][] edits, String left, String right, int i, int j) {
    int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1), edits[i - 1][j - 1] + changed);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}

package dev.sluice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that a misspelt one most resembles, whatever the case. */
public final class NearestName {
  private static final int MOST = 3;

  private NearestName() {}

  /** The nearest names, best first, three at most; none when nothing is near enough to be meant. */
  public static List<String> of(String written, Collection<String> known) {
    String wanted = written.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, wanted.length() / 3);
    record Near(String name, int distance) {}
    return known.stream()
        .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT), tolerance)))
        .filter(near -> near.distance() <= tolerance && near.distance() < wanted.length())
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(MOST)
        .map(Near::name)
        .toList();
  }

  /** {@code "; did you mean a or b?"}, or nothing when no name is near. */
  public static String question(String written, Collection<String> known) {
    List<String> near = of(written, known);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
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

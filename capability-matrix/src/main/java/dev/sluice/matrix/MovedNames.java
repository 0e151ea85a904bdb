package dev.sluice.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the fewest names that must move to turn one order into another. */
final class MovedNames {
  private MovedNames() {}

  /** The names outside a longest run that both orders share; both lists hold the same names. */
  static Set<String> between(List<String> newer, List<String> older) {
    if (newer.equals(older)) {
      return Set.of();
    }
    Set<String> moved = new HashSet<>(newer);
    longestRisingRun(positions(newer, older)).forEach(index -> moved.remove(newer.get(index)));
    return moved;
  }

  private static int[] positions(List<String> newer, List<String> older) {
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < older.size(); i++) {
      byName.put(older.get(i), i);
    }
    return newer.stream().mapToInt(name -> byName.getOrDefault(name, -1)).toArray();
  }

  /** Indices, last first; quadratic, which is well enough for a table's columns. */
  private static List<Integer> longestRisingRun(int[] values) {
    int[] length = new int[values.length];
    int[] previous = new int[values.length];
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (values[j] < values[i] && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      last = last < 0 || length[i] > length[last] ? i : last;
    }
    List<Integer> run = new ArrayList<>();
    for (int i = last; i >= 0; i = previous[i]) {
      run.add(i);
    }
    return run;
  }
}

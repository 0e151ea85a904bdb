package dev.sluice.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Partitions that follow one another, by their places in the order of their values.
 *
 * @param first the place of the first
 * @param last the place of the last
 */
public record PartitionRange(int first, int last) {
  public PartitionRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("No range: " + first + " to " + last);
    }
  }

  public int count() {
    return last - first + 1;
  }

  /** The fewest ranges that hold these places. */
  static List<PartitionRange> of(Iterable<Integer> places) {
    List<PartitionRange> ranges = new ArrayList<>();
    TreeSet<Integer> sorted = new TreeSet<>();
    places.forEach(sorted::add);
    for (int place : sorted) {
      int end = ranges.size() - 1;
      if (end >= 0 && ranges.get(end).last == place - 1) {
        ranges.set(end, new PartitionRange(ranges.get(end).first, place));
      } else {
        ranges.add(new PartitionRange(place, place));
      }
    }
    return ranges;
  }
}

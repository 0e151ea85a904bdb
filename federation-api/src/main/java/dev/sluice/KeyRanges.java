package dev.sluice;

import java.util.List;

/**
 * Which values of one partition key a query can need: the union of {@code ranges}. No range at all
 * means that the query can need none.
 */
public record KeyRanges(String key, List<KeyRange> ranges) {
  public KeyRanges {
    ranges = List.copyOf(ranges);
  }

  public static KeyRanges all(String key) {
    return new KeyRanges(key, List.of(KeyRange.ALL));
  }

  public boolean contains(String value) {
    return ranges.stream().anyMatch(range -> range.contains(value));
  }

  /** Whether nothing was narrowed. */
  public boolean isAll() {
    return ranges.contains(KeyRange.ALL);
  }

  /** Orders values as the ranges do: by UTF-8 bytes. */
  public static int compare(String left, String right) {
    return Utf8.compare(left, right);
  }
}

package dev.sluice.sql.prune;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import java.util.Optional;

/** A value of a text key, ordered by UTF-8 bytes as Glue and the engines order it. */
record KeyText(String value) implements Comparable<KeyText> {
  @Override
  public int compareTo(KeyText other) {
    return KeyRanges.compare(value, other.value);
  }

  /** The least text above every text that starts with this one; empty when there is none. */
  Optional<KeyText> afterPrefix() {
    int end = value.length();
    while (end > 0) {
      int last = value.codePointBefore(end);
      int start = end - Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        return Optional.of(new KeyText(value.substring(0, start) + Character.toString(next(last))));
      }
      end = start;
    }
    return Optional.empty();
  }

  /** The texts that start with this one. */
  Range<KeyText> extensions() {
    return afterPrefix()
        .map(after -> Range.closedOpen(this, after))
        .orElseGet(() -> Range.atLeast(this));
  }

  static KeyRange range(Range<KeyText> range) {
    boolean hasLower = range.hasLowerBound();
    boolean hasUpper = range.hasUpperBound();
    return new KeyRange(
        hasLower ? range.lowerEndpoint().value() : null,
        hasLower && range.lowerBoundType() == BoundType.CLOSED,
        hasUpper ? range.upperEndpoint().value() : null,
        hasUpper && range.upperBoundType() == BoundType.CLOSED);
  }

  /** The next code point that text can hold. */
  private static int next(int codePoint) {
    int next = codePoint + 1;
    return next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
  }
}

package dev.sluice.sql.prune;

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

  /** The next code point that text can hold. */
  private static int next(int codePoint) {
    int next = codePoint + 1;
    return next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
  }
}

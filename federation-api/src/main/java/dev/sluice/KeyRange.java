package dev.sluice;

import org.jspecify.annotations.Nullable;

/**
 * An interval of values of a text partition key, ordered by UTF-8 bytes. A null bound is
 * open-ended.
 */
public record KeyRange(
    @Nullable String lower,
    boolean lowerInclusive,
    @Nullable String upper,
    boolean upperInclusive) {

  public static final KeyRange ALL = new KeyRange(null, false, null, false);

  public static KeyRange exactly(String value) {
    return new KeyRange(value, true, value, true);
  }

  public boolean contains(String value) {
    return aboveLower(value) && belowUpper(value);
  }

  private boolean aboveLower(String value) {
    if (lower == null) {
      return true;
    }
    int order = Utf8.compare(value, lower);
    return order > 0 || (order == 0 && lowerInclusive);
  }

  private boolean belowUpper(String value) {
    if (upper == null) {
      return true;
    }
    int order = Utf8.compare(value, upper);
    return order < 0 || (order == 0 && upperInclusive);
  }

  /**
   * Interval notation: {@code [2019-03-27-16, 2019-03-28-02)}; one value alone stands for itself.
   */
  @Override
  public String toString() {
    if (lower != null && lower.equals(upper) && lowerInclusive && upperInclusive) {
      return lower;
    }
    return (lowerInclusive ? "[" : "(")
        + (lower == null ? "-∞" : lower)
        + ", "
        + (upper == null ? "+∞" : upper)
        + (upperInclusive ? "]" : ")");
  }
}

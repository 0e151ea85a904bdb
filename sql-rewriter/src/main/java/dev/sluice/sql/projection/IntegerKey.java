package dev.sluice.sql.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * {@code integer}: whole numbers at equal distances.
 *
 * @param last at most this, which need not be one of them
 * @param digits how many each is written with at least
 */
record IntegerKey(long first, long last, long interval, int digits) implements ProjectedKey {
  private static final int MOST_DIGITS = 19;

  static IntegerKey of(KeyProperties properties) throws NotComputedException {
    List<String> range = properties.range();
    long first = properties.whole("range", range.get(0).trim());
    long last = properties.whole("range", range.get(1).trim());
    long interval = properties.positive("interval", 1);
    long digits = properties.positive("digits", 1);
    if (last < first) {
      throw properties.problem("range", "ends before it begins");
    } else if (digits > MOST_DIGITS || (digits > 1 && first < 0)) {
      // Whether the sign is one of the digits is not documented.
      throw properties.problem("digits", "is for numbers from 0 up, of at most 19 digits");
    }
    return new IntegerKey(first, last, interval, (int) digits);
  }

  @Override
  public OptionalLong count(Instant now) {
    try {
      return OptionalLong.of(Math.addExact(Math.subtractExact(last, first) / interval, 1));
    } catch (ArithmeticException e) {
      return OptionalLong.of(Long.MAX_VALUE);
    }
  }

  @Override
  public List<String> values(Instant now, Predicate<String> needed) throws NotComputedException {
    long count = count(now).orElseThrow();
    if (count > MOST_VALUES) {
      throw new NotComputedException("there are more than a million values of it");
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String value = written(first + i * interval);
      if (needed.test(value)) {
        values.add(value);
      }
    }
    return values;
  }

  private String written(long number) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}

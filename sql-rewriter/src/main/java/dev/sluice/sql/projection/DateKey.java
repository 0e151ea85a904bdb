package dev.sluice.sql.projection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code date}: times at equal distances, in UTC. */
record DateKey(DateFormat format, DateBound first, DateBound last, int interval, ChronoUnit unit)
    implements ProjectedKey {
  /** Every month has it. */
  private static final int LAST_COMMON_DAY = 28;

  static DateKey of(KeyProperties properties) throws NotComputedException {
    String pattern = properties.required("format");
    DateFormat format =
        DateFormat.of(pattern)
            .orElseThrow(
                () ->
                    properties.problem(
                        "format",
                        "is " + pattern + ", which does not say year, month and so on in numbers"));
    List<String> range = properties.range();
    DateKey key =
        new DateKey(
            format,
            bound(properties, range.get(0), format),
            bound(properties, range.get(1), format),
            (int) properties.positive("interval", 1),
            unit(properties, format));
    key.requireDocumented(properties);
    return key;
  }

  private static DateBound bound(KeyProperties properties, String text, DateFormat format)
      throws NotComputedException {
    return DateBound.of(text, format)
        .orElseThrow(
            () -> properties.problem("range", "has " + text + ", which is not in its format"));
  }

  private static ChronoUnit unit(KeyProperties properties, DateFormat format)
      throws NotComputedException {
    Optional<String> word = properties.word("interval.unit");
    if (word.isEmpty()) {
      boolean isByDefault =
          format.finest() == ChronoUnit.DAYS || format.finest() == ChronoUnit.MONTHS;
      if (isByDefault) {
        return format.finest();
      }
      throw properties.problem("interval.unit", "is missing");
    }
    // In English, whatever language the machine speaks.
    return Stream.of(ChronoUnit.values())
        .filter(unit -> unit.compareTo(ChronoUnit.SECONDS) >= 0 && unit != ChronoUnit.HALF_DAYS)
        .filter(unit -> unit.compareTo(ChronoUnit.YEARS) <= 0)
        .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(word.get()))
        .findFirst()
        .orElseThrow(
            () -> properties.problem("interval.unit", "is " + word.get() + ", which is no unit"));
  }

  /** What the documentation leaves open. */
  private void requireDocumented(KeyProperties properties) throws NotComputedException {
    if (unit.compareTo(format.finest()) < 0) {
      throw properties.problem("interval.unit", "is finer than the format");
    } else if (first.isMoving() && (interval > 1 || unit != format.finest())) {
      throw properties.problem("interval", "is counted from a beginning that moves");
    } else if (unit.compareTo(ChronoUnit.MONTHS) >= 0
        && first.fixed() != null
        && first.fixed().getDayOfMonth() > LAST_COMMON_DAY) {
      throw properties.problem("range", "begins on a day that not every month has");
    }
  }

  private static LocalDateTime utc(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  private LocalDateTime begin(Instant now) {
    return format.begin(first.at(utc(now)));
  }

  @Override
  public OptionalLong count(Instant now) {
    LocalDateTime begin = begin(now);
    LocalDateTime end = last.at(utc(now));
    return OptionalLong.of(end.isBefore(begin) ? 0 : unit.between(begin, end) / interval + 1);
  }

  @Override
  public List<String> values(Instant now, Predicate<String> needed) throws NotComputedException {
    long count = count(now).orElseThrow();
    if (count > MOST_VALUES) {
      throw new NotComputedException("there are more than a million values of it");
    }
    LocalDateTime begin = begin(now);
    List<String> values = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      String value = format.write(begin.plus(i * interval, unit));
      if (needed.test(value)) {
        values.add(value);
      }
    }
    return values;
  }

  @Override
  public @Nullable Instant nextChange(Instant now) {
    return Stream.of(first, last)
        .filter(DateBound::isMoving)
        .map(bound -> now.plus(bound.rest(utc(now), format)))
        .min(Instant::compareTo)
        .orElse(null);
  }
}

package dev.sluice.sql.prune;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The times that an engine's clock may show to a query, in UTC. They begin before the query is
 * planned, as clocks differ, and go on after the plan may last be run, as a query may have to wait
 * at the engine.
 *
 * @param first included, as is {@code last}
 */
record ClockTimes(LocalDateTime first, LocalDateTime last) {
  /** Digits of a second. */
  private static final int NANOSECONDS = 9;

  /** How far an engine's clock may be behind, or before, the planner's. */
  private static final Duration APART = Duration.ofMinutes(15);

  /** How long after it was made a plan may be run. */
  static final Duration HOLDS = Duration.ofHours(12);

  /** How long after it was handed to its engine a query may begin. */
  private static final Duration WAITS = Duration.ofHours(12);

  static ClockTimes of(Instant now) {
    return new ClockTimes(
        LocalDateTime.ofInstant(now.minus(APART), ZoneOffset.UTC),
        LocalDateTime.ofInstant(now.plus(HOLDS).plus(WAITS).plus(APART), ZoneOffset.UTC));
  }

  Value whole() {
    return Span.between(Value.of(first), Value.of(last));
  }

  /** Where days begin. */
  List<LocalDateTime> days() {
    return starts(ChronoUnit.DAYS, 0);
  }

  /**
   * Where what is shown begins to tell another hour.
   *
   * @param digits of a second, which are shown
   */
  List<LocalDateTime> hours(int digits) {
    return starts(ChronoUnit.HOURS, step(digits) / 2);
  }

  /**
   * @param before how much sooner each begins, in nanoseconds
   */
  private List<LocalDateTime> starts(ChronoUnit unit, long before) {
    List<LocalDateTime> starts = new ArrayList<>();
    LocalDateTime start = first.truncatedTo(unit);
    while (!start.isAfter(last.plusNanos(before))) {
      starts.add(start.minusNanos(before));
      start = start.plus(1, unit);
    }
    return starts;
  }

  /** What lies between the cuts that are within these times. */
  List<Value> parts(SortedSet<LocalDateTime> cuts) {
    List<Value> parts = new ArrayList<>();
    LocalDateTime from = first;
    for (LocalDateTime cut : cuts) {
      if (cut.isAfter(first) && !cut.isAfter(last)) {
        parts.add(Span.between(Value.of(from), Value.of(cut.minusNanos(1))));
        from = cut;
      }
    }
    parts.add(Span.between(Value.of(from), Value.of(last)));
    return parts;
  }

  /**
   * What an engine shows of a clock's time with so many digits of a second: it rounds, halves up
   * (Trino 411's {@code CurrentTimestamp} and {@code LocalTimestamp}, looked at 2026-11-26).
   */
  static Value shown(Value clock, int digits) {
    long step = step(digits);
    return Span.map(
        clock,
        one ->
            one.map(
                LocalDateTime.class,
                time -> {
                  LocalDateTime half = time.plusNanos(step / 2);
                  return Value.of(half.minusNanos(half.getNano() % step));
                }));
  }

  /** In nanoseconds. */
  private static long step(int digits) {
    return digits >= NANOSECONDS ? 1 : (long) Math.pow(10, NANOSECONDS - digits);
  }
}

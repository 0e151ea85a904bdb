package dev.sluice.sql.prune;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The times that an engine's clock may show to a query, in UTC. They begin before the query is
 * planned, as clocks differ, and go on after the plan may last be run, as a query may have to wait
 * at the engine.
 *
 * @param first included, as is {@code last}
 */
record ClockTimes(LocalDateTime first, LocalDateTime last) {
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

  List<Value> days() {
    return parts(ChronoUnit.DAYS);
  }

  List<Value> hours() {
    return parts(ChronoUnit.HOURS);
  }

  private List<Value> parts(ChronoUnit unit) {
    List<Value> parts = new ArrayList<>();
    LocalDateTime from = first;
    while (!from.isAfter(last)) {
      LocalDateTime next = from.truncatedTo(unit).plus(1, unit);
      LocalDateTime to = next.isAfter(last) ? last : next.minusNanos(1);
      parts.add(Span.between(Value.of(from), Value.of(to)));
      from = next;
    }
    return parts;
  }
}

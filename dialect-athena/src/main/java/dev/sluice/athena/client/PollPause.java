package dev.sluice.athena.client;

import java.time.Duration;

/**
 * How long to wait before looking at a query again: briefly first, for the shortest queries, then
 * ever longer. A query of a second has been looked at a dozen times.
 */
final class PollPause {
  private static final Duration FIRST = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  /** The pause that comes now; the one after it is half as long again. */
  Duration next() {
    Duration now = next;
    Duration longer = now.multipliedBy(3).dividedBy(2);
    next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    return now;
  }
}

package dev.sluice.athena.client;

import java.time.Duration;

/**
 * How long to wait before looking at a query again: briefly at first, for the shortest queries,
 * then ever longer. A query of a second has been looked at fourteen times; an account may look a
 * hundred times a second (AWS re:Post, an answer on Athena's quotas, looked at 2026-11-27).
 */
final class PollPause {
  private static final Duration BRIEF = Duration.ofMillis(4);
  private static final int BRIEF_ONES = 3;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = BRIEF;
  private int taken;

  /** The pause that comes now; after the brief ones each is half as long again. */
  Duration next() {
    Duration now = next;
    if (++taken >= BRIEF_ONES) {
      Duration longer = now.multipliedBy(3).dividedBy(2);
      next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
    return now;
  }
}

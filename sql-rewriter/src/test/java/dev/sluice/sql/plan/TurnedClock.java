package dev.sluice.sql.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows the only element of an array, which a test may change. */
final class TurnedClock extends Clock {
  private final Instant[] now;

  TurnedClock(Instant[] now) {
    this.now = now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now[0];
  }
}

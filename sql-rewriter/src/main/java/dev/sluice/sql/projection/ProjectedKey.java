package dev.sluice.sql.projection;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values that a partition key takes, as texts. */
interface ProjectedKey {
  /** More values than this of one key are not gone through. */
  int MOST_VALUES = 1_000_000;

  /** How many there are; empty when they stand in the queries. */
  OptionalLong count(Instant now);

  /**
   * The values that are needed, in their order.
   *
   * @throws NotComputedException when there are too many to go through
   */
  List<String> values(Instant now, Predicate<String> needed) throws NotComputedException;

  /** When there are next other values than now; null if they are the same for ever. */
  default @Nullable Instant nextChange(Instant now) {
    return null;
  }
}

package dev.sluice;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an engine says of a query that has run. Whatever it does not say is empty.
 *
 * @param id the engine's own name of the query, to find it in the engine's console
 * @param queued how long it waited for its turn
 * @param planning how long the engine planned
 * @param running how long the engine worked, from its turn to the end
 * @param bytesScanned bytes read from the files; what Athena and Spectrum are paid by
 * @param rows how many rows came out of the files, before the engine worked on them
 */
public record QueryStatistics(
    Optional<String> id,
    Optional<Duration> queued,
    Optional<Duration> planning,
    Optional<Duration> running,
    OptionalLong bytesScanned,
    OptionalLong rows) {
  public static final QueryStatistics NONE =
      new QueryStatistics(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}

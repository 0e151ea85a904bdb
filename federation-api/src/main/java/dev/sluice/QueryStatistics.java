package dev.sluice;

import dev.sluice.spi.ScanPrice;
import java.math.BigDecimal;
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
 * @param cost of the scan, in US dollars, at the price that the engine's setting names
 */
public record QueryStatistics(
    Optional<String> id,
    Optional<Duration> queued,
    Optional<Duration> planning,
    Optional<Duration> running,
    OptionalLong bytesScanned,
    OptionalLong rows,
    Optional<BigDecimal> cost) {
  public static final QueryStatistics NONE =
      new QueryStatistics(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty());

  /** The same with what the scan costs, where it is told how much was scanned. */
  public QueryStatistics at(ScanPrice price) {
    return bytesScanned.isEmpty()
        ? this
        : new QueryStatistics(
            id,
            queued,
            planning,
            running,
            bytesScanned,
            rows,
            Optional.of(price.of(bytesScanned.getAsLong())));
  }
}

package dev.sluice.cli;

import dev.sluice.QueryStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an engine says of a query, in a line for a person. */
final class StatisticsText {
  private static final long STEP = 1000;
  private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB");

  private StatisticsText() {}

  /**
   * {@code queued 0.12 s, running 1.3 s, 10.4 MB scanned, about 0.000055 USD, id 1234}; empty if
   * nothing is said.
   */
  static Optional<String> of(QueryStatistics statistics) {
    List<String> parts = new ArrayList<>();
    statistics.queued().ifPresent(time -> parts.add("queued " + seconds(time)));
    statistics.planning().ifPresent(time -> parts.add("planning " + seconds(time)));
    statistics.running().ifPresent(time -> parts.add("running " + seconds(time)));
    statistics.bytesScanned().ifPresent(bytes -> parts.add(bytes(bytes) + " scanned"));
    statistics
        .cost()
        .ifPresent(
            cost -> parts.add("about " + cost.stripTrailingZeros().toPlainString() + " USD"));
    statistics.id().ifPresent(id -> parts.add("id " + id));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3g s", Math.max(0.001, time.toMillis() / 1000.0));
  }

  private static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.size() - 1) {
      value /= STEP;
      unit++;
    }
    return unit == 0
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
  }
}

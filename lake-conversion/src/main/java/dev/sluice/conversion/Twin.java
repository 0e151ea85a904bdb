package dev.sluice.conversion;

import dev.sluice.Partition;
import dev.sluice.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the entries of a converted table say of themselves, as parameters: they are the manifest, so
 * that one change of the catalog publishes files and what is known of them together.
 */
final class Twin {
  /** Of the table: which one it was made of. */
  static final String OF = "sluice.converted-from";

  /** Of the table: what rows became, as {@link ConversionOrder#shape} words it. */
  static final String SHAPE = "sluice.shape";

  /** Of the table, while somebody works on it: see {@link Lease}. */
  static final String LOCK = "sluice.lock";

  /**
   * Of each partition, or of a table without any: what its source was, as {@link Sources} tells.
   */
  static final String SOURCE = "sluice.source";

  /** When it was published. */
  static final String PUBLISHED = "sluice.published";

  /** How many rows it has. */
  static final String ROWS = "sluice.rows";

  private Twin() {}

  /** Which table a table was made of; empty for one that was not made by conversion. */
  static Optional<String> madeOf(Table table) {
    return Optional.ofNullable(table.parameters().get(OF));
  }

  /** The folder that all files of a converted table lie under, whichever of them it shows. */
  static String root(Table twin) {
    String location = withoutSlash(Objects.requireNonNull(twin.storage().location()));
    if (twin.isPartitioned() || !location.endsWith("/" + PartitionFolder.WHOLE)) {
      return location;
    }
    String version = location.substring(0, location.lastIndexOf('/'));
    int slash = version.lastIndexOf('/');
    return Version.of(version.substring(slash + 1)).isPresent()
        ? version.substring(0, slash)
        : location;
  }

  static String withoutSlash(String location) {
    return location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
  }

  static Map<String, String> parametersOf(ConversionOrder order) {
    return Map.of(OF, order.source().toString(), SHAPE, order.shape());
  }

  static Map<String, String> published(String sources, Instant at, long rows) {
    return Map.of(SOURCE, sources, PUBLISHED, at.toString(), ROWS, Long.toString(rows));
  }

  static Optional<String> source(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get(SOURCE));
  }

  /** When a partition was published; long ago where nobody can tell. */
  static Instant published(Partition partition) {
    try {
      return Instant.parse(partition.parameters().getOrDefault(PUBLISHED, ""));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}

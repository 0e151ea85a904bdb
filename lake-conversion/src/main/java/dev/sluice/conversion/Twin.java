package dev.sluice.conversion;

import dev.sluice.ConvertedTable;
import dev.sluice.Partition;
import dev.sluice.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the entries of a converted table say of themselves besides what {@link ConvertedTable}
 * tells: they are the manifest.
 */
final class Twin {
  /** Of the table, while somebody works on it: see {@link Lease}. */
  static final String LOCK = "sluice.lock";

  /** Of each partition, or of a table without any: by which columns its files are sorted. */
  static final String SORTED_BY = "sluice.sorted-by";

  /** When it was published. */
  static final String PUBLISHED = "sluice.published";

  /** How many rows it has. */
  static final String ROWS = "sluice.rows";

  private Twin() {}

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
    return Map.of(
        ConvertedTable.OF, order.source().toString(), ConvertedTable.SHAPE, order.shape());
  }

  /**
   * What an entry says of what is published there.
   *
   * @param digest of what it was made of
   */
  static Map<String, String> published(
      String digest, List<String> sortedBy, Instant at, long rows, long sourceBytes, long bytes) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put(ConvertedTable.SOURCE, digest);
    parameters.put(ConvertedTable.SOURCE_BYTES, Long.toString(sourceBytes));
    parameters.put(ConvertedTable.BYTES, Long.toString(bytes));
    parameters.put(SORTED_BY, String.join(",", sortedBy));
    parameters.put(PUBLISHED, at.toString());
    parameters.put(ROWS, Long.toString(rows));
    return parameters;
  }

  /** Whether an entry shows what was made of such files, sorted so. */
  static boolean isMadeOf(String digest, List<String> sortedBy, Map<String, String> parameters) {
    return ConvertedTable.digest(parameters).filter(digest::equals).isPresent()
        && sortedBy(parameters).equals(sortedBy);
  }

  static List<String> sortedBy(Map<String, String> parameters) {
    String names = parameters.getOrDefault(SORTED_BY, "");
    return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
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

package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.ConvertedTable;
import dev.sluice.DataType;
import dev.sluice.KeyRanges;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.TwinScan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what to convert for an engine to answer that cannot now. */
final class ConversionHint {
  private ConversionHint() {}

  /**
   * A sentence for a person; empty where conversion helps nobody.
   *
   * @param healed that could answer then, the best first
   * @param scans what is read of the tables as they are
   */
  static Optional<String> of(List<Candidate> healed, List<TableScan> scans) {
    return healed.stream().findFirst().map(best -> sentence(best, scans));
  }

  private static String sentence(Candidate best, List<TableScan> scans) {
    List<TwinScan> due = best.twins().stream().filter(TwinScan::isDue).toList();
    String names =
        due.stream().map(twin -> twin.source().toString()).collect(Collectors.joining(" and "));
    String commands =
        due.stream()
            .flatMap(twin -> of(twin, scans).map(scan -> command(scan, twin.name())))
            .collect(Collectors.joining(" and "));
    return "%s could answer once %s %s converted: %s, or the policy's fallback set to convert."
        .formatted(Policy.name(best.engine()), names, due.size() == 1 ? "is" : "are", commands);
  }

  private static Stream<TableScan> of(TwinScan twin, List<TableScan> scans) {
    return scans.stream().filter(scan -> scan.table().name().equals(twin.source()));
  }

  private static String command(TableScan scan, TableName twin) {
    TableName source = scan.table().name();
    String where = condition(scan).map(text -> "--where \"" + text + "\" ").orElse("");
    String to = twin.equals(ConvertedTable.usualName(source)) ? "" : "--to " + twin + " ";
    return "sluice convert " + where + to + source;
  }

  /** On the first key, what selects at least the partitions that are read; empty for all. */
  private static Optional<String> condition(TableScan scan) {
    boolean isAll =
        scan.totalPartitions().isEmpty()
            || scan.totalPartitions().getAsLong() == scan.partitions().size();
    if (!scan.table().isPartitioned() || isAll || scan.partitions().isEmpty()) {
      return Optional.empty();
    }
    Column key = scan.table().partitionKeys().get(0);
    boolean isText =
        key.type() == DataType.Primitive.STRING || key.type() instanceof DataType.Varchar;
    List<String> values =
        scan.partitions().stream()
            .map(partition -> partition.values().get(0))
            .distinct()
            .sorted(KeyRanges::compare)
            .toList();
    if (!isText && !values.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
      return Optional.empty();
    }
    List<String> sorted =
        isText
            ? values
            : values.stream().sorted(Comparator.comparingLong(Long::parseLong)).toList();
    String first = literal(sorted.get(0), isText);
    String last = literal(sorted.get(sorted.size() - 1), isText);
    return Optional.of(
        first.equals(last)
            ? "%s = %s".formatted(key.name(), first)
            : "%s BETWEEN %s AND %s".formatted(key.name(), first, last));
  }

  private static String literal(String value, boolean isText) {
    return isText ? "'" + value.replace("'", "''") + "'" : value;
  }
}

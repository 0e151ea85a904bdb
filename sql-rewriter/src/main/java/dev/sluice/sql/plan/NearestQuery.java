package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.Reason;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says which change of the query would take away every reason that some engine has against it.
 * Modest: only changes whose outcome is sure are told.
 */
final class NearestQuery {
  private static final Set<String> PARTITIONS =
      Set.of(
          Capability.FILE_SCHEMA_DIFFERS.name(),
          Capability.PARTITION_SCHEMA_DIFFERS.name(),
          Capability.PARTITION_TYPE_CHANGED.name(),
          Capability.PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES.name());
  private static final Set<String> COLUMNS =
      Set.of(
          Capability.UNSUPPORTED_TYPE.name(),
          Capability.READ_TINYINT.name(),
          Capability.SELECT_STAR_NESTED.name(),
          Capability.RETURN_STRUCT.name(),
          Capability.RETURN_ARRAY.name(),
          Capability.RETURN_MAP.name());

  private final List<TableScan> scans;

  NearestQuery(List<TableScan> scans) {
    this.scans = scans;
  }

  /** A sentence, or nothing where no such change is known. */
  Optional<String> of(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.isRefused() && candidate.twins().isEmpty())
        .map(this::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> of(Candidate candidate) {
    Set<String> changes = new TreeSet<>();
    for (Reason reason : candidate.reasons()) {
      Optional<String> change = change(reason);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      changes.add(change.get());
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Nothing would stand against "
                + candidate.engine()
                + " in the same query "
                + String.join(", ", changes)
                + ".");
  }

  private Optional<String> change(Reason reason) {
    if (COLUMNS.contains(reason.capability()) && reason.column() != null) {
      return Optional.of("without column " + reason.column());
    }
    return PARTITIONS.contains(reason.capability()) ? withoutStale(reason) : Optional.empty();
  }

  private Optional<String> withoutStale(Reason reason) {
    return scans.stream()
        .filter(scan -> scan.table().name().equals(reason.table()))
        .filter(NearestQuery::hasOthers)
        .map(NearestQuery::filter)
        .findFirst();
  }

  /** Whether a filter can leave the partitions that disagree out and still have some. */
  private static boolean hasOthers(TableScan scan) {
    int stale = scan.drift().stream().mapToInt(Drift::partitions).sum();
    return stale < scan.partitions().size();
  }

  private static String filter(TableScan scan) {
    String keys =
        scan.table().partitionKeys().stream()
            .map(key -> key.name())
            .collect(Collectors.joining(", "));
    return "filtered by "
        + keys
        + " to the partitions of "
        + scan.table().name()
        + " that have the table's own columns";
  }
}

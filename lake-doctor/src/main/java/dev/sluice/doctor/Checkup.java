package dev.sluice.doctor;

import dev.sluice.EngineName;
import dev.sluice.Partition;
import dev.sluice.Table;
import java.util.List;

/**
 * All that was found of one table.
 *
 * @param partitions in the order of their values, which {@link PartitionRange} counts in; empty
 *     where the table has none, or they are not known
 * @param timeline all partitions; the table alone, as its one part, where it has no partitions
 * @param breakages what engines make of the drift, but where they read it right
 * @param filesLookedInto how many files were asked for their columns
 * @param files how many files there are; hidden ones do not count
 * @param bytes what they hold together
 */
public record Checkup(
    Table table,
    List<Partition> partitions,
    List<Stretch> timeline,
    List<DriftFound> drift,
    List<Breakage> breakages,
    List<Finding> findings,
    List<Cure> cures,
    int filesLookedInto,
    int files,
    long bytes) {
  public Checkup {
    partitions = List.copyOf(partitions);
    timeline = List.copyOf(timeline);
    drift = List.copyOf(drift);
    breakages = List.copyOf(breakages);
    findings = List.copyOf(findings);
    cures = List.copyOf(cures);
  }

  /** Whether nothing is known to break queries or to make them wrong. */
  public boolean isHealthy() {
    return drift.stream().noneMatch(DriftFound::isProblem)
        && findings.stream().noneMatch(Finding::isProblem);
  }

  /** The engines that are known of, whether or not something breaks on them. */
  public List<EngineName> engines() {
    return drift.stream()
        .flatMap(found -> found.met().engines().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@code day=2019-03-26/hour=00}; the table's name where it has no partitions. */
  public String name(int place) {
    return partitions.isEmpty()
        ? table.name().toString()
        : Names.of(table, partitions.get(place).values());
  }

  /** The first partition's name, and the last's where that is another. */
  public String name(PartitionRange range) {
    return range.count() == 1 ? name(range.first()) : name(range.first()) + " to " + last(range);
  }

  /** Of one key the value alone: its name stands before the first. */
  private String last(PartitionRange range) {
    return table.partitionKeys().size() == 1
        ? String.join("/", partitions.get(range.last()).values())
        : name(range.last());
  }
}

package dev.sluice.doctor;

import dev.sluice.EngineName;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Queries that one engine does not answer rightly, and why.
 *
 * @param outcome what comes of them
 * @param queries which, of those that select one of the partitions
 * @param where the partitions
 * @param drift the changes that do it
 */
public record Breakage(
    EngineName engine,
    Outcome outcome,
    DriftFound.Queries queries,
    List<PartitionRange> where,
    List<DriftFound> drift) {
  public Breakage {
    where = List.copyOf(where);
    drift = List.copyOf(drift);
  }

  /** Whether it is known that they break. */
  public boolean isProblem() {
    return DriftFound.isBad(outcome.reading());
  }

  /** The columns that changed. */
  public List<String> columns() {
    return drift.stream().map(found -> found.met().change().column()).distinct().toList();
  }

  private record Alike(EngineName engine, Outcome outcome, DriftFound.Queries queries) {}

  /** By engine, the worst first. */
  static List<Breakage> of(Evolution evolution, List<DriftFound> drift) {
    Map<Alike, List<DriftFound>> groups = new LinkedHashMap<>();
    for (DriftFound found : drift) {
      found
          .met()
          .engines()
          .forEach(
              (engine, cell) -> {
                if (cell.reading() != Reading.RIGHT) {
                  Alike alike = new Alike(engine, cell.worst(), found.queries(evolution, engine));
                  groups.computeIfAbsent(alike, fresh -> new ArrayList<>()).add(found);
                }
              });
    }
    return groups.entrySet().stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparing(Breakage::engine).thenComparing(breakage -> !breakage.isProblem()))
        .toList();
  }

  private static Breakage of(Alike alike, List<DriftFound> drift) {
    TreeSet<Integer> places = new TreeSet<>();
    for (DriftFound found : drift) {
      for (PartitionRange range : found.where()) {
        for (int place = range.first(); place <= range.last(); place++) {
          places.add(place);
        }
      }
    }
    return new Breakage(
        alike.engine, alike.outcome, alike.queries, PartitionRange.of(places), drift);
  }

  /** What is known of it beyond the outcome, each reason once. */
  public List<String> reasons() {
    return drift.stream()
        .map(this::cell)
        .map(EvolutionCell::why)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Where that is known from, each source once. */
  public List<String> sources() {
    return drift.stream()
        .map(this::cell)
        .filter(EvolutionCell::isRecorded)
        .map(EvolutionCell::source)
        .distinct()
        .toList();
  }

  private EvolutionCell cell(DriftFound found) {
    return Objects.requireNonNull(found.met().engines().get(engine));
  }
}

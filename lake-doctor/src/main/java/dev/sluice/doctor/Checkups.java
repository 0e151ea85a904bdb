package dev.sluice.doctor;

import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together what was found of a table: its time line, and each change with its partitions. */
final class Checkups {
  private Checkups() {}

  static Checkup of(
      Evolution evolution, Patient patient, List<Finding> findings, List<Cure> cures) {
    Table table = patient.table();
    List<Partition> partitions =
        table.isPartitioned() ? patient.parts().stream().map(Part::partition).toList() : List.of();
    List<List<Met>> changes = Effects.of(evolution, patient);
    int looked = 0;
    int all = 0;
    long bytes = 0;
    for (Part part : patient.parts()) {
      LocationFiles seen = part.files();
      if (seen != null) {
        looked += seen.inspected().size();
        all += seen.files();
        bytes += seen.bytes();
      }
    }
    List<DriftFound> drift = drift(changes);
    return new Checkup(
        table,
        partitions,
        timeline(patient, changes),
        drift,
        Breakage.of(evolution, drift),
        findings,
        cures,
        looked,
        all,
        bytes);
  }

  private static List<Stretch> timeline(Patient patient, List<List<Met>> changes) {
    List<Stretch> timeline = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      boolean problem = isBroken(patient.parts().get(i));
      Stretch last = timeline.isEmpty() ? null : timeline.get(timeline.size() - 1);
      if (last != null && last.problem() == problem && last.changes().equals(changes.get(i))) {
        PartitionRange longer = new PartitionRange(last.range().first(), i);
        timeline.set(timeline.size() - 1, new Stretch(longer, last.changes(), problem));
      } else {
        timeline.add(new Stretch(new PartitionRange(i, i), changes.get(i), problem));
      }
    }
    return timeline;
  }

  private static boolean isBroken(Part part) {
    LocationFiles seen = part.files();
    TableFormat format = part.partition().storage().format();
    return seen != null
        && seen.inspected().stream()
            .flatMap(inspected -> inspected.schema().findings().stream())
            .anyMatch(finding -> FileFindings.isBroken(finding.code(), format));
  }

  private static List<DriftFound> drift(List<List<Met>> changes) {
    // Parts that are alike share one list.
    Map<List<Met>, List<Integer>> alike = new IdentityHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      alike.computeIfAbsent(changes.get(i), fresh -> new ArrayList<>()).add(i);
    }
    Map<Met, List<Integer>> places = new LinkedHashMap<>();
    for (List<Met> each : changes) {
      List<Integer> own = alike.remove(each);
      if (own != null) {
        each.forEach(met -> places.computeIfAbsent(met, fresh -> new ArrayList<>()).addAll(own));
      }
    }
    List<DriftFound> drift = new ArrayList<>();
    places.forEach((met, where) -> drift.add(new DriftFound(met, PartitionRange.of(where))));
    return drift;
  }
}

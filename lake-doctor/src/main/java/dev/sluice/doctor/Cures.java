package dev.sluice.doctor;

import dev.sluice.CatalogEdit;
import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.FileSchema;
import dev.sluice.LocationFiles;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would cure a table, by holding what engines make of it against what they would make of
 * it once cured. The catalog's cures come first, and safe ones count as done for those that follow:
 * so that all of them together are what is needed, and nothing is left to do once they are made.
 *
 * <p>Not shareable between threads.
 */
final class Cures {
  private final Evolution evolution;
  private final List<Cure> found = new ArrayList<>();
  private Patient patient;

  private Cures(Evolution evolution, Patient patient) {
    this.evolution = evolution;
    this.patient = patient;
  }

  static List<Cure> of(Evolution evolution, Patient patient) {
    Cures cures = new Cures(evolution, patient);
    if (Effects.of(evolution, patient).stream().allMatch(List::isEmpty)) {
      return List.of();
    }
    cures.catalog();
    Reordering.of(evolution, cures.patient).ifPresent(cures.found::add);
    cures.convert().ifPresent(cures.found::add);
    return List.copyOf(cures.found);
  }

  private void catalog() {
    boolean read = byName();
    boolean synced = sync();
    if (!read && !synced) {
      together();
    } else if (!read && synced) {
      byName();
    }
  }

  /** Neither helps alone, but perhaps both do. */
  private void together() {
    Patient before = patient;
    Patient named = named(before);
    Patient after = synced(named, stale(named));
    Effects effects = effects(before, after);
    List<Integer> all = parts();
    boolean safe = harmless(effects, all) && Renames.losers(evolution, before).isEmpty();
    if (!isDeclared(before) && isWorthIt(effects, all) && safe) {
      found.add(ReadingByName.of(before, PartitionRange.of(all), effects.over(all)));
      found.add(syncCure(named, stale(named), effects));
      patient = after;
    }
  }

  private boolean byName() {
    if (isDeclared(patient)) {
      return false;
    }
    Patient after = named(patient);
    Effects effects = effects(patient, after);
    List<Integer> all = parts();
    if (!isWorthIt(effects, all)) {
      return false;
    }
    List<Cure.Effect> told = Renames.told(evolution, patient, effects.over(all));
    Cure cure = ReadingByName.of(patient, PartitionRange.of(all), told);
    found.add(cure);
    patient = cure.isHarmful() ? patient : after;
    return true;
  }

  /** Whether columns are found by name already, or cannot be. */
  private static boolean isDeclared(Patient patient) {
    return patient.parts().stream()
        .map(part -> part.partition().storage())
        .noneMatch(Cures::couldBeByName);
  }

  private static boolean couldBeByName(Storage storage) {
    return (storage.format() == TableFormat.ORC
            && storage.declaredMapping() != ColumnMapping.BY_NAME)
        || (storage.format() == TableFormat.PARQUET
            && storage.declaredMapping() == ColumnMapping.BY_POSITION);
  }

  private static Patient named(Patient patient) {
    return each(
        patient,
        part ->
            couldBeByName(part.partition().storage())
                ? part.with(Parts.byName(part.partition()), part.written())
                : part);
  }

  /**
   * Partitions that the same engines read better, or worse, are one cure: so that what is safe for
   * some is not held back by others.
   */
  private boolean sync() {
    List<Integer> stale = stale(patient);
    Patient after = synced(patient, stale);
    Effects effects = effects(patient, after);
    Map<Set<EngineName>, List<Integer>> byHarm = new LinkedHashMap<>();
    for (int part : stale) {
      if (!effects.helped(part).isEmpty()) {
        byHarm.computeIfAbsent(effects.harmed(part), harmed -> new ArrayList<>()).add(part);
      }
    }
    byHarm.forEach((harmed, parts) -> found.add(syncCure(patient, parts, effects)));
    List<Integer> safe = byHarm.getOrDefault(Set.of(), List.of());
    patient = synced(patient, safe);
    return !safe.isEmpty();
  }

  private static Cure syncCure(Patient patient, List<Integer> parts, Effects effects) {
    Set<List<String>> values = new LinkedHashSet<>();
    parts.forEach(part -> values.add(patient.parts().get(part).partition().values()));
    return new Cure.SyncPartitions(
        new CatalogEdit.SyncColumns(patient.table().name(), values),
        PartitionRange.of(parts),
        ColumnEdits.of(patient, parts),
        effects.over(parts));
  }

  private static List<Integer> stale(Patient patient) {
    List<Column> columns = patient.table().columns();
    Map<List<Column>, Boolean> known = new IdentityHashMap<>();
    return IntStream.range(0, patient.parts().size())
        .filter(
            i ->
                known.computeIfAbsent(
                    patient.parts().get(i).partition().columns(),
                    own -> !own.isEmpty() && !own.equals(columns)))
        .boxed()
        .toList();
  }

  /** Where no file tells, the partition's old columns are taken for what was written. */
  private static Patient synced(Patient patient, List<Integer> parts) {
    List<Part> synced = new ArrayList<>(patient.parts());
    for (int i : parts) {
      Part part = synced.get(i);
      List<FileSchema> written =
          part.written().isEmpty()
              ? List.of(new FileSchema(part.partition().columns(), false, List.of()))
              : part.written();
      synced.set(i, part.with(Parts.synced(part.partition(), patient.table()), written));
    }
    return new Patient(patient.table(), synced);
  }

  /** What the catalog's cures leave. */
  private Optional<Cure> convert() {
    Table table = patient.table();
    if (!Parts.canBeRead(table.storage().format())) {
      return Optional.empty();
    }
    Patient after =
        each(patient, part -> part.with(Parts.converted(part.partition(), table), List.of()));
    Effects effects = effects(patient, after);
    List<Integer> parts =
        parts().stream()
            .filter(part -> !effects.helped(part).isEmpty())
            .filter(part -> hasFiles(patient.parts().get(part).files()))
            .toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cure.ConvertToParquet(table.name(), PartitionRange.of(parts), effects.over(parts)));
  }

  private static boolean hasFiles(@Nullable LocationFiles files) {
    return files != null && files.files() > 0;
  }

  private List<Integer> parts() {
    return IntStream.range(0, patient.parts().size()).boxed().toList();
  }

  private Effects effects(Patient before, Patient after) {
    return new Effects(evolution, Effects.of(evolution, before), Effects.of(evolution, after));
  }

  private static boolean isWorthIt(Effects effects, List<Integer> parts) {
    return parts.stream().anyMatch(part -> !effects.helped(part).isEmpty());
  }

  private static boolean harmless(Effects effects, List<Integer> parts) {
    return parts.stream().allMatch(part -> effects.harmed(part).isEmpty());
  }

  private static Patient each(Patient patient, Function<Part, Part> change) {
    return new Patient(patient.table(), patient.parts().stream().map(change).toList());
  }
}

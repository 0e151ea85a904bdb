package dev.sluice.doctor;

import dev.sluice.ColumnMapping;
import dev.sluice.DriftChange;
import dev.sluice.EngineName;
import dev.sluice.FileSchema;
import dev.sluice.Storage;
import dev.sluice.doctor.Cure.Effect;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.Reading;
import dev.sluice.matrix.SchemaDrift;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns that files call by another name in the same place, such as {@code _col0}. Whoever reads
 * by position reads them today, and would read NULL by name: to a comparison by name they are one
 * column that went and one that came.
 */
final class Renames {
  private Renames() {}

  /** The engines that read such a column today. */
  static Set<EngineName> losers(Evolution evolution, Patient patient) {
    Set<EngineName> losers = new TreeSet<>();
    for (Part part : patient.parts()) {
      if (part.written().stream().anyMatch(file -> isRenamed(patient, file))) {
        Storage storage = part.partition().storage();
        evolution.engines().stream()
            .filter(engine -> byPosition(evolution, engine, storage))
            .forEach(losers::add);
      }
    }
    return losers;
  }

  private static boolean byPosition(Evolution evolution, EngineName engine, Storage storage) {
    return evolution
        .mode(engine, storage.format(), storage.declaredMapping())
        .filter(mode -> mode.columns() == ColumnMapping.BY_POSITION)
        .isPresent();
  }

  private static boolean isRenamed(Patient patient, FileSchema file) {
    return SchemaDrift.between(
            patient.table().columns(),
            file.columns(),
            ColumnMapping.BY_POSITION,
            ColumnMapping.BY_NAME)
        .stream()
        .anyMatch(change -> change.change() == DriftChange.COLUMN_RENAMED);
  }

  /** What reading by name comes to, such columns thought of. */
  static List<Effect> told(Evolution evolution, Patient patient, List<Effect> effects) {
    Set<EngineName> losers = losers(evolution, patient);
    return effects.stream()
        .map(
            effect ->
                losers.contains(effect.engine())
                    ? new Effect(
                        effect.engine(),
                        effect.before(),
                        effect.after().worse(Reading.NULL),
                        effect.helps(),
                        true)
                    : effect)
        .toList();
  }
}

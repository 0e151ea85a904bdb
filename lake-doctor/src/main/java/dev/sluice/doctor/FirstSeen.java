package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.FileSchema;
import dev.sluice.Table;
import dev.sluice.doctor.Patient.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds since when files have a column, or a sub-field at any depth, where each of them leaves out
 * what is NULL: a file that does not show it cannot tell, but where no earlier one does either, and
 * later ones do, it came then. Of what lies in a column that came then nothing more is said.
 */
final class FirstSeen {
  private FirstSeen() {}

  /**
   * The parts with what each has not yet.
   *
   * @param parts in the order of their values
   */
  static List<Part> of(Table table, List<Part> parts) {
    if (parts.stream().noneMatch(FirstSeen::isSampled)) {
      return parts;
    }
    List<Set<String>> shown = parts.stream().map(part -> shown(table.columns(), part)).toList();
    Set<String> left = new HashSet<>();
    shown.forEach(left::addAll);
    List<Part> told = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      left.removeAll(shown.get(i));
      told.add(
          isSampled(part)
              ? new Part(part.partition(), part.files(), part.written(), outermost(left))
              : part);
    }
    return told;
  }

  private static boolean isSampled(Part part) {
    return !part.written().isEmpty() && part.written().stream().allMatch(FileSchema::sampled);
  }

  private static Set<String> shown(List<Column> table, Part part) {
    Set<String> shown = new HashSet<>();
    part.written().forEach(file -> shown.addAll(FieldPaths.shown(table, file.columns())));
    return shown;
  }

  /** A column that is not there yet has no sub-fields to tell of. */
  private static Set<String> outermost(Set<String> paths) {
    Set<String> outermost = new HashSet<>(paths);
    outermost.removeIf(
        path -> {
          int dot = path.lastIndexOf('.');
          return dot > 0 && FieldPaths.isAmong(paths, path.substring(0, dot));
        });
    return outermost;
  }
}

package dev.sluice.doctor;

import dev.sluice.Column;
import dev.sluice.FileSchema;
import dev.sluice.Table;
import dev.sluice.doctor.Patient.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds since when files have a column where each of them leaves out what is NULL: a file that does
 * not show it cannot tell, but where no earlier one does either, and later ones do, it came then.
 */
final class FirstSeen {
  private FirstSeen() {}

  /**
   * The parts with what each has not yet.
   *
   * @param parts in the order of their values
   */
  static List<Part> of(Table table, List<Part> parts) {
    Set<String> ever =
        parts.stream().flatMap(part -> seen(part).stream()).collect(Collectors.toSet());
    Set<String> left =
        table.columns().stream()
            .map(Column::name)
            .filter(ever::contains)
            .collect(Collectors.toSet());
    List<Part> told = new ArrayList<>(parts.size());
    for (Part part : parts) {
      Set<String> shown = new HashSet<>(seen(part));
      left.removeAll(shown);
      told.add(
          isSampled(part) ? new Part(part.partition(), part.files(), part.written(), left) : part);
    }
    return told;
  }

  private static boolean isSampled(Part part) {
    return !part.written().isEmpty() && part.written().stream().allMatch(FileSchema::sampled);
  }

  private static Set<String> seen(Part part) {
    return part.written().stream()
        .flatMap(schema -> schema.columns().stream())
        .map(Column::name)
        .collect(Collectors.toSet());
  }
}

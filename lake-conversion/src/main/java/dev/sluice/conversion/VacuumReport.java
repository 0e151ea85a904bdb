package dev.sluice.conversion;

import java.util.List;

/**
 * What a vacuum has deleted.
 *
 * @param deleted folders, by their paths below the table's
 * @param bytes of the files in them
 * @param waiting how many folders nobody needs, and somebody may still be reading
 */
public record VacuumReport(List<String> deleted, long bytes, int waiting) {
  public VacuumReport {
    deleted = List.copyOf(deleted);
  }
}

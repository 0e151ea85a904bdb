package dev.sluice.sql.detect;

import dev.sluice.TableScan;
import dev.sluice.sql.bind.BoundQuery;
import java.util.List;
import java.util.Set;

/**
 * What detectors look at.
 *
 * @param scans what the query reads of each table
 * @param schemaNames every name that a schema has, in the catalog or in an engine
 */
public record Subject(BoundQuery bound, List<TableScan> scans, Set<String> schemaNames) {
  public Subject {
    scans = List.copyOf(scans);
    schemaNames = Set.copyOf(schemaNames);
  }
}

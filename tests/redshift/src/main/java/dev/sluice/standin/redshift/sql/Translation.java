package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.ExternalTable;
import java.util.Set;

/**
 * A statement in PostgreSQL's words.
 *
 * @param scanned the external tables that it reads
 * @param readsNested whether it reads inside a nested column
 */
public record Translation(String sql, Set<ExternalTable> scanned, boolean readsNested) {
  public Translation {
    scanned = Set.copyOf(scanned);
  }

  static Translation of(String sql) {
    return new Translation(sql, Set.of(), false);
  }
}

package dev.sluice.sql.detect;

import dev.sluice.TableScan;
import dev.sluice.sql.bind.BoundQuery;
import java.util.List;

/** What detectors look at: the bound query, and what it reads of each table. */
public record Subject(BoundQuery bound, List<TableScan> scans) {
  public Subject {
    scans = List.copyOf(scans);
  }
}

package dev.sluice.sql.plan;

import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.TwinScan;
import dev.sluice.matrix.TableDrift;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.prune.Pruning;
import java.util.List;
import java.util.Map;

/**
 * One way to read what a query asks for: from the tables that it names, or from converted ones.
 *
 * @param scans what is read of each table
 * @param drift what is known of the drift of tables
 * @param twins the converted tables among them; empty where those that the query names are read
 */
record Reading(
    BoundQuery bound,
    Pruning pruning,
    List<TableScan> scans,
    Map<TableName, TableDrift> drift,
    List<TwinScan> twins) {
  Reading {
    scans = List.copyOf(scans);
    drift = Map.copyOf(drift);
    twins = List.copyOf(twins);
  }
}

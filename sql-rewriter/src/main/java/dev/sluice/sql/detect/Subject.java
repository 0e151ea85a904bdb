package dev.sluice.sql.detect;

import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.matrix.TableDrift;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** What detectors look at, and what several of them ask of it. */
public final class Subject {
  private final BoundQuery bound;
  private final List<TableScan> scans;
  private final Set<String> schemaNames;
  private final Map<TableName, TableDrift> drift = new HashMap<>();
  private final Map<TableName, SqlNode> places = new HashMap<>();
  private final Map<TableName, Set<TableFormat>> formats = new HashMap<>();
  private final Map<TableName, List<ReadNeeds.Need>> readNeeds = new HashMap<>();

  /**
   * @param scans what the query reads of each table
   * @param schemaNames every name that a schema has, in the catalog or in an engine
   */
  public Subject(BoundQuery bound, List<TableScan> scans, Set<String> schemaNames) {
    this(bound, scans, schemaNames, Map.of());
  }

  /**
   * @param drift what is known already of the drift of tables
   */
  public Subject(
      BoundQuery bound,
      List<TableScan> scans,
      Set<String> schemaNames,
      Map<TableName, TableDrift> drift) {
    this.bound = bound;
    this.drift.putAll(drift);
    this.scans = List.copyOf(scans);
    this.schemaNames = Set.copyOf(schemaNames);
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem table) {
        places.putIfAbsent(table.table().name(), table.node());
      }
    }
    scans.forEach(scan -> formats.put(scan.table().name(), Formats.of(scan)));
    formats.forEach((table, read) -> readNeeds.put(table, ReadNeeds.of(read)));
  }

  BoundQuery bound() {
    return bound;
  }

  List<TableScan> scans() {
    return scans;
  }

  /** How what the query reads of a table disagrees with it. */
  TableDrift drift(TableScan scan) {
    return drift.computeIfAbsent(
        scan.table().name(),
        unused -> TableDrift.of(scan.table(), scan.partitions(), scan.files()));
  }

  Set<String> schemaNames() {
    return schemaNames;
  }

  /** Where the query names a table first. */
  @Nullable SqlNode place(Table table) {
    return places.get(table.name());
  }

  /** The formats of a table and of its selected partitions. */
  Set<TableFormat> formats(TableName table) {
    return formats.getOrDefault(table, Set.of());
  }

  /** What values that are read of a table may need. */
  List<ReadNeeds.Need> readNeeds(TableName table) {
    return readNeeds.getOrDefault(table, List.of());
  }
}

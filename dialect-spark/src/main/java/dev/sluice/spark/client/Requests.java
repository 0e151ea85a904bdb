package dev.sluice.spark.client;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.Conversion;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Request;
import dev.sluice.spark.protocol.Source;
import dev.sluice.spark.protocol.Target;
import dev.sluice.spark.protocol.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Says a plan in the worker's terms. Pure: nothing is looked up. */
final class Requests {
  private final Optional<Path> lake;

  Requests(Optional<Path> lake) {
    this.lake = lake;
  }

  Request run(Plan plan, NativeQuery query) {
    List<View> views =
        byTable(plan).values().stream()
            .map(scans -> view(scans, new ScanSources(lake, scans).sources()))
            .toList();
    return new Request(Request.Action.RUN, query.sql(), query.session(), plan.columns(), views);
  }

  Request describe(Plan plan, NativeQuery query) {
    List<View> views =
        byTable(plan).values().stream().map(scans -> view(scans, List.of())).toList();
    return new Request(
        Request.Action.DESCRIBE, query.sql(), query.session(), plan.columns(), views);
  }

  /** All columns of one partition, or of a table without any. */
  Conversions.Order convert(Conversion conversion) {
    Table table = conversion.source();
    Partition partition = conversion.partition();
    TableScan scan =
        new TableScan(
            table,
            table.allColumns().stream().map(Column::name).toList(),
            null,
            OptionalLong.empty(),
            partition == null ? List.of() : List.of(partition),
            List.of(),
            List.of());
    List<TableScan> scans = List.of(scan);
    View view = view(scans, new ScanSources(lake, scans).sources());
    return new Conversions.Order(
        view,
        new Target(
            conversion.format(),
            conversion.location(),
            conversion.shape(),
            conversion.sortedBy(),
            conversion.bytesOfFile()));
  }

  /** Where the Avro schema lies that a table names; empty where it names none. */
  Optional<String> schemaLocation(Table table) {
    return Parameters.schemaUrl(table).map(url -> ScanSources.absolute(lake, url));
  }

  /** A table that is read twice has one view, over what either scan selects. */
  private static Map<TableName, List<TableScan>> byTable(Plan plan) {
    Map<TableName, List<TableScan>> scans = new LinkedHashMap<>();
    for (TableScan scan : plan.tables()) {
      scans.computeIfAbsent(scan.table().name(), unused -> new ArrayList<>()).add(scan);
    }
    return scans;
  }

  private static View view(List<TableScan> scans, List<Source> sources) {
    TableScan first = scans.get(0);
    boolean onlyRead = sources.stream().anyMatch(Requests::checksWhatItReads);
    List<Column> columns =
        first.table().columns().stream()
            .filter(column -> isShown(column, scans) && (!onlyRead || isRead(column, scans)))
            .toList();
    return new View(
        first.table().name().toString(), columns, first.table().partitionKeys(), sources);
  }

  /** Where the worker checks each column by itself, one that nobody reads must not fail a query. */
  private static boolean checksWhatItReads(Source source) {
    TableFormat format = source.format();
    return format == TableFormat.JSON_OPENX
        || format == TableFormat.JSON_HIVE
        || (format == TableFormat.ORC && source.mapping() == ColumnMapping.BY_NAME);
  }

  /** A column of a type that cannot be worked with stays away, unless the query asks for it. */
  private static boolean isShown(Column column, List<TableScan> scans) {
    Optional<String> problem = UnreadableTypes.in(column.type());
    if (problem.isPresent() && isRead(column, scans)) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "Spark cannot read column %s of %s: %s"
              .formatted(column.name(), scans.get(0).table().name(), problem.get()));
    }
    return problem.isEmpty();
  }

  private static boolean isRead(Column column, List<TableScan> scans) {
    return scans.stream().anyMatch(scan -> scan.columns().contains(column.name()));
  }
}

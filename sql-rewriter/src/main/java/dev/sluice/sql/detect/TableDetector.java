package dev.sluice.sql.detect;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.projection.Projection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** What the tables are: formats, partitions, nested columns. */
final class TableDetector implements QueryDetector {
  @Override
  public Set<Capability> detects() {
    Set<Capability> all =
        EnumSet.of(
            Capability.AVRO_SCHEMA_URL,
            Capability.PARTITION_PROJECTION,
            Capability.PROJECTION_INVALID,
            Capability.PROJECTION_NOT_COMPUTED,
            Capability.INJECTED_KEY_NOT_GIVEN,
            Capability.PARTITIONS_UNKNOWN,
            Capability.READ_BY_POSITION,
            Capability.ORC_MAPPING_NOT_DECLARED,
            Capability.UNDER_LAKE_FORMATION,
            Capability.UNSUPPORTED_TYPE,
            Capability.READ_TINYINT,
            Capability.ARRAY_OF_ARRAYS);
    for (TableFormat format : TableFormat.values()) {
      all.add(Formats.read(format));
      all.add(Formats.nested(format));
    }
    return all;
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      SqlNode at = subject.place(scan.table());
      formats(subject, scan, at, requirements);
      partitions(scan, at, requirements);
      columns(scan, at, requirements);
    }
  }

  private static void formats(
      Subject subject, TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Table table = scan.table();
    for (TableFormat format : subject.formats(table.name())) {
      requirements.add(Formats.read(format), table.name(), null, at, null);
      if (table.columns().stream().anyMatch(column -> column.type().isNested())) {
        requirements.add(Formats.nested(format), table.name(), null, at, nestedNames(table));
      }
    }
    if (table.storage().parameter("avro.schema.url").isPresent()) {
      String url = table.storage().parameter("avro.schema.url").orElseThrow();
      requirements.add(Capability.AVRO_SCHEMA_URL, table.name(), null, at, url);
    }
    if (table.isUnderLakeFormation()) {
      requirements.add(Capability.UNDER_LAKE_FORMATION, table.name(), null, at, null);
    }
    mapping(scan, at, requirements);
  }

  private static String nestedNames(Table table) {
    return table.columns().stream()
        .filter(column -> column.type().isNested())
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }

  private static void mapping(TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Table table = scan.table();
    boolean byPosition =
        table.storage().declaredMapping() == ColumnMapping.BY_POSITION
            || scan.partitions().stream()
                .anyMatch(part -> part.storage().declaredMapping() == ColumnMapping.BY_POSITION);
    boolean undeclaredOrc =
        (table.storage().format() == TableFormat.ORC && table.storage().declaredMapping() == null)
            || scan.partitions().stream()
                .anyMatch(
                    part ->
                        part.storage().format() == TableFormat.ORC
                            && part.storage().declaredMapping() == null);
    if (byPosition) {
      requirements.add(Capability.READ_BY_POSITION, table.name(), null, at, null);
    }
    if (undeclaredOrc) {
      requirements.add(Capability.ORC_MAPPING_NOT_DECLARED, table.name(), null, at, null);
    }
  }

  private static void partitions(TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Table table = scan.table();
    if (table.projection().isPresent()) {
      projection(scan, at, requirements);
    } else if (!scan.partitionsKnown()) {
      requirements.add(
          Capability.PARTITIONS_UNKNOWN, table.name(), null, at, scan.partitionsUnknown());
    }
  }

  private static void projection(TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Table table = scan.table();
    requirements.add(Capability.PARTITION_PROJECTION, table.name(), null, at, null);
    Optional<String> invalid = Projection.invalid(table);
    List<String> notGiven = Projection.valuesNotGiven(table, scan.ranges());
    if (invalid.isPresent()) {
      requirements.add(
          Capability.PROJECTION_INVALID, table.name(), null, at, invalid.orElseThrow());
    } else if (!notGiven.isEmpty()) {
      String key = notGiven.get(0);
      requirements.add(
          Capability.INJECTED_KEY_NOT_GIVEN,
          table.name(),
          key,
          at,
          "add a condition " + key + " = '…'");
    } else if (!scan.partitionsKnown()) {
      requirements.add(
          Capability.PROJECTION_NOT_COMPUTED, table.name(), null, at, scan.partitionsUnknown());
    }
  }

  private static void columns(TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Set<String> names = Set.copyOf(scan.columns());
    List<Column> read =
        scan.table().allColumns().stream().filter(column -> names.contains(column.name())).toList();
    for (Column column : read) {
      if (Types.holds(column.type(), DataType.Unsupported.class::isInstance)) {
        requirements.add(
            Capability.UNSUPPORTED_TYPE,
            scan.table().name(),
            column.name(),
            at,
            column.type().hive());
      }
      if (Types.holds(column.type(), type -> type == DataType.Primitive.TINYINT)) {
        requirements.add(
            Capability.READ_TINYINT, scan.table().name(), column.name(), at, column.type().hive());
      }
      if (holdsArrayOfArrays(column.type())) {
        requirements.add(
            Capability.ARRAY_OF_ARRAYS,
            scan.table().name(),
            column.name(),
            at,
            column.type().hive());
      }
    }
  }

  private static boolean holdsArrayOfArrays(DataType type) {
    boolean here =
        type instanceof DataType.Array array
            && (array.element() instanceof DataType.Array
                || array.element() instanceof DataType.MapOf);
    return here
        || (type.isNested()
            && Types.below(type).stream().anyMatch(TableDetector::holdsArrayOfArrays));
  }
}

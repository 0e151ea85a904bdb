package dev.sluice.sql.detect;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Columns that are read, and what their types ask for in files of their format; those returned. */
final class ColumnDetector implements QueryDetector {
  /** Amazon Redshift Database Developer Guide, nested-data-restrictions, 2026-09. */
  private static final int DEEPEST = 100;

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.MAP_KEY_OF_RECORDS,
        Capability.MAP_WITH_NESTED_KEY,
        Capability.DEEP_NESTING,
        Capability.UNSUPPORTED_TYPE);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      Set<String> read = new HashSet<>(scan.columns());
      SqlNode at = subject.place(scan.table());
      for (Column column : scan.table().columns()) {
        if (read.contains(column.name())) {
          column(subject, scan, column, at, requirements);
        }
      }
    }
    for (ResultColumn column : subject.bound().columns()) {
      if (column.type() instanceof DataType.Unsupported type) {
        requirements.add(Capability.UNSUPPORTED_TYPE, null, column.name(), null, type.text());
      }
    }
  }

  private static void column(
      Subject subject,
      TableScan scan,
      Column column,
      @Nullable SqlNode at,
      Requirements requirements) {
    if (!column.type().isNested()) {
      return;
    }
    Set<TableFormat> formats = subject.formats(scan.table().name());
    for (Capability capability : needed(column.type(), formats)) {
      requirements.add(capability, scan.table().name(), column.name(), at, column.type().hive());
    }
  }

  private static Set<Capability> needed(DataType type, Set<TableFormat> formats) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    if (formats.stream().anyMatch(ColumnDetector::isOfTextKeys)
        && holdsMap(type, key -> !Types.isText(key))) {
      needed.add(Capability.MAP_KEY_OF_RECORDS);
    }
    if (holdsMap(type, DataType::isNested)) {
      needed.add(Capability.MAP_WITH_NESTED_KEY);
    }
    if (depth(type) > DEEPEST) {
      needed.add(Capability.DEEP_NESTING);
    }
    return needed;
  }

  private static boolean isOfTextKeys(TableFormat format) {
    return format == TableFormat.JSON_OPENX
        || format == TableFormat.JSON_HIVE
        || format == TableFormat.ION;
  }

  private static boolean holdsMap(DataType type, Predicate<DataType> key) {
    return Types.holds(type, part -> part instanceof DataType.MapOf map && key.test(map.key()));
  }

  private static int depth(DataType type) {
    return type.isNested()
        ? 1 + Types.below(type).stream().mapToInt(ColumnDetector::depth).max().orElse(0)
        : 0;
  }
}

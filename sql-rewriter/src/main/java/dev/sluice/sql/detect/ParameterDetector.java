package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Parameters of tables and SerDes that some engine follows and another does not. */
final class ParameterDetector implements QueryDetector {
  /**
   * @param usual what changes nothing; empty where any value does
   * @param format whose files the parameter is for
   */
  private record Need(
      Capability capability, String key, String usual, Predicate<TableFormat> format) {
    boolean isMetBy(String value) {
      return !value.equalsIgnoreCase(usual);
    }
  }

  private static final String FALSE = "false";

  private static final List<Need> NEEDS =
      List.of(
          new Need(Capability.VALUES_CLEANSED, "data_cleansing_enabled", FALSE, format -> true),
          new Need(
              Capability.RESTORED_OBJECTS, "read_restored_glacier_objects", FALSE, format -> true),
          new Need(
              Capability.COMPRESSION_OVERRIDDEN,
              "compression_type",
              "",
              format -> !Formats.isColumnar(format)),
          new Need(Capability.LINE_DELIMITER, "line.delim", "\n", ParameterDetector::isText),
          new Need(
              Capability.TEXT_READ_OTHERWISE,
              "serialization.encoding",
              "utf-8",
              ParameterDetector::isText),
          new Need(
              Capability.TEXT_READ_OTHERWISE,
              "skip.footer.line.count",
              "0",
              ParameterDetector::isText),
          new Need(
              Capability.TEXT_READ_OTHERWISE,
              "serialization.last.column.takes.rest",
              FALSE,
              ParameterDetector::isText),
          new Need(Capability.CSV_LINE_BREAKS, "wholeFile", FALSE, ParameterDetector::isText),
          new Need(
              Capability.JSON_OUTER_ARRAY,
              "strip.outer.array",
              FALSE,
              ParameterDetector::isOfDocuments));

  private static final Need TIMESTAMPS =
      new Need(
          Capability.TIMESTAMP_FORMATS,
          "timestamp.formats",
          "",
          format -> isText(format) || isOfDocuments(format));

  @Override
  public Set<Capability> detects() {
    Set<Capability> all = EnumSet.of(TIMESTAMPS.capability());
    NEEDS.forEach(need -> all.add(need.capability()));
    return all;
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    for (TableScan scan : subject.scans()) {
      SqlNode at = subject.place(scan.table());
      NEEDS.forEach(need -> find(need, scan, at, requirements));
      if (readsTimestamp(scan)) {
        find(TIMESTAMPS, scan, at, requirements);
      }
    }
  }

  private static void find(
      Need need, TableScan scan, @Nullable SqlNode at, Requirements requirements) {
    Table table = scan.table();
    PropertyDetector.storages(scan)
        .filter(storage -> need.format().test(storage.format()))
        .map(storage -> value(need, table, storage))
        .filter(need::isMetBy)
        .findFirst()
        .ifPresent(
            value -> {
              String parameter = need.key() + " is " + value;
              requirements.add(need.capability(), table.name(), null, at, parameter);
            });
  }

  private static String value(Need need, Table table, Storage storage) {
    String ofTable = table.parameters().getOrDefault(need.key(), need.usual());
    return storage.parameters().getOrDefault(need.key(), ofTable);
  }

  private static boolean readsTimestamp(TableScan scan) {
    Set<String> read = new HashSet<>(scan.columns());
    return scan.table().columns().stream()
        .filter(column -> read.contains(column.name()))
        .anyMatch(column -> Types.holds(column.type(), DataType.Primitive.TIMESTAMP::equals));
  }

  private static boolean isText(TableFormat format) {
    return format == TableFormat.TEXT_DELIMITED || format == TableFormat.CSV_OPEN;
  }

  private static boolean isOfDocuments(TableFormat format) {
    return format == TableFormat.JSON_OPENX
        || format == TableFormat.JSON_HIVE
        || format == TableFormat.ION;
  }
}

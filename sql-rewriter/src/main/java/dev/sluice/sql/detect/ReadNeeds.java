package dev.sluice.sql.detect;

import static dev.sluice.matrix.Capability.READ_BINARY_OF_ICEBERG;
import static dev.sluice.matrix.Capability.READ_BINARY_OF_OTHER_FORMAT;
import static dev.sluice.matrix.Capability.READ_BOUNDED_TEXT;
import static dev.sluice.matrix.Capability.READ_CHAR;
import static dev.sluice.matrix.Capability.READ_DATE_OF_CSV;
import static dev.sluice.matrix.Capability.READ_DATE_OF_RECORDS;
import static dev.sluice.matrix.Capability.READ_OTHER_TYPE_OF_CSV;
import static dev.sluice.matrix.Capability.READ_TEXT;
import static dev.sluice.matrix.Capability.READ_TEXT_OF_ICEBERG;
import static dev.sluice.matrix.Capability.READ_TEXT_OF_RECORDS;
import static dev.sluice.matrix.Capability.READ_TIMESTAMP;
import static dev.sluice.matrix.Capability.READ_TIMESTAMP_OF_ICEBERG;
import static dev.sluice.matrix.Capability.READ_TIMESTAMP_OF_JSON;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.TableFormat;
import dev.sluice.matrix.Capability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a value asks of whoever reads it out of files of a format. */
final class ReadNeeds {
  /**
   * @param type what the value is, or holds at any depth
   */
  record Need(Capability capability, Predicate<DataType> type, Predicate<TableFormat> format) {
    boolean isOf(DataType value) {
      return Types.holds(value, type);
    }
  }

  private static final List<Need> NEEDS =
      List.of(
          new Need(
              READ_TEXT, ReadNeeds::isText, format -> !isOfRecords(format) && !isIceberg(format)),
          new Need(READ_TEXT_OF_RECORDS, ReadNeeds::isText, ReadNeeds::isOfRecords),
          new Need(READ_TEXT_OF_ICEBERG, ReadNeeds::isText, ReadNeeds::isIceberg),
          new Need(READ_BOUNDED_TEXT, DataType.Varchar.class::isInstance, format -> true),
          new Need(READ_CHAR, DataType.Char.class::isInstance, format -> true),
          new Need(READ_TIMESTAMP, Primitive.TIMESTAMP::equals, format -> !isIceberg(format)),
          new Need(READ_TIMESTAMP_OF_ICEBERG, Primitive.TIMESTAMP::equals, ReadNeeds::isIceberg),
          new Need(READ_TIMESTAMP_OF_JSON, Primitive.TIMESTAMP::equals, ReadNeeds::isJson),
          new Need(READ_DATE_OF_RECORDS, Primitive.DATE::equals, Formats::isNeitherTextNorColumnar),
          new Need(READ_DATE_OF_CSV, ReadNeeds::isOfTime, TableFormat.CSV_OPEN::equals),
          new Need(READ_OTHER_TYPE_OF_CSV, ReadNeeds::isNoneOfCsv, TableFormat.CSV_OPEN::equals),
          new Need(READ_BINARY_OF_ICEBERG, Primitive.BINARY::equals, ReadNeeds::isIceberg),
          new Need(
              READ_BINARY_OF_OTHER_FORMAT,
              Primitive.BINARY::equals,
              format -> !Formats.isColumnar(format)));

  static final Set<Capability> ALL = all();

  private ReadNeeds() {}

  private static Set<Capability> all() {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    NEEDS.forEach(need -> all.add(need.capability()));
    return Set.copyOf(all);
  }

  /** Those that values out of files of some of the formats may have. */
  static List<Need> of(Set<TableFormat> formats) {
    List<Need> needs = new ArrayList<>();
    for (Need need : NEEDS) {
      for (TableFormat format : formats) {
        if (need.format().test(format)) {
          needs.add(need);
          break;
        }
      }
    }
    return needs;
  }

  private static boolean isText(DataType type) {
    return Types.isText(type) || type instanceof DataType.Char;
  }

  private static boolean isOfTime(DataType type) {
    return type == Primitive.DATE || type == Primitive.TIMESTAMP;
  }

  /** Whether the pages on the OpenCSV SerDe do not name the type. */
  private static boolean isNoneOfCsv(DataType type) {
    return type == Primitive.TINYINT
        || type == Primitive.SMALLINT
        || type == Primitive.REAL
        || type instanceof DataType.Decimal
        || type instanceof DataType.Varchar
        || type instanceof DataType.Char;
  }

  private static boolean isJson(TableFormat format) {
    return format == TableFormat.JSON_OPENX || format == TableFormat.JSON_HIVE;
  }

  private static boolean isOfRecords(TableFormat format) {
    return isJson(format) || format == TableFormat.ION;
  }

  private static boolean isIceberg(TableFormat format) {
    return format == TableFormat.ICEBERG;
  }
}

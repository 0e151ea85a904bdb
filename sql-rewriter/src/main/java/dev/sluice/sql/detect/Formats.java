package dev.sluice.sql.detect;

import dev.sluice.TableFormat;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Which capabilities a format calls for. */
final class Formats {
  private Formats() {}

  static Capability read(TableFormat format) {
    return switch (format) {
      case PARQUET -> Capability.READ_PARQUET;
      case ORC -> Capability.READ_ORC;
      case AVRO -> Capability.READ_AVRO;
      case JSON_OPENX -> Capability.READ_JSON_OPENX;
      case JSON_HIVE -> Capability.READ_JSON_HIVE;
      case ION -> Capability.READ_ION;
      case CSV_OPEN -> Capability.READ_CSV_OPEN;
      case TEXT_DELIMITED -> Capability.READ_TEXT_DELIMITED;
      case RCFILE -> Capability.READ_RCFILE;
      case SEQUENCEFILE -> Capability.READ_SEQUENCEFILE;
      case REGEX -> Capability.READ_REGEX;
      case GROK -> Capability.READ_GROK;
      case ICEBERG -> Capability.READ_ICEBERG;
      case HUDI -> Capability.READ_HUDI;
      case DELTA -> Capability.READ_DELTA;
      case SYMLINK -> Capability.READ_SYMLINK;
      case VIEW -> Capability.READ_VIEW;
      case DEFINER_VIEW -> Capability.READ_DEFINER_VIEW;
      case ENGINE_OWN -> Capability.READ_ENGINE_OWN;
      case UNKNOWN -> Capability.READ_UNKNOWN_FORMAT;
    };
  }

  static Capability nested(TableFormat format) {
    return switch (format) {
      case PARQUET -> Capability.NESTED_IN_PARQUET;
      case ORC -> Capability.NESTED_IN_ORC;
      case AVRO -> Capability.NESTED_IN_AVRO;
      case JSON_OPENX -> Capability.NESTED_IN_JSON_OPENX;
      case JSON_HIVE -> Capability.NESTED_IN_JSON_HIVE;
      case ION -> Capability.NESTED_IN_ION;
      case ICEBERG -> Capability.NESTED_IN_ICEBERG;
      case HUDI -> Capability.NESTED_IN_HUDI;
      case DELTA -> Capability.NESTED_IN_DELTA;
      case CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          SYMLINK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          Capability.NESTED_IN_OTHER_FORMAT;
    };
  }

  /** The formats of a table and of its selected partitions. */
  static Set<TableFormat> of(TableScan scan) {
    Set<TableFormat> formats = EnumSet.of(scan.table().storage().format());
    scan.partitions().forEach(partition -> formats.add(partition.storage().format()));
    return formats;
  }

  /** Whether the files are Parquet or ORC, or a table format's over them. */
  static boolean isColumnar(TableFormat format) {
    return switch (format) {
      case PARQUET, ORC, ICEBERG, HUDI, DELTA, SYMLINK -> true;
      case AVRO,
          JSON_OPENX,
          JSON_HIVE,
          ION,
          CSV_OPEN,
          TEXT_DELIMITED,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          false;
    };
  }

  /** Whether the files are neither text, as CSV is, nor Parquet or ORC. */
  static boolean isNeitherTextNorColumnar(TableFormat format) {
    return switch (format) {
      case AVRO, JSON_OPENX, JSON_HIVE, ION, RCFILE, SEQUENCEFILE -> true;
      case PARQUET,
          ORC,
          ICEBERG,
          HUDI,
          DELTA,
          SYMLINK,
          CSV_OPEN,
          TEXT_DELIMITED,
          REGEX,
          GROK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          false;
    };
  }

  /** Whether the files hold no column names, so that columns can only go by position. */
  static boolean isWithoutNames(TableFormat format) {
    return switch (format) {
      case CSV_OPEN, TEXT_DELIMITED, RCFILE, SEQUENCEFILE, REGEX, GROK -> true;
      case PARQUET,
          ORC,
          AVRO,
          JSON_OPENX,
          JSON_HIVE,
          ION,
          ICEBERG,
          HUDI,
          DELTA,
          SYMLINK,
          VIEW,
          DEFINER_VIEW,
          ENGINE_OWN,
          UNKNOWN ->
          false;
    };
  }
}

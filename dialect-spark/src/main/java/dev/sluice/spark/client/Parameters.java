package dev.sluice.spark.client;

import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The catalog's parameters that change how files are read; the others tell partitions apart. */
final class Parameters {
  private static final String SCHEMA_URL = "avro.schema.url";
  private static final List<String> AVRO = List.of("avro.schema.literal", SCHEMA_URL);
  private static final List<String> JSON =
      List.of(
          "case.insensitive",
          "dots.in.keys",
          "ignore.malformed.json",
          "strip.outer.array",
          "timestamp.formats",
          "use.null.for.invalid.data");
  private static final List<String> TEXT =
      List.of(
          "escape.delim",
          "escapeChar",
          "field.delim",
          "line.delim",
          "quoteChar",
          "separatorChar",
          "serialization.encoding",
          "serialization.format",
          "serialization.last.column.takes.rest",
          "serialization.null.format",
          "skip.footer.line.count",
          "skip.header.line.count",
          "timestamp.formats",
          "wholeFile");

  private Parameters() {}

  static boolean isReadable(TableFormat format) {
    return switch (format) {
      case PARQUET, ORC, AVRO, JSON_OPENX, JSON_HIVE, CSV_OPEN, TEXT_DELIMITED -> true;
      case ION,
          RCFILE,
          SEQUENCEFILE,
          REGEX,
          GROK,
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

  /** Whether files say which column is which. */
  static boolean namesColumns(TableFormat format) {
    return format != TableFormat.CSV_OPEN && format != TableFormat.TEXT_DELIMITED;
  }

  /**
   * @param absolute makes a location whole
   */
  static Map<String, String> of(Table table, Storage storage, UnaryOperator<String> absolute) {
    Map<String, String> parameters = new HashMap<>();
    if (storage.format() == TableFormat.AVRO) {
      // The table's schema is what is read; a partition's own copy may be older.
      keep(table.parameters(), AVRO, parameters);
      keep(table.storage().parameters(), AVRO, parameters);
      parameters.computeIfPresent(SCHEMA_URL, (key, url) -> absolute.apply(url));
    } else if (isJson(storage.format())) {
      keep(table.parameters(), JSON, parameters);
      keep(storage.parameters(), JSON, parameters);
    } else if (!namesColumns(storage.format())) {
      keep(table.parameters(), TEXT, parameters);
      keep(storage.parameters(), TEXT, parameters);
    }
    return parameters;
  }

  static Optional<String> schemaUrl(Table table) {
    return Optional.ofNullable(table.storage().parameters().get(SCHEMA_URL))
        .or(() -> Optional.ofNullable(table.parameters().get(SCHEMA_URL)));
  }

  private static boolean isJson(TableFormat format) {
    return format == TableFormat.JSON_OPENX || format == TableFormat.JSON_HIVE;
  }

  private static void keep(
      Map<String, String> from, List<String> keys, Map<String, String> parameters) {
    from.forEach(
        (key, value) -> {
          if (keys.contains(key) || (keys == JSON && key.startsWith("mapping."))) {
            parameters.put(key, value);
          }
        });
  }
}

package dev.sluice.glue;

import static java.util.Map.entry;

import dev.sluice.TableFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what files are, in this order: an input format that stands for a table format (Hudi,
 * symlink), the table's own word ({@code table_type}, {@code spark.sql.sources.provider}), the
 * SerDe, the input format, {@code classification}. The later ones only count where the earlier ones
 * are silent: a SerDe that is not known is not overruled by a classification.
 */
final class GlueFormats {
  private static final Map<String, TableFormat> TABLE_TYPES =
      Map.of("iceberg", TableFormat.ICEBERG, "delta", TableFormat.DELTA, "hudi", TableFormat.HUDI);

  private static final Map<String, TableFormat> SERDES =
      Map.ofEntries(
          entry("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe", TableFormat.PARQUET),
          entry("org.apache.hadoop.hive.ql.io.orc.OrcSerde", TableFormat.ORC),
          entry("org.apache.hadoop.hive.serde2.avro.AvroSerDe", TableFormat.AVRO),
          entry("org.openx.data.jsonserde.JsonSerDe", TableFormat.JSON_OPENX),
          entry("org.apache.hive.hcatalog.data.JsonSerDe", TableFormat.JSON_HIVE),
          entry("com.amazon.ionhiveserde.IonHiveSerDe", TableFormat.ION),
          entry("org.apache.hadoop.hive.serde2.OpenCSVSerde", TableFormat.CSV_OPEN),
          entry("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", TableFormat.TEXT_DELIMITED),
          entry("org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe", TableFormat.RCFILE),
          entry(
              "org.apache.hadoop.hive.serde2.columnar.LazyBinaryColumnarSerDe", TableFormat.RCFILE),
          entry("org.apache.hadoop.hive.serde2.RegexSerDe", TableFormat.REGEX),
          entry("com.amazonaws.glue.serde.GrokSerDe", TableFormat.GROK));

  private static final Map<String, TableFormat> INPUT_FORMATS =
      Map.of(
          "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", TableFormat.PARQUET,
          "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat", TableFormat.ORC,
          "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat", TableFormat.AVRO,
          "org.apache.hadoop.hive.ql.io.RCFileInputFormat", TableFormat.RCFILE,
          "com.amazon.ionhiveserde.formats.IonInputFormat", TableFormat.ION);

  /** {@code csv} and {@code json} are left out: two SerDes read each, and differently. */
  private static final Map<String, TableFormat> CLASSIFICATIONS =
      Map.of(
          "parquet", TableFormat.PARQUET,
          "orc", TableFormat.ORC,
          "avro", TableFormat.AVRO,
          "iceberg", TableFormat.ICEBERG,
          "delta", TableFormat.DELTA,
          "hudi", TableFormat.HUDI);

  /** Formats of one line of text a row; the same SerDes also read rows out of sequence files. */
  private static final Set<TableFormat> OF_LINES =
      Set.of(
          TableFormat.JSON_OPENX,
          TableFormat.JSON_HIVE,
          TableFormat.CSV_OPEN,
          TableFormat.TEXT_DELIMITED,
          TableFormat.REGEX,
          TableFormat.GROK);

  private GlueFormats() {}

  /**
   * @param parameters the table's, or the partition's
   */
  static TableFormat recognise(
      @Nullable String inputFormat, @Nullable String serde, Map<String, String> parameters) {
    if (inputFormat != null && isHudi(inputFormat)) {
      return TableFormat.HUDI;
    }
    if (inputFormat != null && simpleName(inputFormat).equals("SymlinkTextInputFormat")) {
      return TableFormat.SYMLINK;
    }
    TableFormat declared = word(parameters, "table_type", TABLE_TYPES);
    if (declared == null) {
      declared = word(parameters, "spark.sql.sources.provider", TABLE_TYPES);
    }
    if (declared != null) {
      return declared;
    }
    return serde != null ? bySerde(serde, inputFormat) : withoutSerde(inputFormat, parameters);
  }

  /** What a SerDe reads, whatever the table format around it. */
  static TableFormat bySerde(String serde, @Nullable String inputFormat) {
    TableFormat format = SERDES.getOrDefault(serde, TableFormat.UNKNOWN);
    boolean sequence =
        inputFormat != null && simpleName(inputFormat).equals("SequenceFileInputFormat");
    return sequence && OF_LINES.contains(format) ? TableFormat.SEQUENCEFILE : format;
  }

  private static TableFormat withoutSerde(
      @Nullable String inputFormat, Map<String, String> parameters) {
    TableFormat format = inputFormat == null ? null : INPUT_FORMATS.get(inputFormat);
    if (format == null) {
      format = word(parameters, "classification", CLASSIFICATIONS);
    }
    return format == null ? TableFormat.UNKNOWN : format;
  }

  private static @Nullable TableFormat word(
      Map<String, String> parameters, String key, Map<String, TableFormat> words) {
    String value = parameters.get(key);
    return value == null ? null : words.get(value.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isHudi(String inputFormat) {
    return inputFormat.startsWith("org.apache.hudi.")
        || simpleName(inputFormat).startsWith("Hoodie");
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}

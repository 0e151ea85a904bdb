package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.TableFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlueFormatsTest {
  private static final String PARQUET_SERDE =
      "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";
  private static final String LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
  private static final String TEXT = "org.apache.hadoop.mapred.TextInputFormat";

  @ParameterizedTest
  @CsvSource({
    "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat,"
        + "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe,PARQUET",
    "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat,"
        + "org.apache.hadoop.hive.ql.io.orc.OrcSerde,ORC",
    "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat,"
        + "org.apache.hadoop.hive.serde2.avro.AvroSerDe,AVRO",
    "org.apache.hadoop.mapred.TextInputFormat,org.openx.data.jsonserde.JsonSerDe,JSON_OPENX",
    "org.apache.hadoop.mapred.TextInputFormat,org.apache.hive.hcatalog.data.JsonSerDe,JSON_HIVE",
    "com.amazon.ionhiveserde.formats.IonInputFormat,com.amazon.ionhiveserde.IonHiveSerDe,ION",
    "org.apache.hadoop.mapred.TextInputFormat,org.apache.hadoop.hive.serde2.OpenCSVSerde,CSV_OPEN",
    "org.apache.hadoop.mapred.TextInputFormat,"
        + "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe,TEXT_DELIMITED",
    "org.apache.hadoop.mapred.SequenceFileInputFormat,"
        + "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe,SEQUENCEFILE",
    "org.apache.hadoop.hive.ql.io.RCFileInputFormat,"
        + "org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe,RCFILE",
    "org.apache.hadoop.mapred.TextInputFormat,org.apache.hadoop.hive.serde2.RegexSerDe,REGEX",
    "org.apache.hadoop.mapred.TextInputFormat,com.amazonaws.glue.serde.GrokSerDe,GROK",
    "org.apache.hudi.hadoop.HoodieParquetInputFormat,"
        + "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe,HUDI",
    "org.apache.hudi.hadoop.realtime.HoodieParquetRealtimeInputFormat,"
        + "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe,HUDI",
    "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat,"
        + "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe,SYMLINK",
    "org.apache.hadoop.mapred.TextInputFormat,com.amazon.emr.hive.serde.CloudTrailSerde,UNKNOWN",
  })
  void recognisesByClasses(String inputFormat, String serde, TableFormat format) {
    assertThat(recognise(inputFormat, serde, Map.of())).isEqualTo(format);
  }

  @Test
  void believesTheInputFormatBeforeTheTableType() {
    String symlink = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";

    assertThat(recognise(symlink, PARQUET_SERDE, Map.of("table_type", "delta")))
        .isEqualTo(TableFormat.SYMLINK);
  }

  @ParameterizedTest
  @CsvSource({
    "table_type,ICEBERG,ICEBERG",
    "table_type,iceberg,ICEBERG",
    "table_type,delta,DELTA",
    "spark.sql.sources.provider,delta,DELTA",
    "spark.sql.sources.provider,DELTA,DELTA",
    "spark.sql.sources.provider,parquet,TEXT_DELIMITED",
    "classification,parquet,TEXT_DELIMITED",
  })
  void believesTheTableTypeBeforeTheSerde(String key, String value, TableFormat format) {
    assertThat(recognise(TEXT, LAZY, Map.of(key, value))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "parquet,PARQUET",
    "Parquet,PARQUET",
    "orc,ORC",
    "avro,AVRO",
    "csv,UNKNOWN",
    "json,UNKNOWN",
    "xml,UNKNOWN"
  })
  void believesAClassificationOnlyWithoutASerde(String classification, TableFormat format) {
    Map<String, String> parameters = Map.of("classification", classification);

    assertThat(recognise(null, null, parameters)).isEqualTo(format);
    assertThat(recognise(TEXT, "com.example.OwnSerde", parameters)).isEqualTo(TableFormat.UNKNOWN);
  }

  private static TableFormat recognise(
      @Nullable String inputFormat, @Nullable String serde, Map<String, String> parameters) {
    return GlueFormats.recognise(inputFormat, serde, parameters);
  }
}

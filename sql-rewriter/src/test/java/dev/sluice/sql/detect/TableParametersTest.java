package dev.sluice.sql.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import dev.sluice.sql.Queries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the parameters of a table and of its SerDe ask of an engine. */
class TableParametersTest {
  private static final String HUDI = "org.apache.hudi.hadoop.HoodieParquetInputFormat";
  private static final String REALTIME =
      "org.apache.hudi.hadoop.realtime.HoodieParquetRealtimeInputFormat";

  /** Of which the tests look at those that parameters alone call for. */
  private static final Set<Capability> OF_PARAMETERS = ofParameters();

  private static Set<Capability> ofParameters() {
    Set<Capability> all = new TableKindDetector().detects();
    all.addAll(new ParameterDetector().detects());
    return all;
  }

  private static Set<Capability> needs(Storage storage, Map<String, String> parameters) {
    return needs(storage, parameters, Primitive.BIGINT);
  }

  private static Set<Capability> needs(
      Storage storage, Map<String, String> parameters, DataType type) {
    Table table =
        Table.builder(new TableName("web", "users"))
            .column("id", type)
            .storage(storage)
            .parameters(parameters)
            .build();
    TableScan scan =
        new TableScan(
            table, List.of("id"), null, OptionalLong.empty(), List.of(), List.of(), List.of());
    Subject subject =
        new Subject(Queries.bind("SELECT id FROM web.users"), List.of(scan), Set.of());
    return Detectors.detect(subject).stream()
        .map(Requirement::capability)
        .filter(OF_PARAMETERS::contains)
        .collect(Collectors.toSet());
  }

  private static Storage storage(
      TableFormat format,
      @Nullable String inputFormat,
      @Nullable String serde,
      Map<String, String> parameters) {
    return new Storage(format, "s3://web/users", inputFormat, serde, parameters, null);
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String one : text.isEmpty() ? new String[0] : text.split("; ", -1)) {
      int equals = one.indexOf('=');
      parameters.put(one.substring(0, equals), one.substring(equals + 1));
    }
    return parameters;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        HUDI + "|hoodie.query.as.ro.table=false|``",
        HUDI + "|hoodie.query.as.ro.table=true|HUDI_MERGE_ON_READ",
        HUDI + "|hoodie.table.type=COPY_ON_WRITE|``",
        HUDI + "|hoodie.table.type=MERGE_ON_READ|HUDI_MERGE_ON_READ",
        HUDI + "|type=mor|HUDI_MERGE_ON_READ",
        HUDI + "|type=cow|``",
        HUDI + "|``|HUDI_KIND_NOT_TOLD",
        REALTIME + "|hoodie.query.as.ro.table=false|HUDI_MERGE_ON_READ",
        REALTIME + "|``|HUDI_MERGE_ON_READ",
        "|hoodie.query.as.ro.table=false|HUDI_KIND_NOT_TOLD",
      })
  void tellsTheKindsOfHudiApart(@Nullable String inputFormat, String parameters, String expected) {
    Storage ofFiles = storage(TableFormat.HUDI, inputFormat, null, parameters(parameters));
    assertThat(needs(ofFiles, Map.of())).isEqualTo(capabilities(expected));
    Storage bare = storage(TableFormat.HUDI, inputFormat, null, Map.of());
    assertThat(needs(bare, parameters(parameters))).isEqualTo(capabilities(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|``",
        "format-version=1|``",
        "format-version=2; write.delete.mode=copy-on-write|``",
        "format-version=3|ICEBERG_V3",
        "format-version=many|``",
        "write.merge.mode=merge-on-read|ICEBERG_DELETES",
        "write.format.default=parquet; format=PARQUET|``",
        "write.format.default=avro|ICEBERG_OF_OTHER_FILES",
        "format=orc|ICEBERG_OF_OTHER_FILES",
      })
  void tellsTheKindsOfIcebergApart(String parameters, String expected) {
    Storage storage = Storage.of(TableFormat.ICEBERG, "s3://web/users");
    assertThat(needs(storage, parameters(parameters))).isEqualTo(capabilities(expected));
  }

  @Test
  void tellsTheSerDesOfRcFileApart() {
    String packages = "org.apache.hadoop.hive.serde2.columnar.";
    assertThat(needs(rcFile(packages + "ColumnarSerDe"), Map.of())).isEmpty();
    assertThat(needs(rcFile(packages + "LazyBinaryColumnarSerDe"), Map.of()))
        .containsExactly(Capability.RCFILE_BINARY);
  }

  private static Storage rcFile(String serde) {
    return storage(TableFormat.RCFILE, null, serde, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PARQUET|data_cleansing_enabled=TRUE|VALUES_CLEANSED",
        "PARQUET|data_cleansing_enabled=false; surplus_char_handling=FAIL|``",
        "AVRO|read_restored_glacier_objects=true|RESTORED_OBJECTS",
        "PARQUET|compression_type=gzip|``",
        "JSON_HIVE|compression_type=none|COMPRESSION_OVERRIDDEN",
        "TEXT_DELIMITED|line.delim=;|LINE_DELIMITER",
        "TEXT_DELIMITED|serialization.encoding=UTF-8; skip.footer.line.count=0|``",
        "TEXT_DELIMITED|serialization.encoding=ISO-8859-1|TEXT_READ_OTHERWISE",
        "CSV_OPEN|skip.footer.line.count=1|TEXT_READ_OTHERWISE",
        "CSV_OPEN|serialization.last.column.takes.rest=true|TEXT_READ_OTHERWISE",
        "CSV_OPEN|wholeFile=true|CSV_LINE_BREAKS",
        "CSV_OPEN|wholeFile=false|``",
        "ION|strip.outer.array=true|JSON_OUTER_ARRAY",
        "TEXT_DELIMITED|strip.outer.array=true|``",
        "JSON_HIVE|timestamp.formats=dd.MM.yyyy|``",
      })
  void parametersThatNotEveryEngineFollowsAreNeeds(
      TableFormat format, String parameters, String expected) {
    Storage storage = storage(format, null, null, parameters(parameters));
    assertThat(needs(storage, Map.of())).isEqualTo(capabilities(expected));
    Storage bare = storage(format, null, null, Map.of());
    assertThat(needs(bare, parameters(parameters))).isEqualTo(capabilities(expected));
  }

  @Test
  void aLineFeedIsTheUsualEndOfALine() {
    Storage storage = storage(TableFormat.TEXT_DELIMITED, null, null, Map.of("line.delim", "\n"));
    assertThat(needs(storage, Map.of())).isEmpty();
  }

  @Test
  void formsOfTimestampsMatterWhereOneIsRead() {
    Storage storage = storage(TableFormat.JSON_HIVE, null, null, Map.of());
    Map<String, String> forms = Map.of("timestamp.formats", "dd.MM.yyyy");
    DataType list = new DataType.Array(Primitive.TIMESTAMP);
    assertThat(needs(storage, forms, list)).containsExactly(Capability.TIMESTAMP_FORMATS);
    assertThat(needs(storage, forms, Primitive.DATE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TableFormat.class)
  void withoutParametersThereIsNoNeed(TableFormat format) {
    assertThat(needs(Storage.of(format, "s3://web/users"), Map.of()))
        .isSubsetOf(Capability.HUDI_KIND_NOT_TOLD);
  }

  private static Set<Capability> capabilities(String names) {
    return names.isEmpty() ? Set.of() : Set.of(Capability.valueOf(names));
  }
}

package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ColumnMapping;
import dev.sluice.DataType.Primitive;
import dev.sluice.Partition;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GluePartitionsTest {
  private static final String ORC_PARTITION =
      """
      {'Values': ['2019'], 'DatabaseName': 'web', 'TableName': 't', 'CreationTime': 1553700000.0,
       'LastAccessTime': '1970-01-01T00:00:00+00:00', 'CatalogId': '1', 'Parameters': {'objectCount': '3'},
       'StorageDescriptor': {'Columns': [{'Name': 'A', 'Type': 'int'}], 'Location': 's3://b/2019/',
         'InputFormat': 'org.apache.hadoop.hive.ql.io.orc.OrcInputFormat', 'Parameters': {},
         'SerdeInfo': {'SerializationLibrary': 'org.apache.hadoop.hive.ql.io.orc.OrcSerde',
                       'Parameters': {%s}}}}
      """;

  @Test
  void readsWhatTheCommandLinePrints() throws GlueEntryException {
    Partition partition = read(table(Map.of()), ORC_PARTITION.formatted(""));

    assertThat(partition.values()).containsExactly("2019");
    assertThat(partition.columns())
        .singleElement()
        .hasToString("Column[name=a, type=integer, comment=null]");
    assertThat(partition.storage().format()).isEqualTo(TableFormat.ORC);
    assertThat(partition.storage().location()).isEqualTo("s3://b/2019/");
    assertThat(partition.storage().declaredMapping()).isNull();
    assertThat(partition.parameters()).containsOnly(Map.entry("objectCount", "3"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,-,-",
        "true,-,BY_POSITION",
        "-,name,BY_NAME",
        "-,other,BY_POSITION",
        "true,name,BY_POSITION",
        "false,position,BY_NAME"
      })
  void goesByItsOwnSerdeThenByTheTablesProperty(
      @Nullable String own, @Nullable String ofTable, @Nullable ColumnMapping expected)
      throws GlueEntryException {
    Table table = table(ofTable == null ? Map.of() : Map.of("orc.schema.resolution", ofTable));
    String entry =
        ORC_PARTITION.formatted(own == null ? "" : "'orc.column.index.access': '" + own + "'");

    Partition partition = read(table, entry);

    assertThat(partition.storage().declaredMapping()).isEqualTo(expected);
    assertThat(partition.storage().parameter("orc.schema.resolution").orElse(null))
        .isEqualTo(ofTable);
  }

  @Test
  void inheritsNoSchemaOfAvroFromTheTable() throws GlueEntryException {
    Partition partition =
        read(table(Map.of("avro.schema.url", "s3://b/x.avsc")), ORC_PARTITION.formatted(""));

    assertThat(partition.storage().parameters()).isEmpty();
  }

  @Test
  void leavesColumnsEmptyThatTheEntryDoesNotHave() throws GlueEntryException {
    Partition partition =
        read(table(Map.of()), "{'Values': ['1'], 'StorageDescriptor': {'Location': 's3://b/'}}");

    assertThat(partition.columns()).isEmpty();
    assertThat(partition.storage().format()).isEqualTo(TableFormat.UNKNOWN);
  }

  @Test
  void sharesWhatPartitionsHaveInCommon() throws GlueEntryException {
    GluePartitions mapping = new GluePartitions(table(Map.of()), location -> location);
    String entry = ORC_PARTITION.formatted("'serialization.format': '1'");

    Partition one = mapping.partition(Json.of(entry));
    Partition other = mapping.partition(Json.of(entry.replace("2019", "2020")));

    assertThat(other.columns()).isSameAs(one.columns());
    assertThat(other.storage().parameters()).isSameAs(one.storage().parameters());
    assertThat(other.storage().serde()).isSameAs(one.storage().serde());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|has 0 Values [], but the table has 1 partition keys",
        "{'Values': []}|has 0 Values",
        "{'Values': ['a', 'b']}|has 2 Values [a, b]",
        "{'Values': 'a'}|has 0 Values",
        "{'Values': [7]}|not all texts",
        "{'Values': [null]}|not all texts",
        "{'Values': ['a']}|[a] has no StorageDescriptor",
        "{'Values': ['a'], 'StorageDescriptor': {'Columns': []}}|[a] has no Location",
        "{'Values': ['a'], 'StorageDescriptor': {'Columns': [{}], 'Location': 'x'}}|has no Name",
      })
  void refusesEntriesThatCannotBeToldApartOrFound(String entry, String message) {
    assertThatThrownBy(() -> read(table(Map.of()), entry))
        .isInstanceOf(GlueEntryException.class)
        .hasMessageContaining(message);
  }

  private static Partition read(Table table, String entry) throws GlueEntryException {
    return new GluePartitions(table, location -> location).partition(Json.of(entry));
  }

  private static Table table(Map<String, String> parameters) {
    return Table.builder(new TableName("web", "t"))
        .partitionKey("dt", Primitive.STRING)
        .parameters(parameters)
        .build();
  }
}

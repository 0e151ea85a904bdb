package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType.Primitive;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlueTablesTest {
  private static final String ORC =
      "'InputFormat': 'org.apache.hadoop.hive.ql.io.orc.OrcInputFormat'";

  @Test
  void readsWhatTheCommandLinePrints() throws GlueEntryException {
    Table table =
        read(
            """
            {'Name': 'Clicks', 'DatabaseName': 'elsewhere', 'Owner': 'hadoop', 'CreateTime': 1553700000.0,
             'UpdateTime': '2019-03-27T16:00:00+00:00', 'LastAccessTime': 0, 'Retention': 0,
             'StorageDescriptor': {
               'Columns': [{'Name': 'Id', 'Type': 'bigint', 'Comment': 'of the click'},
                           {'Name': 'device', 'Type': 'struct<os:string>'}],
               'Location': 's3://bucket/clicks/',
               'InputFormat': 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
               'OutputFormat': 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
               'Compressed': false, 'NumberOfBuckets': -1, 'BucketColumns': [], 'SortColumns': [],
               'SerdeInfo': {
                 'SerializationLibrary': 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
                 'Parameters': {'serialization.format': '1', 'a': 'serde'}},
               'Parameters': {'a': 'descriptor', 'b': 'descriptor'},
               'SkewedInfo': {'SkewedColumnNames': []}, 'StoredAsSubDirectories': false},
             'PartitionKeys': [{'Name': 'datetime', 'Type': 'string'}],
             'TableType': 'EXTERNAL_TABLE', 'Parameters': {'EXTERNAL': 'TRUE', 'recordCount': 7},
             'CreatedBy': 'arn:aws:iam::1:user/x', 'IsRegisteredWithLakeFormation': false,
             'CatalogId': '1', 'VersionId': '3', 'SomethingNew': {'x': [1]}}
            """);

    assertThat(table.problem()).isEmpty();
    assertThat(table.name()).isEqualTo(new TableName("web", "clicks"));
    assertThat(table.columns())
        .contains(new Column("id", Primitive.BIGINT, "of the click"))
        .extracting(Column::name)
        .containsExactly("id", "device");
    assertThat(table.partitionKeys()).containsExactly(new Column("datetime", Primitive.STRING));
    assertThat(table.parameters())
        .containsOnly(entry("EXTERNAL", "TRUE"), entry("recordCount", "7"));
    assertThat(table.storage().format()).isEqualTo(TableFormat.PARQUET);
    assertThat(table.storage().location()).isEqualTo("s3://bucket/clicks/");
    assertThat(table.storage().parameters())
        .containsOnly(
            entry("serialization.format", "1"), entry("a", "serde"), entry("b", "descriptor"));
    assertThat(table.storage().declaredMapping()).isNull();
    assertThat(table.projection()).isEmpty();
  }

  @Test
  void readsViews() throws GlueEntryException {
    Table table =
        read(
            """
            {'Name': 'v', 'TableType': 'VIRTUAL_VIEW', 'ViewOriginalText': '/* Presto View: e30= */',
             'ViewExpandedText': '/* Presto View */', 'Parameters': {'presto_view': 'true'},
             'StorageDescriptor': {'Columns': [{'Name': 'a', 'Type': 'int'}], 'Location': '',
               'SerdeInfo': {}}, 'PartitionKeys': []}
            """);

    assertThat(table.problem()).isEmpty();
    assertThat(table.storage().format()).isEqualTo(TableFormat.VIEW);
    assertThat(table.storage().location()).isNull();
  }

  @Test
  void readsViewsOfSeveralDialects() throws GlueEntryException {
    String view =
        """
        {'Name': 'v', 'TableType': 'VIRTUAL_VIEW', 'IsMultiDialectView': true%s,
         'StorageDescriptor': {'Columns': [{'Name': 'a', 'Type': 'int'}]}}
        """;
    Table table =
        read(
            view.formatted(
                """
                , 'ViewDefinition': {'IsProtected': true, 'Representations': [
                  {'Dialect': 'ATHENA', 'IsStale': false}, {'Dialect': 'SPARK'},
                  {'Dialect': 'REDSHIFT', 'IsStale': true}, {'DialectVersion': '1'}]}
                """));
    assertThat(table.problem()).isEmpty();
    assertThat(table.storage().format()).isEqualTo(TableFormat.DEFINER_VIEW);
    assertThat(table.viewDialects()).containsExactlyInAnyOrder("ATHENA", "SPARK");

    Table silent = read(view.formatted(""));
    assertThat(silent.storage().format()).isEqualTo(TableFormat.DEFINER_VIEW);
    assertThat(silent.viewDialects()).isEmpty();
  }

  @Test
  void readsIcebergWithoutClasses() throws GlueEntryException {
    Table table =
        external(
            "'SerdeInfo': {}",
            "'table_type': 'ICEBERG', 'metadata_location': 's3://b/metadata/1.json'");

    assertThat(table.problem()).isEmpty();
    assertThat(table.storage().format()).isEqualTo(TableFormat.ICEBERG);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,-,-",
        "true,-,BY_POSITION",
        "TRUE,-,BY_POSITION",
        "false,-,BY_NAME",
        "maybe,-,-",
        "-,name,BY_NAME",
        "-,position,BY_POSITION",
        "-,NAME,BY_POSITION",
        "-,anything,BY_POSITION",
        "false,position,BY_NAME",
        "true,name,BY_POSITION",
      })
  void tellsHowOrcColumnsAreFound(
      @Nullable String access, @Nullable String resolution, @Nullable ColumnMapping expected)
      throws GlueEntryException {
    Table table =
        external(
            ORC
                + ", 'SerdeInfo': {'SerializationLibrary':"
                + " 'org.apache.hadoop.hive.ql.io.orc.OrcSerde', 'Parameters': {"
                + (access == null ? "" : "'orc.column.index.access': '" + access + "'")
                + "}}",
            resolution == null ? "" : "'orc.schema.resolution': '" + resolution + "'");

    assertThat(table.storage().declaredMapping()).isEqualTo(expected);
    assertThat(table.storage().parameter("orc.column.index.access").orElse(null)).isEqualTo(access);
    assertThat(table.storage().parameter("orc.schema.resolution").orElse(null))
        .isEqualTo(resolution);
  }

  @Test
  void heedsEachDeclarationForItsOwnFormatOnly() throws GlueEntryException {
    String serde =
        "'SerdeInfo': {'SerializationLibrary':"
            + " 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe', 'Parameters': {%s}}";

    assertThat(mapping(serde.formatted("'parquet.column.index.access': 'true'"), ""))
        .isEqualTo(ColumnMapping.BY_POSITION);
    assertThat(mapping(serde.formatted("'orc.column.index.access': 'true'"), "")).isNull();
    assertThat(mapping(serde.formatted(""), "'orc.schema.resolution': 'position'")).isNull();
  }

  @Test
  void showsTheAvroSchemaWhereverItStands() throws GlueEntryException {
    String avro = "'SerializationLibrary': 'org.apache.hadoop.hive.serde2.avro.AvroSerDe'";
    Table both =
        external(
            "'SerdeInfo': {" + avro + ", 'Parameters': {'avro.schema.literal': 'serde'}}",
            "'avro.schema.literal': 'table', 'avro.schema.url': 's3://b/x.avsc', 'other': 'x'");

    assertThat(both.storage().parameter("avro.schema.literal")).hasValue("serde");
    assertThat(both.storage().parameter("avro.schema.url")).hasValue("s3://b/x.avsc");
    assertThat(both.storage().parameter("other")).isEmpty();
  }

  @Test
  void readsPartitionProjection() throws GlueEntryException {
    Table table =
        external(
            ORC,
            "'projection.enabled': 'TRUE', 'projection.dt.type': 'date', 'classification': 'orc',"
                + " 'storage.location.template': 's3://b/${dt}'");

    assertThat(table.projection())
        .hasValueSatisfying(
            projection -> {
              assertThat(projection.typeOf("dt")).hasValue("date");
              assertThat(projection.properties())
                  .containsOnlyKeys(
                      "projection.enabled", "projection.dt.type", "storage.location.template");
            });
    assertThat(external(ORC, "'projection.enabled': 'false'").projection()).isEmpty();
  }

  @Test
  void keepsWhetherLakeFormationGuardsTheTable() throws GlueEntryException {
    assertThat(read("{'Name': 't'}").isUnderLakeFormation()).isFalse();
    assertThat(registered("false").isUnderLakeFormation()).isFalse();
    assertThat(registered("null").isUnderLakeFormation()).isFalse();
    assertThat(registered("true").isUnderLakeFormation()).isTrue();
    assertThat(registered("true").parameters()).isEmpty();
  }

  @Test
  void takesATableAsGuardedWhereTheCatalogDoesNotPlainlyDenyIt() throws GlueEntryException {
    assertThat(registered("'False'").isUnderLakeFormation()).isFalse();
    assertThat(registered("'true'").isUnderLakeFormation()).isTrue();
    assertThat(registered("1").isUnderLakeFormation()).isTrue();
    assertThat(registered("{}").isUnderLakeFormation()).isTrue();
  }

  private static Table registered(String value) throws GlueEntryException {
    return read("{'Name': 't', 'IsRegisteredWithLakeFormation': " + value + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'TableType': 'EXTERNAL_TABLE'|StorageDescriptor is missing",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': null|StorageDescriptor is missing",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Location': 'x'}|has no Columns",
        "'StorageDescriptor': {'Columns': [], 'Location': 'x'}|TableType is missing",
        "'TableType': 'GOVERNED', 'StorageDescriptor': {'Columns': []}|GOVERNED is not known",
        "'TargetTable': {'DatabaseName': 'd', 'Name': 'n'}|It is a resource link to d.n",
        "'FederatedTable': {'Identifier': 'x'}|It is a federated table",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Columns': 7}|Columns is not a list",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Columns': [7]}|Entry 1 of Columns has no Name",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Columns': [{'Name': 'a'}]}|(a) has no Type",
        "'PartitionKeys': [{'Type': 'int'}]|Entry 1 of PartitionKeys has no Name",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Columns': [{'Name': 'a', 'Type': 'int'}]}|has no Location",
        "'StorageDescriptor': {'Columns': [{'Name': 'a', 'Type': 'int'}]}, 'PartitionKeys': [{'Name': 'A', 'Type': 'int'}]|are named a",
        "'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Columns': [], 'Location': 'bad'}|no such place",
        "'TableType': 'MANAGED_TABLE', 'StorageDescriptor': {'Columns': []}, 'Parameters': {'transactional': 'true'}|transactional",
      })
  void listsWhatItCannotUnderstandWithTheReason(String members, String problem)
      throws GlueEntryException {
    Table table = read("{'Name': 't', " + members + "}");

    assertThat(table.name().table()).isEqualTo("t");
    assertThat(table.problem())
        .hasValueSatisfying(text -> assertThat(text).containsIgnoringCase(problem));
  }

  @Test
  void keepsAColumnOfAnUnknownTypeWithoutBlamingTheTable() throws GlueEntryException {
    Table table =
        read(
            """
            {'Name': 't', 'TableType': 'EXTERNAL_TABLE', 'StorageDescriptor': {'Location': 'x',
              'Columns': [{'Name': 'a', 'Type': 'uniontype<int,string>'}]}}
            """);

    assertThat(table.problem()).isEmpty();
    assertThat(table.columns()).hasSize(1);
  }

  @Test
  void cannotListAnEntryWithoutAName() {
    assertThatThrownBy(() -> read("{'TableType': 'EXTERNAL_TABLE'}"))
        .isInstanceOf(GlueEntryException.class)
        .hasMessage("has no Name");
  }

  private static @Nullable ColumnMapping mapping(String descriptor, String parameters)
      throws GlueEntryException {
    return external(descriptor, parameters).storage().declaredMapping();
  }

  private static Table external(String descriptor, String parameters) throws GlueEntryException {
    return read(
        """
        {'Name': 't', 'TableType': 'EXTERNAL_TABLE', 'Parameters': {%s},
         'StorageDescriptor': {'Columns': [{'Name': 'a', 'Type': 'int'}], 'Location': 'x', %s}}
        """
            .formatted(parameters, descriptor));
  }

  private static Table read(String entry) throws GlueEntryException {
    return new GlueTables(GlueTablesTest::location).table("web", Json.of(entry));
  }

  private static String location(String location) {
    if (location.equals("bad")) {
      throw new IllegalArgumentException("There is no such place");
    }
    return location;
  }
}

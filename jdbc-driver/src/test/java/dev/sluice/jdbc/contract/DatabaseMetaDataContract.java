package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What metadata lists of the tables, and what it says of the driver. */
abstract class DatabaseMetaDataContract extends Contract {
  /** What a driver says it understands, and a query that shows it. */
  private static final String SUPPORTED =
      """
      supportsColumnAliasing                |SELECT i4 AS other FROM web.all_types
      supportsTableCorrelationNames         |SELECT o.i4 FROM web.all_types AS o
      supportsExpressionsInOrderBy          |SELECT i4 FROM web.all_types ORDER BY i4 + i8
      supportsOrderByUnrelated              |SELECT i4 FROM web.all_types ORDER BY i8
      supportsGroupBy                       |SELECT i4, count(*) FROM web.all_types GROUP BY i4
      supportsGroupByUnrelated              |SELECT count(*) FROM web.all_types GROUP BY i4
      supportsGroupByBeyondSelect           |SELECT i4, count(*) FROM web.all_types GROUP BY i4, i8
      supportsLikeEscapeClause              |SELECT s FROM web.all_types WHERE s LIKE 'a!%' ESCAPE '!'
      supportsOuterJoins                    |SELECT a.n FROM ads.bids a LEFT OUTER JOIN web.by_day b ON a.n = b.n
      supportsLimitedOuterJoins             |SELECT a.n FROM ads.bids a RIGHT OUTER JOIN web.by_day b ON a.n = b.n
      supportsFullOuterJoins                |SELECT a.n FROM ads.bids a FULL OUTER JOIN web.by_day b ON a.n = b.n
      supportsSubqueriesInComparisons       |SELECT n FROM ads.bids WHERE n = (SELECT max(n) FROM ads.bids)
      supportsSubqueriesInExists            |SELECT n FROM ads.bids WHERE EXISTS (SELECT n FROM web.by_day)
      supportsSubqueriesInIns               |SELECT n FROM ads.bids WHERE n IN (SELECT n FROM web.by_day)
      supportsSubqueriesInQuantifieds       |SELECT n FROM ads.bids WHERE n >= ALL (SELECT n FROM ads.bids)
      supportsCorrelatedSubqueries          |SELECT n FROM ads.bids a WHERE EXISTS (SELECT 1 FROM web.by_day b WHERE b.n = a.n)
      supportsUnion                         |SELECT n FROM ads.bids UNION SELECT n FROM web.by_day
      supportsUnionAll                      |SELECT n FROM ads.bids UNION ALL SELECT n FROM web.by_day
      supportsSelectForUpdate               |SELECT n FROM ads.bids FOR UPDATE
      supportsSchemasInDataManipulation     |SELECT n FROM ads.bids
      supportsConvert                       |SELECT {fn convert(n, VARCHAR)} FROM ads.bids
      """;

  final DatabaseMetaData metadata;

  DatabaseMetaDataContract(DriverUnderTest driver) throws SQLException {
    super(driver);
    this.metadata = connection.getMetaData();
  }

  static List<List<@Nullable String>> read(ResultSet rows, String... columns) throws SQLException {
    List<List<@Nullable String>> all = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (String column : columns) {
          row.add(rows.getString(column));
        }
        all.add(row);
      }
    }
    return all;
  }

  record Supported(String flag, String query) {
    @Override
    public String toString() {
      return flag;
    }
  }

  static Stream<Supported> supported() {
    return cells(SUPPORTED).map(line -> new Supported(line.get(0), line.get(1)));
  }

  private boolean flag(String name) throws ReflectiveOperationException {
    return (boolean)
        Objects.requireNonNull(DatabaseMetaData.class.getMethod(name).invoke(metadata));
  }

  private static boolean works(SqlCall call) {
    try {
      call.call();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private interface SqlCall {
    void call() throws SQLException;
  }

  @ParameterizedTest
  @MethodSource("supported")
  void whatIsSupportedIsUnderstood(Supported supported) throws ReflectiveOperationException {
    assertThat(works(() -> understand(supported.query))).isEqualTo(flag(supported.flag));
  }

  private void understand(String query) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(query)) {
      assertThat(prepared.getMetaData().getColumnCount()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE})
  void typesOfResultsThatAreSupportedAreGiven(int type) throws SQLException {
    assertThat(
            works(
                () -> {
                  try (Statement statement =
                      connection.createStatement(type, ResultSet.CONCUR_READ_ONLY)) {
                    if (statement.getResultSetType() != type) {
                      throw new SQLException("another type");
                    }
                  }
                }))
        .isEqualTo(metadata.supportsResultSetType(type));
    assertThat(metadata.supportsResultSetConcurrency(type, ResultSet.CONCUR_READ_ONLY))
        .isEqualTo(metadata.supportsResultSetType(type));
  }

  @Test
  void resultsToUpdateAreGivenWhereTheyAreSupported() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    }
    assertThat(
            works(
                () ->
                    connection
                        .createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE)
                        .close()))
        .isEqualTo(
            metadata.supportsResultSetConcurrency(
                ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE));
  }

  @Test
  void holdabilityIsThatOfItsStatements() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (driver.isSluice()) {
        // H2 tells another one than that of its connections.
        assertThat(metadata.getResultSetHoldability()).isEqualTo(connection.getHoldability());
      }
      assertThat(statement.getResultSetHoldability()).isEqualTo(connection.getHoldability());
      // Of H2 it says no.
      assertThat(metadata.supportsResultSetHoldability(connection.getHoldability()))
          .isEqualTo(driver.isSluice());
    }
  }

  @Test
  void batchesAreTakenWhereTheyAreSupported() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(works(() -> statement.addBatch("DELETE FROM ads.bids WHERE n > 100")))
          .isEqualTo(metadata.supportsBatchUpdates());
    }
  }

  @Test
  void savepointsAreSetWhereTheyAreSupported() throws SQLException {
    try (Connection other = driver.open()) {
      other.setAutoCommit(false);
      assertThat(works(other::setSavepoint)).isEqualTo(metadata.supportsSavepoints());
    }
  }

  @Test
  void generatedKeysAreReturnedWhereTheyAreSupported() throws SQLException {
    assertThat(
            works(
                () ->
                    connection
                        .prepareStatement("SELECT n FROM ads.bids", Statement.RETURN_GENERATED_KEYS)
                        .close()))
        .isEqualTo(metadata.supportsGetGeneratedKeys());
  }

  @Test
  void theUsualIsolationIsSupportedWhereThereAreTransactions() throws SQLException {
    int usual = metadata.getDefaultTransactionIsolation();
    assertThat(metadata.supportsTransactions()).isEqualTo(usual != Connection.TRANSACTION_NONE);
    assertThat(connection.getTransactionIsolation()).isEqualTo(usual);
    assertThat(metadata.supportsTransactionIsolationLevel(usual)).isTrue();
    assertThat(metadata.supportsTransactionIsolationLevel(99)).isFalse();
  }

  @Test
  void nullsAreSortedAsItSays() throws SQLException {
    assertThat(
            Stream.of(
                    metadata.nullsAreSortedAtEnd(),
                    metadata.nullsAreSortedAtStart(),
                    metadata.nullsAreSortedHigh(),
                    metadata.nullsAreSortedLow())
                .filter(sorted -> sorted))
        .hasSize(1);
    assertThat(metadata.nullsAreSortedAtEnd()).isTrue();
    for (String order : List.of("ASC", "DESC")) {
      try (Statement statement = connection.createStatement()) {
        String sql = "SELECT i4 FROM web.all_types ORDER BY i4 " + order;
        assertThat(strings(statement.executeQuery(sql), "i4")).containsExactly("70000", null);
      }
    }
  }

  @Test
  void nullPlusTextIsWhatItSays() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = first(statement, "CAST(NULL AS varchar) || 'a' AS x")) {
      assertThat(rows.getString(1) == null).isEqualTo(metadata.nullPlusNonNullIsNull());
    }
  }

  @Test
  void namesAreStoredAsItSays() throws SQLException {
    assertThat(metadata.storesLowerCaseIdentifiers()).isTrue();
    assertThat(metadata.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metadata.storesMixedCaseIdentifiers()).isFalse();
    assertThat(metadata.supportsMixedCaseIdentifiers()).isFalse();
    try (Statement statement = connection.createStatement()) {
      String quote = metadata.getIdentifierQuoteString();
      assertThat(quote).hasSize(1);
      String sql = "SELECT I4 AS x, %si4%s AS y FROM WEB.All_Types WHERE T".formatted(quote, quote);
      try (ResultSet rows = statement.executeQuery(sql)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt("x")).isEqualTo(rows.getInt("y")).isEqualTo(70_000);
      }
    }
  }

  @Test
  void saysWhoseItIs() throws SQLException {
    assertThat(metadata.getConnection()).isSameAs(connection);
    assertThat(metadata.getURL()).startsWith("jdbc:");
    assertThat(metadata.getDriverVersion())
        .startsWith(metadata.getDriverMajorVersion() + "." + metadata.getDriverMinorVersion());
    assertThat(metadata.getDatabaseProductVersion())
        .startsWith(metadata.getDatabaseMajorVersion() + "." + metadata.getDatabaseMinorVersion());
    assertThat(metadata.getJDBCMajorVersion()).isEqualTo(4);
    assertThat(metadata.getDatabaseProductName()).isNotBlank();
    assertThat(metadata.getDriverName()).isNotBlank();
    assertThat(metadata.getSQLStateType()).isEqualTo(DatabaseMetaData.sqlStateSQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getNumericFunctions",
        "getStringFunctions",
        "getSystemFunctions",
        "getTimeDateFunctions"
      })
  void functionsAreNamesBetweenCommas(String method) throws ReflectiveOperationException {
    String names =
        (String) Objects.requireNonNull(DatabaseMetaData.class.getMethod(method).invoke(metadata));
    assertThat(names.split(",", -1)).allMatch(name -> name.matches("[A-Z][A-Z0-9_]*"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {
        "web;%;web.all_types web.by_day web.byxday web.seen",
        "web;-;web.all_types web.by_day web.byxday web.seen",
        "web;by%;web.by_day web.byxday",
        "web;%day;web.by_day web.byxday",
        "web;by_day;web.by_day web.byxday",
        "web;by\\_day;web.by_day",
        "web;by\\_d_y;web.by_day",
        "web;______;web.by_day web.byxday",
        "web;seen;web.seen",
        "web;_een;web.seen",
        "web;nothing;''",
        "web;'';''",
        "'';%;''",
        "'';seen;''",
        "nothing;%;''",
        "nothing;seen;''",
        "w_b;seen;web.seen",
        "%;bids;ads.bids",
        "-;bids;ads.bids",
        "-;b%s;ads.bids",
        "a%;%;ads.bids",
        "w\\_b;seen;''",
        "we%;by%;web.by_day web.byxday",
      })
  void listsTablesByPatterns(@Nullable String schema, @Nullable String table, String names)
      throws SQLException {
    List<String> found =
        read(metadata.getTables(null, schema, table, null), "TABLE_SCHEM", "TABLE_NAME").stream()
            .map(row -> row.get(0) + "." + row.get(1))
            .filter(name -> !name.startsWith("information_schema."))
            .toList();
    // Tables come before views in both.
    assertThat(String.join(" ", found)).isEqualTo(names);
    List<String> ofColumns =
        read(metadata.getColumns(null, schema, table, null), "TABLE_SCHEM", "TABLE_NAME").stream()
            .map(row -> row.get(0) + "." + row.get(1))
            .filter(name -> !name.startsWith("information_schema."))
            .distinct()
            .toList();
    assertThat(String.join(" ", ofColumns)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {
        "web;web",
        "w%;web",
        "_eb;web",
        "nothing;''",
        "'';''",
        "a%;ads",
        "a_s;ads",
        "w\\_b;''",
      })
  void listsSchemasByPatterns(String pattern, String names) throws SQLException {
    assertThat(String.join(" ", strings(metadata.getSchemas(null, pattern), "TABLE_SCHEM")))
        .isEqualTo(names);
  }

  @Test
  void listsSchemasInOrder() throws SQLException {
    assertThat(strings(metadata.getSchemas(), "TABLE_SCHEM")).contains("ads", "web").isSorted();
    assertThat(strings(metadata.getSchemas(null, null), "TABLE_SCHEM"))
        .isEqualTo(strings(metadata.getSchemas(), "TABLE_SCHEM"));
  }

  @Test
  void anotherCatalogHasNothing() throws SQLException {
    assertThat(read(metadata.getTables("other", null, "%", null))).isEmpty();
    assertThat(read(metadata.getColumns("other", null, "%", "%"))).isEmpty();
    assertThat(read(metadata.getSchemas("other", null))).isEmpty();
    if (driver.isSluice()) {
      // H2 takes it for any.
      assertThat(read(metadata.getTables("", null, "%", null))).isEmpty();
    }
  }

  @Test
  void itsOwnCatalogHasTheTables() throws SQLException {
    String catalog = connection.getCatalog();
    assertThat(strings(metadata.getCatalogs(), "TABLE_CAT")).containsExactly(catalog);
    assertThat(read(metadata.getTables(catalog, "ads", "%", null), "TABLE_CAT", "TABLE_NAME"))
        .containsExactly(Arrays.asList(catalog, "bids"));
    assertThat(read(metadata.getSchemas(catalog, "ads"), "TABLE_CATALOG"))
        .containsExactly(Arrays.asList(catalog));
  }

  @Test
  void listsTablesByTheirType() throws SQLException {
    assertThat(strings(metadata.getTables(null, "web", "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .containsExactly("seen");
    assertThat(strings(metadata.getTables(null, "web", "%", new String[] {"NONE"}), "TABLE_NAME"))
        .isEmpty();
    assertThat(strings(metadata.getTableTypes(), "TABLE_TYPE")).contains("VIEW").isSorted();
    List<@Nullable String> types = strings(metadata.getTableTypes(), "TABLE_TYPE");
    assertThat(types)
        .containsAll(strings(metadata.getTables(null, "web", "%", null), "TABLE_TYPE"));
  }

  @Test
  void tablesAreOrderedByTypeAndName() throws SQLException {
    List<List<@Nullable String>> tables =
        read(metadata.getTables(null, "%", "%", null), "TABLE_TYPE", "TABLE_SCHEM", "TABLE_NAME");
    assertThat(tables)
        .isSortedAccordingTo(Comparator.comparing((List<@Nullable String> row) -> "" + row));
  }

  @Test
  void columnsAreOrderedByTableAndPlace() throws SQLException {
    List<String> columns =
        read(metadata.getColumns(null, "web", "by%", "%"), "TABLE_NAME", "ORDINAL_POSITION")
            .stream()
            .map(row -> String.join(".", row))
            .toList();
    assertThat(columns).containsExactly("by_day.1", "by_day.2", "byxday.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "i_;i1 i2 i4 i8",
        "i%;i1 i2 i4 i8",
        "i4;i4",
        "i\\_;''",
        "%4;i4 f4",
        "nothing;''",
        "'';''",
      })
  void listsColumnsByPatterns(String pattern, String names) throws SQLException {
    assertThat(
            String.join(
                " ",
                strings(metadata.getColumns(null, "web", "all\\_types", pattern), "COLUMN_NAME")))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {
        "t;16;1",
        "i1;-6;2",
        "i2;5;3",
        "i4;4;4",
        "i8;-5;5",
        "f4;7;6",
        "f8;8;7",
        "d;3;8",
        "s;12;9",
        "vc;12;10",
        "c;1;11",
        "b;-3;12",
        "day;91;13",
        "at;93;14",
      })
  void tellsColumnsTypes(String column, int type, int place) throws SQLException {
    try (ResultSet rows = metadata.getColumns(null, "web", "all\\_types", column)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("DATA_TYPE")).isEqualTo(type == 8 ? rows.getInt(5) : type);
      assertThat(rows.getInt("ORDINAL_POSITION")).isEqualTo(place);
      assertThat(rows.getInt("NULLABLE")).isEqualTo(DatabaseMetaData.columnNullable);
      assertThat(rows.getString("IS_NULLABLE")).isEqualTo("YES");
      assertThat(rows.getString("TYPE_NAME")).isNotBlank();
      assertThat(rows.getString("COLUMN_NAME")).isEqualTo(column);
      assertThat(rows.getString("IS_AUTOINCREMENT")).isEqualTo("NO");
      assertThat(rows.getString("IS_GENERATEDCOLUMN")).isEqualTo("NO");
      assertThat(rows.getString("COLUMN_DEF")).isNull();
      assertThat(rows.next()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = ';',
      value = {"d;12;2;10", "vc;10;-;-", "c;4;-;-", "day;10;-;-", "at;23;3;-"})
  void tellsColumnsSizes(String column, int size, @Nullable String digits, @Nullable String radix)
      throws SQLException {
    try (ResultSet rows = metadata.getColumns(null, "web", "all\\_types", column)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("COLUMN_SIZE")).isEqualTo(size);
      if (digits != null) {
        assertThat(rows.getString("DECIMAL_DIGITS")).isEqualTo(digits);
      }
      assertThat(rows.getString("NUM_PREC_RADIX")).isEqualTo(radix);
    }
  }

  @Test
  void typesAreOrderedByTheirNumber() throws SQLException {
    List<Integer> types =
        strings(metadata.getTypeInfo(), "DATA_TYPE").stream()
            .map(type -> Integer.valueOf("" + type))
            .toList();
    assertThat(types).isSorted().contains(-5, 4, 12, 91, 93);
  }

  @Test
  void typesOfColumnsAreAmongThoseListed() throws SQLException {
    List<@Nullable String> types = strings(metadata.getTypeInfo(), "DATA_TYPE");
    // H2 lists NUMERIC and has columns of DECIMAL.
    String columns = driver.isSluice() ? "%" : "i%";
    assertThat(types)
        .containsAll(strings(metadata.getColumns(null, "web", "%", columns), "DATA_TYPE"));
  }

  @Test
  void tablesWithoutKeysAndIndexesHaveNone() throws SQLException {
    assertThat(read(metadata.getPrimaryKeys(null, "web", "all_types"))).isEmpty();
    assertThat(read(metadata.getImportedKeys(null, "web", "all_types"))).isEmpty();
    assertThat(read(metadata.getExportedKeys(null, "web", "all_types"))).isEmpty();
    assertThat(read(metadata.getCrossReference(null, "web", "by_day", null, "web", "seen")))
        .isEmpty();
    assertThat(read(metadata.getIndexInfo(null, "web", "all_types", false, true))).isEmpty();
    assertThat(read(metadata.getBestRowIdentifier(null, "web", "all_types", 0, true))).isEmpty();
    assertThat(read(metadata.getVersionColumns(null, "web", "all_types"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getMaxBinaryLiteralLength",
        "getMaxCharLiteralLength",
        "getMaxColumnNameLength",
        "getMaxColumnsInGroupBy",
        "getMaxColumnsInOrderBy",
        "getMaxColumnsInSelect",
        "getMaxColumnsInTable",
        "getMaxConnections",
        "getMaxStatementLength",
        "getMaxStatements",
        "getMaxTableNameLength",
        "getMaxTablesInSelect",
        "getMaxRowSize"
      })
  void limitsAreNotNegative(String method) throws ReflectiveOperationException {
    assertThat(
            (int) Objects.requireNonNull(DatabaseMetaData.class.getMethod(method).invoke(metadata)))
        .isNotNegative();
  }
}

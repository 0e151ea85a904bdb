package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries with parameters: each way to give a value, and what comes back of it. */
abstract class PreparedStatementContract extends Contract {
  private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);
  private static final LocalDateTime AT = LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000);
  private static final String TWO = "SELECT n FROM ads.bids WHERE n >= ? AND n < ? ORDER BY n";

  PreparedStatementContract(DriverUnderTest driver) throws SQLException {
    super(driver);
  }

  /** Gives a value. */
  interface Setter {
    void set(PreparedStatement query) throws SQLException;
  }

  /**
   * @param type as which the query takes the value
   * @param value that comes back, as text
   */
  record Given(String name, String type, Setter setter, String value) {
    @Override
    public String toString() {
      return name + " as " + type + ": " + value;
    }
  }

  private static Given given(String name, String type, Setter setter, String value) {
    return new Given(name, type, setter, value);
  }

  private static Given object(Object given, String type, String value) {
    return given(
        "setObject of " + given.getClass().getSimpleName(),
        type,
        query -> query.setObject(1, given),
        value);
  }

  private static Given object(Object given, JDBCType target, String type, String value) {
    return given(
        "setObject of " + given.getClass().getSimpleName() + " as " + target,
        type,
        query -> query.setObject(1, given, target),
        value);
  }

  static Stream<Given> setters() {
    return Stream.of(
        given("setBoolean", "boolean", query -> query.setBoolean(1, true), "true"),
        given("setBoolean", "boolean", query -> query.setBoolean(1, false), "false"),
        given("setByte", "tinyint", query -> query.setByte(1, (byte) -7), "-7"),
        given("setByte", "integer", query -> query.setByte(1, (byte) 7), "7"),
        given("setShort", "smallint", query -> query.setShort(1, (short) 300), "300"),
        given("setInt", "integer", query -> query.setInt(1, 70_000), "70000"),
        given("setInt", "integer", query -> query.setInt(1, Integer.MIN_VALUE), "-2147483648"),
        given("setInt", "bigint", query -> query.setInt(1, 7), "7"),
        given("setLong", "bigint", query -> query.setLong(1, Long.MIN_VALUE), "" + Long.MIN_VALUE),
        given("setLong", "bigint", query -> query.setLong(1, Long.MAX_VALUE), "" + Long.MAX_VALUE),
        given("setFloat", "real", query -> query.setFloat(1, 1.5f), "1.5"),
        given("setDouble", "double", query -> query.setDouble(1, -2.25), "-2.25"),
        given("setDouble", "double", query -> query.setDouble(1, 1e300), "1.0E300"),
        given(
            "setBigDecimal",
            "decimal(12,2)",
            query -> query.setBigDecimal(1, new BigDecimal("12.5")),
            "12.50"),
        given(
            "setBigDecimal",
            "decimal(38,0)",
            query -> query.setBigDecimal(1, new BigDecimal("9".repeat(37))),
            "9".repeat(37)),
        given("setString", "varchar", query -> query.setString(1, "text"), "text"),
        given("setString", "varchar", query -> query.setString(1, ""), ""),
        given("setString", "varchar", query -> query.setString(1, "it's"), "it's"),
        given("setString", "varchar", query -> query.setString(1, "a\\b%_"), "a\\b%_"),
        given("setString", "varchar", query -> query.setString(1, "{d ?}"), "{d ?}"),
        given("setString", "varchar", query -> query.setString(1, "-- no\n"), "-- no\n"),
        given("setString", "varchar", query -> query.setString(1, "é€😀"), "é€😀"),
        given("setNString", "varchar", query -> query.setNString(1, "é"), "é"),
        given("setString", "integer", query -> query.setString(1, "42"), "42"),
        given("setBytes", "varbinary", query -> query.setBytes(1, BYTES), "6279746573"),
        given("setBytes", "varbinary", query -> query.setBytes(1, new byte[0]), ""),
        given(
            "setDate", "date", query -> query.setDate(1, Date.valueOf("2019-03-27")), "2019-03-27"),
        given(
            "setDate", "date", query -> query.setDate(1, Date.valueOf("1600-02-29")), "1600-02-29"),
        given(
            "setDate with a calendar",
            "date",
            query -> query.setDate(1, new Date(0), tokyo()),
            "1970-01-01"),
        given(
            "setTimestamp",
            "timestamp(3)",
            query -> query.setTimestamp(1, Timestamp.valueOf(AT)),
            "2019-03-27 16:00:00.005"),
        given(
            "setTimestamp with a calendar",
            "timestamp(3)",
            query -> query.setTimestamp(1, new Timestamp(5), tokyo()),
            "1970-01-01 09:00:00.005"),
        given(
            "setCharacterStream",
            "varchar",
            query -> query.setCharacterStream(1, new StringReader("read")),
            "read"),
        given(
            "setCharacterStream of a length",
            "varchar",
            query -> query.setCharacterStream(1, new StringReader("read"), 4),
            "read"),
        given(
            "setCharacterStream of a long length",
            "varchar",
            query -> query.setCharacterStream(1, new StringReader("read"), 4L),
            "read"),
        given(
            "setNCharacterStream",
            "varchar",
            query -> query.setNCharacterStream(1, new StringReader("read")),
            "read"),
        given(
            "setAsciiStream",
            "varchar",
            query -> query.setAsciiStream(1, new ByteArrayInputStream(BYTES)),
            "bytes"),
        given(
            "setBinaryStream",
            "varbinary",
            query -> query.setBinaryStream(1, new ByteArrayInputStream(BYTES)),
            "6279746573"),
        given(
            "setBinaryStream of a length",
            "varbinary",
            query -> query.setBinaryStream(1, new ByteArrayInputStream(BYTES), BYTES.length),
            "6279746573"),
        given(
            "setClob of a reader",
            "varchar",
            query -> query.setClob(1, new StringReader("c")),
            "c"),
        given(
            "setNClob of a reader",
            "varchar",
            query -> query.setNClob(1, new StringReader("c")),
            "c"),
        given(
            "setBlob of a stream",
            "varbinary",
            query -> query.setBlob(1, new ByteArrayInputStream(BYTES)),
            "6279746573"),
        object(true, "boolean", "true"),
        object((byte) 7, "tinyint", "7"),
        object((short) 300, "smallint", "300"),
        object(70_000, "integer", "70000"),
        object(5_000_000_000L, "bigint", "5000000000"),
        object(1.5f, "real", "1.5"),
        object(2.25, "double", "2.25"),
        object(new BigDecimal("12.50"), "decimal(12,2)", "12.50"),
        object("text", "varchar", "text"),
        object(BYTES, "varbinary", "6279746573"),
        object(Date.valueOf("2019-03-27"), "date", "2019-03-27"),
        object(Timestamp.valueOf(AT), "timestamp(3)", "2019-03-27 16:00:00.005"),
        object(AT.toLocalDate(), "date", "2019-03-27"),
        object(AT, "timestamp(3)", "2019-03-27 16:00:00.005"),
        object(7, JDBCType.BIGINT, "bigint", "7"),
        object(7, JDBCType.INTEGER, "integer", "7"),
        object(7L, JDBCType.SMALLINT, "smallint", "7"),
        object(7, JDBCType.VARCHAR, "varchar", "7"),
        object(7, JDBCType.DOUBLE, "double", "7.0"),
        object(7, JDBCType.DECIMAL, "decimal(12,2)", "7.00"),
        object("7", JDBCType.INTEGER, "integer", "7"),
        object("7.5", JDBCType.DOUBLE, "double", "7.5"),
        object("7.5", JDBCType.NUMERIC, "decimal(12,2)", "7.50"),
        object("true", JDBCType.BOOLEAN, "boolean", "true"),
        object(1, JDBCType.BOOLEAN, "boolean", "true"),
        object("2019-03-27", JDBCType.DATE, "date", "2019-03-27"),
        object(AT.toLocalDate(), JDBCType.DATE, "date", "2019-03-27"),
        object(Date.valueOf("2019-03-27"), JDBCType.DATE, "date", "2019-03-27"),
        object(AT, JDBCType.TIMESTAMP, "timestamp(3)", "2019-03-27 16:00:00.005"),
        object(Timestamp.valueOf(AT), JDBCType.DATE, "date", "2019-03-27"),
        object(
            "2019-03-27 16:00:00.005",
            JDBCType.TIMESTAMP,
            "timestamp(3)",
            "2019-03-27 16:00:00.005"),
        object(BYTES, JDBCType.VARBINARY, "varbinary", "6279746573"),
        given(
            "setObject as a number of Types",
            "integer",
            query -> query.setObject(1, "7", Types.INTEGER),
            "7"),
        given(
            "setObject with a scale",
            "decimal(12,2)",
            query -> query.setObject(1, new BigDecimal("1.25"), Types.DECIMAL, 2),
            "1.25"));
  }

  private static Calendar tokyo() {
    return Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
  }

  @ParameterizedTest
  @MethodSource("setters")
  void valuesComeBackAsTheyWereGiven(Given given) throws SQLException, IOException {
    try (PreparedStatement query = echo(given.type)) {
      given.setter.set(query);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(Getter.shown(rows.getObject(1))).isEqualTo(given.value);
      }
    }
  }

  private PreparedStatement echo(String type) throws SQLException {
    return connection.prepareStatement(
        "SELECT CAST(? AS %s) AS x FROM web.all_types WHERE t".formatted(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "boolean;16",
        "tinyint;-6",
        "smallint;5",
        "integer;4",
        "bigint;-5",
        "real;7",
        "double;8",
        "decimal(12,2);3",
        "varchar;12",
        "varbinary;-3",
        "date;91",
        "timestamp(3);93",
      })
  void nullsComeBackAsNulls(String type, int code) throws SQLException {
    try (PreparedStatement query = echo(type)) {
      query.setNull(1, code);
      assertNull(query);
      query.setNull(1, code, type);
      assertNull(query);
      query.setObject(1, null);
      assertNull(query);
      query.setObject(1, null, code);
      assertNull(query);
      assertThat(query.getMetaData().getColumnType(1)).isEqualTo(code);
    }
  }

  private static void assertNull(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1)).isNull();
      assertThat(rows.wasNull()).isTrue();
    }
  }

  static Stream<Given> nulls() {
    return Stream.of(
        given("setString", "varchar", query -> query.setString(1, null), ""),
        given("setNString", "varchar", query -> query.setNString(1, null), ""),
        given("setBigDecimal", "decimal(12,2)", query -> query.setBigDecimal(1, null), ""),
        given("setBytes", "varbinary", query -> query.setBytes(1, null), ""),
        given("setDate", "date", query -> query.setDate(1, null), ""),
        given("setDate with a calendar", "date", query -> query.setDate(1, null, tokyo()), ""),
        given("setTimestamp", "timestamp(3)", query -> query.setTimestamp(1, null), ""));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsGivenByEachSetter(Given given) throws SQLException {
    try (PreparedStatement query = echo(given.type)) {
      given.setter.set(query);
      assertNull(query);
    }
  }

  @Test
  void valuesStayUntilTheyAreGivenAnew() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TWO)) {
      query.setInt(1, 1);
      query.setInt(2, 3);
      assertThat(strings(query.executeQuery(), "n")).containsExactly("1", "2");
      assertThat(strings(query.executeQuery(), "n")).containsExactly("1", "2");
      query.setInt(1, 2);
      assertThat(strings(query.executeQuery(), "n")).containsExactly("2");
      query.setInt(2, 100);
      assertThat(query.execute()).isTrue();
      assertThat(strings(query.getResultSet(), "n")).containsExactly("2", "3");
    }
  }

  @Test
  void aValueThatIsMissingIsRefused() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TWO)) {
      assertRefused(query::executeQuery);
      query.setInt(1, 1);
      assertRefused(query::executeQuery);
      query.setInt(2, 3);
      assertThat(strings(query.executeQuery(), "n")).hasSize(2);
      query.clearParameters();
      assertRefused(query::executeQuery);
      assertRefused(query::execute);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3, 100})
  void aParameterThatIsNotThereIsRefused(int parameter) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TWO)) {
      query.setInt(1, 1);
      query.setInt(2, 3);
      assertRefused(() -> query.setInt(parameter, 1));
      assertRefused(() -> query.setString(parameter, "1"));
      assertRefused(() -> query.setNull(parameter, Types.INTEGER));
      assertRefused(() -> query.setObject(parameter, 1));
      assertThat(strings(query.executeQuery(), "n")).containsExactly("1", "2");
    }
  }

  @Test
  void aQueryWithoutParametersTakesNone() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT n FROM ads.bids")) {
      assertThat(query.getParameterMetaData().getParameterCount()).isZero();
      assertRefused(() -> query.setInt(1, 1));
      assertThat(strings(query.executeQuery(), "n")).hasSize(3);
    }
  }

  @Test
  void columnsAreKnownBeforeItIsExecuted() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TWO)) {
      assertThat(query.getMetaData().getColumnCount()).isEqualTo(1);
      assertThat(query.getMetaData().getColumnLabel(1)).isEqualTo("n");
      assertThat(query.getMetaData().getColumnType(1)).isEqualTo(Types.INTEGER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "i1, -6, java.lang.Integer",
    "i4, 4, java.lang.Integer",
    "i8, -5, java.lang.Long",
    "f8, 8, java.lang.Double",
    "s, 12, java.lang.String",
    "day, 91, java.sql.Date",
    "t, 16, java.lang.Boolean",
  })
  void parametersAreOfTheTypeOfWhatTheyAreComparedWith(String column, int type, String className)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT i4 FROM web.all_types WHERE %s = ?".formatted(column))) {
      ParameterMetaData parameters = query.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(1);
      assertThat(parameters.getParameterType(1)).isEqualTo(type);
      assertThat(parameters.getParameterClassName(1)).isEqualTo(className);
      assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
      assertThat(parameters.isNullable(1)).isNotEqualTo(ParameterMetaData.parameterNoNulls);
      assertThat(parameters.getParameterTypeName(1)).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3})
  void parametersOutOfRangeAreRefused(int parameter) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TWO)) {
      ParameterMetaData parameters = query.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(2);
      assertRefused(() -> parameters.getParameterType(parameter));
      assertRefused(() -> parameters.getParameterMode(parameter));
      assertRefused(() -> parameters.getParameterClassName(parameter));
      assertRefused(() -> parameters.isNullable(parameter));
      assertRefused(() -> parameters.getPrecision(parameter));
      assertRefused(() -> parameters.getScale(parameter));
      assertRefused(() -> parameters.isSigned(parameter));
    }
  }

  @Test
  void questionMarksInTextsAndCommentsAreNoParameters() throws SQLException {
    String sql = "SELECT '?' AS x /* ? */ FROM ads.bids WHERE n = ? -- ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      assertThat(query.getParameterMetaData().getParameterCount()).isEqualTo(1);
      query.setInt(1, 2);
      assertThat(strings(query.executeQuery(), "x")).containsExactly("?");
    }
  }

  Stream<NamedCall<PreparedStatement>> othersQueries() {
    String sql = "SELECT n FROM ads.bids";
    return NamedCall.<PreparedStatement>all(
            "executeQuery execute executeUpdate executeLargeUpdate addBatch",
            query -> query.executeQuery(sql),
            query -> query.execute(sql),
            query -> query.executeUpdate(sql),
            query -> query.executeLargeUpdate(sql),
            query -> query.addBatch(sql))
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("othersQueries")
  void itHasItsQueryAndTakesNoOther(NamedCall<PreparedStatement> call) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT n FROM ads.bids")) {
      assertRefused(() -> call.call().on(query));
    }
  }

  @Test
  void aQueryIsNotExecutedAsAnUpdate() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT n FROM ads.bids")) {
      assertRefused(query::executeUpdate);
      assertRefused(query::executeLargeUpdate);
    }
  }

  @Test
  void anotherExecutionClosesTheResultBefore() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT n FROM ads.bids")) {
      ResultSet before = query.executeQuery();
      assertThat(query.getResultSet()).isSameAs(before);
      query.executeQuery();
      assertThat(before.isClosed()).isTrue();
    }
  }

  Stream<NamedCall<PreparedStatement>> calls() {
    return NamedCall.<PreparedStatement>all(
            """
        executeQuery execute executeUpdate getMetaData getParameterMetaData clearParameters
        setInt setString setNull setObject setDate setBytes addBatch
        """,
            PreparedStatement::executeQuery,
            PreparedStatement::execute,
            PreparedStatement::executeUpdate,
            PreparedStatement::getMetaData,
            PreparedStatement::getParameterMetaData,
            PreparedStatement::clearParameters,
            query -> query.setInt(1, 1),
            query -> query.setString(1, "1"),
            query -> query.setNull(1, Types.INTEGER),
            query -> query.setObject(1, 1),
            query -> query.setDate(1, Date.valueOf(LocalDate.EPOCH)),
            query -> query.setBytes(1, BYTES),
            PreparedStatement::addBatch)
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void saysNothingOnceItIsClosed(NamedCall<PreparedStatement> call) throws SQLException {
    PreparedStatement query = connection.prepareStatement("SELECT n FROM ads.bids WHERE n = ?");
    query.close();
    assertThat(query.isClosed()).isTrue();
    assertRefused(() -> call.call().on(query));
  }
}

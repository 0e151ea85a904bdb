package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that is read once and forward. */
abstract class CursorContract extends Contract {
  private static final String NUMBERS = "SELECT n, n * 10 AS n, 'x' AS s FROM ads.bids ORDER BY 1";

  private final Statement statement;
  private ResultSet rows;

  CursorContract(DriverUnderTest driver) throws SQLException {
    super(driver);
    this.statement = connection.createStatement();
    this.rows = statement.executeQuery(NUMBERS);
  }

  @BeforeEach
  void execute() throws SQLException {
    rows = statement.executeQuery(NUMBERS);
  }

  @AfterEach
  void closeRows() throws SQLException {
    rows.close();
  }

  @Test
  void givesEachRowOnce() throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    while (rows.next()) {
      numbers.add(rows.getInt(1));
    }
    assertThat(numbers).containsExactly(1, 2, 3);
    assertThat(rows.next()).isFalse();
    assertThat(rows.next()).isFalse();
  }

  @Test
  void countsItsRows() throws SQLException {
    assertThat(rows.getRow()).isZero();
    for (int row = 1; row <= 3; row++) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getRow()).isEqualTo(row);
    }
    assertThat(rows.next()).isFalse();
    assertThat(rows.getRow()).isZero();
  }

  @Test
  void hasNoValuesBeforeTheFirstRowAndBehindTheLast() throws SQLException {
    assertRefused(() -> rows.getInt(1));
    assertRefused(() -> rows.getObject("n"));
    while (rows.next()) {
      assertThat(rows.getInt(1)).isPositive();
    }
    assertRefused(() -> rows.getInt(1));
    assertRefused(() -> rows.getObject("n"));
  }

  @Test
  void mayBeEmpty() throws SQLException {
    try (Statement other = connection.createStatement();
        ResultSet none = other.executeQuery("SELECT n FROM ads.bids WHERE n > 100")) {
      assertThat(none.getMetaData().getColumnCount()).isEqualTo(1);
      assertThat(none.next()).isFalse();
      assertThat(none.getRow()).isZero();
      assertRefused(() -> none.getInt(1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void columnsOutOfRangeAreRefused(int column) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> rows.getInt(column));
    assertRefused(() -> rows.getString(column));
    assertRefused(() -> rows.getObject(column));
    assertRefused(() -> rows.getObject(column, String.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "", "n ", "ads.bids.n", "1"})
  void columnsThatAreNotThereAreRefused(String label) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> rows.findColumn(label));
    assertRefused(() -> rows.getInt(label));
    assertRefused(() -> rows.getObject(label));
  }

  @Test
  @SuppressWarnings("NullAway") // What callers do all the same.
  void aLabelThatIsNullIsRefused() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> rows.findColumn(null));
    assertRefused(() -> rows.getInt((String) null));
  }

  @Test
  void labelsAreFoundInAnyCaseAndTheFirstOfEach() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.findColumn("n")).isEqualTo(1);
    assertThat(rows.findColumn("N")).isEqualTo(1);
    assertThat(rows.findColumn("S")).isEqualTo(3);
    assertThat(rows.getInt("N")).isEqualTo(1);
    assertThat(rows.getInt(2)).isEqualTo(10);
  }

  @Test
  void valuesAreReadAgainAndInAnyOrder() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.getString(3)).isEqualTo("x");
    assertThat(rows.getInt(1)).isEqualTo(1);
    assertThat(rows.getString(1)).isEqualTo("1");
    assertThat(rows.getInt(1)).isEqualTo(1);
  }

  @Test
  @SuppressWarnings("deprecation") // It is there still.
  void decimalsAreRoundedWhereThatIsAskedFor() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.getBigDecimal(1, 2)).isEqualTo(new BigDecimal("1.00"));
    assertThat(rows.getBigDecimal("n", 0)).isEqualTo(new BigDecimal("1"));
  }

  @Test
  @SuppressWarnings("NullAway") // What callers do all the same.
  void aClassThatIsNullOrUnknownIsRefused() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> rows.getObject(1, (Class<String>) null));
    assertRefused(() -> rows.getObject(1, Thread.class));
    assertRefused(() -> rows.getObject("n", Thread.class));
  }

  @Test
  void tellsWhatItIs() throws SQLException {
    assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(rows.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    assertThat(rows.getHoldability()).isEqualTo(connection.getHoldability());
    assertThat(rows.getStatement()).isSameAs(statement);
    assertThat((Object) rows.getWarnings()).isNull();
    rows.clearWarnings();
    assertThat((Object) rows.getWarnings()).isNull();
  }

  @Test
  void unwrapsToItself() throws SQLException {
    assertThat(rows.isWrapperFor(ResultSet.class)).isTrue();
    assertThat(rows.isWrapperFor(String.class)).isFalse();
    assertThat(rows.unwrap(ResultSet.class)).isSameAs(rows);
    assertRefused(() -> rows.unwrap(String.class));
  }

  @Test
  void aFetchSizeIsNotNegative() throws SQLException {
    rows.setFetchSize(10);
    assertRefused(() -> rows.setFetchSize(-1));
    if (driver.isSluice()) {
      // A hint: H2 does not keep it.
      assertThat(rows.getFetchSize()).isEqualTo(10);
    }
    rows.setFetchSize(0);
  }

  Stream<NamedCall<ResultSet>> moves() {
    return NamedCall.<ResultSet>all(
            "previous first ~last ~absolute relative beforeFirst ~afterLast",
            ResultSet::previous,
            ResultSet::first,
            ResultSet::last,
            rows -> rows.absolute(1),
            rows -> rows.relative(-1),
            ResultSet::beforeFirst,
            ResultSet::afterLast)
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("moves")
  void goesForwardAlone(NamedCall<ResultSet> move) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> move.call().on(rows));
    assertThat(rows.getInt(1)).isEqualTo(1);
    assertThat(rows.next()).isTrue();
    assertThat(rows.getInt(1)).isEqualTo(2);
  }

  Stream<NamedCall<ResultSet>> changes() {
    return NamedCall.<ResultSet>all(
            """
        updateNull updateBoolean updateByte updateShort updateInt updateLong updateFloat
        updateDouble updateBigDecimal updateString updateBytes updateObject updateLabel
        insertRow updateRow deleteRow moveToInsertRow
        """,
            rows -> rows.updateNull(1),
            rows -> rows.updateBoolean(1, true),
            rows -> rows.updateByte(1, (byte) 1),
            rows -> rows.updateShort(1, (short) 1),
            rows -> rows.updateInt(1, 1),
            rows -> rows.updateLong(1, 1),
            rows -> rows.updateFloat(1, 1),
            rows -> rows.updateDouble(1, 1),
            rows -> rows.updateBigDecimal(1, BigDecimal.ONE),
            rows -> rows.updateString(1, "1"),
            rows -> rows.updateBytes(1, new byte[0]),
            rows -> rows.updateObject(1, 1),
            rows -> rows.updateInt("n", 1),
            ResultSet::insertRow,
            ResultSet::updateRow,
            ResultSet::deleteRow,
            ResultSet::moveToInsertRow)
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isNotChanged(NamedCall<ResultSet> change) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertRefused(() -> change.call().on(rows));
    assertThat(rows.getInt(1)).isEqualTo(1);
  }

  Stream<NamedCall<ResultSet>> calls() {
    return NamedCall.<ResultSet>all(
            """
        next getInt getIntOfLabel getString getObject getDate getTimestamp getBytes
        getBigDecimal wasNull findColumn getMetaData getRow getStatement getType
        getConcurrency getHoldability getFetchDirection getFetchSize setFetchSize getWarnings
        clearWarnings isFirst isAfterLast
        """,
            ResultSet::next,
            rows -> rows.getInt(1),
            rows -> rows.getInt("n"),
            rows -> rows.getString(1),
            rows -> rows.getObject(1),
            rows -> rows.getDate(1),
            rows -> rows.getTimestamp(1),
            rows -> rows.getBytes(1),
            rows -> rows.getBigDecimal(1),
            ResultSet::wasNull,
            rows -> rows.findColumn("n"),
            ResultSet::getMetaData,
            ResultSet::getRow,
            ResultSet::getStatement,
            ResultSet::getType,
            ResultSet::getConcurrency,
            ResultSet::getHoldability,
            ResultSet::getFetchDirection,
            ResultSet::getFetchSize,
            rows -> rows.setFetchSize(1),
            ResultSet::getWarnings,
            ResultSet::clearWarnings,
            ResultSet::isFirst,
            ResultSet::isAfterLast)
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void saysNothingOnceItIsClosed(NamedCall<ResultSet> call) throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.isClosed()).isFalse();
    rows.close();
    assertThat(rows.isClosed()).isTrue();
    rows.close();
    assertRefused(() -> call.call().on(rows));
  }
}

package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Executing queries, and what of a statement is set and told. */
abstract class StatementContract extends Contract {
  private static final String NUMBERS = "SELECT n FROM ads.bids ORDER BY n";

  private Statement statement;

  StatementContract(DriverUnderTest driver) throws SQLException {
    super(driver);
    this.statement = connection.createStatement();
  }

  @BeforeEach
  void create() throws SQLException {
    statement = connection.createStatement();
  }

  @AfterEach
  void closeStatement() throws SQLException {
    statement.close();
  }

  @Test
  void hasNoResultBeforeItIsExecuted() throws SQLException {
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void executingAQueryGivesOneResult() throws SQLException {
    assertThat(statement.execute(NUMBERS)).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(strings(statement.getResultSet(), "n")).containsExactly("1", "2", "3");
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
  }

  @Test
  void theResultOfAQueryIsTheStatements() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(statement.getResultSet()).isSameAs(rows);
    assertThat(rows.getStatement()).isSameAs(statement);
  }

  @Test
  void anotherExecutionClosesTheResultBefore() throws SQLException {
    ResultSet before = statement.executeQuery(NUMBERS);
    assertThat(before.next()).isTrue();
    ResultSet after = statement.executeQuery(NUMBERS);
    assertThat(before.isClosed()).isTrue();
    assertRefused(before::next);
    assertThat(strings(after, "n")).containsExactly("1", "2", "3");
  }

  @Test
  void moreResultsCloseTheOneThatIsThere() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(rows.isClosed()).isTrue();
    assertThat(statement.getResultSet()).isNull();
  }

  @Test
  void moreResultsCloseTheOneThatIsThereWhereThatIsSaid() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT)).isFalse();
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void oneThatFailsCanBeUsedAgain() throws SQLException {
    assertRefused(() -> statement.executeQuery("SELECT nothing FROM ads.bids"));
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(3);
  }

  @Test
  void severalOfAConnectionAreReadSideBySide() throws SQLException {
    try (Statement other = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(NUMBERS);
      ResultSet others = other.executeQuery(NUMBERS);
      for (int i = 1; i <= 3; i++) {
        assertThat(rows.next()).isTrue();
        assertThat(others.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(others.getInt(1)).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT n FROM ads.bids",
        "SELECT 1 FROM ads.bids UNION SELECT 2 FROM ads.bids",
        "WITH a AS (SELECT n FROM ads.bids) SELECT n FROM a",
      })
  void queriesAreNotExecutedAsUpdates(String query) {
    assertRefused(() -> statement.executeUpdate(query));
    assertRefused(() -> statement.executeLargeUpdate(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM ads.bids WHERE n > 100",
        "UPDATE ads.bids SET n = 1 WHERE n > 100",
        "INSERT INTO ads.bids SELECT n FROM ads.bids WHERE n > 100",
        "CREATE TABLE ads.more (n integer)",
      })
  void updatesAreNotExecutedAsQueries(String update) throws SQLException {
    assertRefused(() -> statement.executeQuery(update));
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELEC n FROM ads.bids",
        "SELECT n FROM",
        "SELECT n FROM ads.nothing",
        "SELECT nothing FROM ads.bids",
        "SELECT n FROM nothing.bids",
        "SELECT nothing(n) FROM ads.bids",
        "SELECT 'n FROM ads.bids",
        "",
      })
  void whatIsNoQueryIsRefused(String sql) {
    assertRefused(() -> statement.executeQuery(sql));
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 1", "2, 2", "3, 3", "4, 3", "2147483647, 3"})
  void rowsAreLimited(int max, int rows) throws SQLException {
    statement.setMaxRows(max);
    assertThat(statement.getMaxRows()).isEqualTo(max);
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(rows);
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(rows);
  }

  @Test
  void aLimitOfRowsIsNotNegative() throws SQLException {
    assertRefused(() -> statement.setMaxRows(-1));
    assertRefused(() -> statement.setLargeMaxRows(-1));
    assertThat(statement.getMaxRows()).isZero();
    statement.setLargeMaxRows(2);
    assertThat(statement.getLargeMaxRows()).isEqualTo(2);
  }

  @Test
  void aTimeOutIsNotNegative() throws SQLException {
    assertThat(statement.getQueryTimeout()).isZero();
    assertRefused(() -> statement.setQueryTimeout(-1));
    statement.setQueryTimeout(60);
    assertThat(statement.getQueryTimeout()).isEqualTo(60);
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(3);
    statement.setQueryTimeout(0);
  }

  @Test
  void aFetchSizeIsNotNegative() throws SQLException {
    assertRefused(() -> statement.setFetchSize(-1));
    statement.setFetchSize(2);
    assertThat(statement.getFetchSize()).isEqualTo(2);
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(3);
  }

  @Test
  void tellsWhatItsResultsAre() throws SQLException {
    assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(statement.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    statement.setFetchDirection(ResultSet.FETCH_FORWARD);
    assertThat(statement.getMaxFieldSize()).isZero();
    assertThat(statement.getConnection()).isSameAs(connection);
    assertThat(statement.isPoolable()).isFalse();
    assertThat(statement.isCloseOnCompletion()).isFalse();
  }

  @Test
  void hasNoWarningsBeforeItIsExecuted() throws SQLException {
    assertThat((Object) statement.getWarnings()).isNull();
    statement.clearWarnings();
    assertThat((Object) statement.getWarnings()).isNull();
  }

  @Test
  void cancellingWhileNothingRunsDoesNothing() throws SQLException {
    statement.cancel();
    assertThat(strings(statement.executeQuery(NUMBERS), "n")).hasSize(3);
  }

  @Test
  void closesWithItsResultWhereThatIsSaid() throws SQLException {
    statement.closeOnCompletion();
    assertThat(statement.isCloseOnCompletion()).isTrue();
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(statement.isClosed()).isFalse();
    rows.close();
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void isNotClosedByAnotherExecutionWhereItClosesWithItsResult() throws SQLException {
    statement.closeOnCompletion();
    statement.executeQuery(NUMBERS);
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(statement.isClosed()).isFalse();
    assertThat(strings(rows, "n")).hasSize(3);
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void closingClosesItsResult() throws SQLException {
    ResultSet rows = statement.executeQuery(NUMBERS);
    statement.close();
    assertThat(rows.isClosed()).isTrue();
    statement.close();
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void unwrapsToItself() throws SQLException {
    assertThat(statement.isWrapperFor(Statement.class)).isTrue();
    assertThat(statement.isWrapperFor(String.class)).isFalse();
    assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    assertRefused(() -> statement.unwrap(String.class));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"it's, 'it''s'", "a, 'a'", "`a\"b`, 'a\"b'"})
  void quotesLiterals(String text, String literal) throws SQLException {
    assertThat(statement.enquoteLiteral(text)).isEqualTo(literal);
    try (ResultSet rows = first(statement, literal + " AS x")) {
      assertThat(rows.getString("x")).isEqualTo(text);
    }
  }

  @Test
  void quotesNames() throws SQLException {
    assertThat(statement.enquoteIdentifier("a b", false)).isEqualTo("\"a b\"");
    assertThat(statement.enquoteIdentifier("i4", true)).isEqualTo("\"i4\"");
    assertThat(statement.isSimpleIdentifier("a b")).isFalse();
  }

  Stream<NamedCall<Statement>> calls() {
    return NamedCall.<Statement>all(
            """
        executeQuery execute executeUpdate getResultSet getUpdateCount getMoreResults
        getMaxRows setMaxRows getQueryTimeout setQueryTimeout getFetchSize setFetchSize
        getFetchDirection setFetchDirection getMaxFieldSize getResultSetType
        getResultSetConcurrency getResultSetHoldability ~getConnection getWarnings
        clearWarnings cancel ~isPoolable ~setPoolable closeOnCompletion isCloseOnCompletion
        setEscapeProcessing
        """,
            statement -> statement.executeQuery(NUMBERS),
            statement -> statement.execute(NUMBERS),
            statement -> statement.executeUpdate("DELETE FROM ads.bids WHERE n > 100"),
            Statement::getResultSet,
            Statement::getUpdateCount,
            Statement::getMoreResults,
            Statement::getMaxRows,
            statement -> statement.setMaxRows(1),
            Statement::getQueryTimeout,
            statement -> statement.setQueryTimeout(1),
            Statement::getFetchSize,
            statement -> statement.setFetchSize(1),
            Statement::getFetchDirection,
            statement -> statement.setFetchDirection(ResultSet.FETCH_FORWARD),
            Statement::getMaxFieldSize,
            Statement::getResultSetType,
            Statement::getResultSetConcurrency,
            Statement::getResultSetHoldability,
            Statement::getConnection,
            Statement::getWarnings,
            Statement::clearWarnings,
            Statement::cancel,
            Statement::isPoolable,
            statement -> statement.setPoolable(true),
            Statement::closeOnCompletion,
            Statement::isCloseOnCompletion,
            statement -> statement.setEscapeProcessing(true))
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void saysNothingOnceItIsClosed(NamedCall<Statement> call) throws SQLException {
    statement.close();
    assertRefused(() -> call.call().on(statement));
  }
}

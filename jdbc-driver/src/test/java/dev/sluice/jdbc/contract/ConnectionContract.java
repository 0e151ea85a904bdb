package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection opens, says and closes. */
abstract class ConnectionContract extends Contract {
  private static final String NUMBERS = "SELECT n FROM ads.bids";

  ConnectionContract(DriverUnderTest driver) throws SQLException {
    super(driver);
  }

  @Test
  void closingClosesWhatItOpened() throws SQLException {
    Connection other = driver.open();
    Statement statement = other.createStatement();
    PreparedStatement prepared = other.prepareStatement(NUMBERS);
    ResultSet rows = statement.executeQuery(NUMBERS);
    assertThat(other.isClosed()).isFalse();
    other.close();
    assertThat(other.isClosed()).isTrue();
    if (driver.isSluice()) {
      // H2 says so once they are used.
      assertThat(statement.isClosed()).isTrue();
      assertThat(prepared.isClosed()).isTrue();
    }
    assertRefused(() -> statement.executeQuery(NUMBERS));
    assertRefused(prepared::executeQuery);
    assertRefused(rows::next);
    other.close();
  }

  @Test
  void isValidWhileItIsOpen() throws SQLException {
    Connection other = driver.open();
    assertThat(other.isValid(0)).isTrue();
    assertThat(other.isValid(5)).isTrue();
    if (driver.isSluice()) {
      // H2 does not look at it.
      assertRefused(() -> other.isValid(-1));
    }
    other.close();
    assertThat(other.isValid(0)).isFalse();
  }

  @Test
  void commitsByItselfUntilThatIsChanged() throws SQLException {
    try (Connection other = driver.open()) {
      assertThat(other.getAutoCommit()).isTrue();
      other.setAutoCommit(false);
      assertThat(other.getAutoCommit()).isFalse();
      other.commit();
      other.rollback();
      other.setAutoCommit(true);
      assertThat(other.getAutoCommit()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 99})
  void anIsolationIsOneOfThoseThatThereAre(int level) throws SQLException {
    int before = connection.getTransactionIsolation();
    assertRefused(() -> connection.setTransactionIsolation(level));
    assertThat(connection.getTransactionIsolation()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void holdabilityIsOneOfThoseThatThereAre(int holdability) {
    assertRefused(() -> connection.setHoldability(holdability));
    assertRefused(
        () ->
            connection.createStatement(
                ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability));
    assertRefused(
        () ->
            connection.prepareStatement(
                NUMBERS, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1002, 1006})
  void aTypeOfResultsIsOneOfThoseThatThereAre(int type) {
    assertRefused(() -> connection.createStatement(type, ResultSet.CONCUR_READ_ONLY));
    assertRefused(() -> connection.prepareStatement(NUMBERS, type, ResultSet.CONCUR_READ_ONLY));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1006, 1009})
  void aConcurrencyIsOneOfThoseThatThereAre(int concurrency) {
    assertRefused(() -> connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, concurrency));
    assertRefused(
        () -> connection.prepareStatement(NUMBERS, ResultSet.TYPE_FORWARD_ONLY, concurrency));
  }

  @Test
  void hasNoTypesOfItsOwn() throws SQLException {
    assertThat(connection.getTypeMap()).isNullOrEmpty();
  }

  @Test
  void hasNoWarnings() throws SQLException {
    assertThat((Object) connection.getWarnings()).isNull();
    connection.clearWarnings();
  }

  @Test
  void saysWhichCatalogIsItsOwn() throws SQLException {
    assertThat(connection.getCatalog()).isNotBlank();
    assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
  }

  @Test
  void sqlWithoutEscapesStaysAsItIs() throws SQLException {
    String sql = "SELECT 'it''s', \"n\" /* {d */ FROM ads.bids -- }";
    assertThat(connection.nativeSQL(sql)).isEqualTo(sql);
  }

  @Test
  void unwrapsToItself() throws SQLException {
    assertThat(connection.isWrapperFor(Connection.class)).isTrue();
    assertThat(connection.isWrapperFor(String.class)).isFalse();
    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertRefused(() -> connection.unwrap(String.class));
    DatabaseMetaData metadata = connection.getMetaData();
    assertThat(metadata.isWrapperFor(DatabaseMetaData.class)).isTrue();
    assertThat(metadata.unwrap(DatabaseMetaData.class)).isSameAs(metadata);
    assertRefused(() -> metadata.unwrap(String.class));
  }

  Stream<NamedCall<Connection>> calls() {
    return NamedCall.<Connection>all(
            """
        createStatement prepareStatement prepareCall nativeSQL setAutoCommit getAutoCommit
        commit rollback getMetaData setReadOnly isReadOnly setCatalog getCatalog
        setTransactionIsolation getTransactionIsolation getWarnings clearWarnings
        createStatementOfType prepareStatementOfType getTypeMap ~setTypeMap setHoldability
        getHoldability setSavepoint createArrayOf getClientInfo setClientInfo getSchema
        """,
            Connection::createStatement,
            connection -> connection.prepareStatement(NUMBERS),
            connection -> connection.prepareCall("{call p()}"),
            connection -> connection.nativeSQL(NUMBERS),
            connection -> connection.setAutoCommit(true),
            Connection::getAutoCommit,
            Connection::commit,
            Connection::rollback,
            Connection::getMetaData,
            connection -> connection.setReadOnly(true),
            Connection::isReadOnly,
            connection -> connection.setCatalog("x"),
            Connection::getCatalog,
            connection -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED),
            Connection::getTransactionIsolation,
            Connection::getWarnings,
            Connection::clearWarnings,
            connection ->
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
            connection ->
                connection.prepareStatement(
                    NUMBERS, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
            Connection::getTypeMap,
            connection -> connection.setTypeMap(new java.util.HashMap<>()),
            connection -> connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT),
            Connection::getHoldability,
            Connection::setSavepoint,
            connection -> connection.createArrayOf("integer", new Object[] {1}),
            Connection::getClientInfo,
            connection -> connection.setClientInfo("ApplicationName", "x"),
            Connection::getSchema)
        .filter(call -> call.isFor(driver));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void saysNothingOnceItIsClosed(NamedCall<Connection> call) throws SQLException {
    Connection other = driver.open();
    other.close();
    assertRefused(() -> call.call().on(other));
  }
}

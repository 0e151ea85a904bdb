package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Checks that share a connection; those that close it open one of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Contract {
  final DriverUnderTest driver;
  final Connection connection;

  Contract(DriverUnderTest driver) throws SQLException {
    this.driver = driver;
    this.connection = driver.open();
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  /** JDBC raises errors of its own, never others. */
  static void assertRefused(ThrowingCallable call) {
    assertThat(catchThrowable(call)).isInstanceOf(SQLException.class);
  }

  static void assertState(String state, ThrowingCallable call) {
    assertThat(catchThrowable(call))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  /** The value of an expression over the row of values, with the cursor on it. */
  static ResultSet first(Statement statement, String expressions) throws SQLException {
    ResultSet rows =
        statement.executeQuery("SELECT " + expressions + " FROM web.all_types WHERE t");
    assertThat(rows.next()).isTrue();
    return rows;
  }

  static List<@Nullable String> strings(ResultSet rows, String column) throws SQLException {
    List<@Nullable String> strings = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        strings.add(rows.getString(column));
      }
    }
    return strings;
  }

  /** The cells of a table's lines, which are divided by bars; empty lines are left out. */
  static Stream<List<String>> cells(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
  }
}

package dev.sluice.standin.redshift;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Asks the stand-in through Amazon's driver. Close it to end its connection. */
final class Asked implements AutoCloseable {
  private final Connection connection;

  private Asked(Connection connection) {
    this.connection = connection;
  }

  static Asked of(RedshiftStandIn standIn) throws SQLException {
    return new Asked(connect(standIn));
  }

  /** With a property of the driver's. */
  static Asked of(RedshiftStandIn standIn, String property, String value) throws SQLException {
    Properties properties = login();
    properties.setProperty(property, value);
    return new Asked(DriverManager.getConnection(standIn.jdbcUrl(), properties));
  }

  static Connection connect(RedshiftStandIn standIn) throws SQLException {
    return DriverManager.getConnection(standIn.jdbcUrl(), login());
  }

  private static Properties login() {
    Properties properties = new Properties();
    properties.setProperty("user", RedshiftStandIn.USER);
    properties.setProperty("password", RedshiftStandIn.PASSWORD);
    return properties;
  }

  Connection connection() {
    return connection;
  }

  Asked run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return this;
  }

  /** Each row's values as JDBC gives them. */
  List<List<@Nullable Object>> objects(String sql) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      int columns = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(answer.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Each row as text, its values parted by {@code |}, NULL as {@code NULL}. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      int columns = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          String value = answer.getString(i);
          row.add(value == null ? "NULL" : value);
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  /** The one value of the one row. */
  String value(String sql) throws SQLException {
    return rows(sql).get(0);
  }

  /** What the server says instead of an answer. */
  String refusal(String sql) {
    try {
      return "answered " + rows(sql);
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package dev.sluice.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of {@link TestLake} in H2, but for the columns of nested types. */
public final class H2Tables {
  /**
   * Names in lower case, taken in any; NULLs last, as with Sluice; functions as tests have them.
   */
  private static final String URL =
      "jdbc:h2:mem:%s;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
          + "NON_KEYWORDS=DAY;DEFAULT_NULL_ORDERING=LAST;BUILTIN_ALIAS_OVERRIDE=TRUE";

  private static final List<String> SCRIPT =
      List.of(
          "CREATE SCHEMA web",
          "CREATE SCHEMA ads",
          """
          CREATE TABLE web.all_types (
            t boolean, i1 tinyint, i2 smallint, i4 integer, i8 bigint, f4 real,
            f8 double precision, d decimal(12,2), s varchar, vc varchar(10), c char(4),
            b varbinary, day date, at timestamp(3))
          """,
          """
          INSERT INTO web.all_types VALUES
            (true, 7, 300, 70000, 5000000000, 1.5, 2.25, 12.5, 'text', 'text', 'text',
             X'6279746573', DATE '2019-03-27', TIMESTAMP '2019-03-27 16:00:00.005'),
            (null, null, null, null, null, null, null, null, null, null, null, null, null, null)
          """,
          "CREATE TABLE web.by_day (n integer, day varchar)",
          "CREATE TABLE web.byxday (n integer)",
          "CREATE VIEW web.seen AS SELECT n FROM web.by_day",
          "CREATE TABLE ads.bids (n integer)",
          "INSERT INTO ads.bids VALUES (1), (2), (3)");

  private H2Tables() {}

  static String url(String database) {
    return URL.formatted(database);
  }

  /** A database that is gone with this connection. */
  public static Connection connect() throws SQLException {
    return create(url(""));
  }

  static Connection create(String url) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      for (String command : SCRIPT) {
        statement.execute(command);
      }
    }
    return connection;
  }
}

package dev.sluice.tests.live;

import dev.sluice.standin.redshift.RedshiftStandIn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database behind the stand-in is doing for its clients. */
final class Backends {
  private static final String RUNNING =
      "SELECT state || ': ' || query FROM pg_stat_activity WHERE usename = '"
          + RedshiftStandIn.USER
          // One that waits for its client to fetch more is at it too.
          + "' AND (state = 'active' OR state LIKE 'idle in transaction%' AND query LIKE '%narrow%')";

  private Backends() {}

  static List<String> running(RedshiftStandIn redshift) throws SQLException {
    List<String> running = new ArrayList<>();
    try (Connection connection = redshift.behind().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RUNNING)) {
      while (rows.next()) {
        running.add(rows.getString(1));
      }
    }
    return running;
  }
}

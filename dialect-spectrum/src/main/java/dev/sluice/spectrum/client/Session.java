package dev.sluice.spectrum.client;

import dev.sluice.NativeQuery;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session that has been told what one query needs of it, and is given back as it came when it is
 * closed. Not shareable between threads, but for {@link #cutOff()}.
 */
final class Session implements AutoCloseable {
  private static final Pattern SETTING = Pattern.compile("SET ([a-z_]+) TO .*");

  /**
   * What the rewritten texts mean is known for these, whatever the cluster or the user is set to:
   * identifiers in lower case (Amazon Redshift Database Developer Guide,
   * r_enable_case_sensitive_identifier, looked at 2026-11-28), times in UTC.
   */
  private static final List<String> OF_EVERY_QUERY =
      List.of("SET timezone TO 'UTC'", "SET enable_case_sensitive_identifier TO false");

  private final Sessions sessions;
  private final Connection connection;
  private final List<String> settings;

  /**
   * @param connection out of {@code sessions}
   * @param label of the query, for queues and to find it by: {@code query_group}
   */
  Session(Sessions sessions, Connection connection, String label, NativeQuery query) {
    this.sessions = sessions;
    this.connection = connection;
    this.settings = new ArrayList<>(OF_EVERY_QUERY);
    this.settings.add("SET query_group TO '" + label.replace("'", "''") + "'");
    this.settings.addAll(query.session());
  }

  Connection connection() {
    return connection;
  }

  /** Tells it what the query needs, and gives back what executes the query. */
  Statement prepare(SpectrumSettings of) throws SQLException {
    Statement statement = connection.createStatement();
    for (String setting : settings) {
      statement.execute(setting);
    }
    statement.setFetchSize(of.fetchSize());
    statement.setQueryTimeout((int) of.timeout().toSeconds());
    return statement;
  }

  /** Ends its connection, and with it whatever waits for the connection; from any thread. */
  void cutOff() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is cut off already.
    }
  }

  /** Settings outlive transactions, so they are taken back one by one. */
  @Override
  public void close() {
    try (connection) {
      restore();
    } catch (SQLException e) {
      // The connection is lost, and the pool knows.
    }
  }

  private void restore() {
    try {
      connection.rollback();
      try (Statement reset = connection.createStatement()) {
        for (String setting : settings) {
          Matcher name = SETTING.matcher(setting);
          if (name.matches()) {
            reset.execute("RESET " + name.group(1));
          }
        }
      }
      connection.commit();
    } catch (SQLException e) {
      // What it was told would change the meaning of the next query.
      sessions.drop(connection);
    }
  }
}

package dev.sluice.spectrum.client;

import dev.sluice.QueryStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Redshift says of the last query's reading from S3: SVL_S3QUERY_SUMMARY on provisioned
 * clusters, SYS_EXTERNAL_QUERY_DETAIL on Serverless (Amazon Redshift Database Developer Guide, the
 * views' pages). Whoever may read neither knows nothing.
 */
final class ScanStatistics {
  private static final String PROVISIONED =
      "SELECT query, sum(elapsed), sum(s3_scanned_bytes), sum(s3_scanned_rows)"
          + " FROM svl_s3query_summary WHERE query = pg_last_query_id() GROUP BY query";
  private static final String SERVERLESS =
      "SELECT query_id, sum(duration), sum(scanned_bytes), sum(scanned_rows)"
          + " FROM sys_external_query_detail WHERE query_id = pg_last_query_id() GROUP BY query_id";

  private ScanStatistics() {}

  static QueryStatistics read(Connection connection) {
    return read(connection, PROVISIONED)
        .or(() -> read(connection, SERVERLESS))
        .orElse(QueryStatistics.NONE);
  }

  private static Optional<QueryStatistics> read(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new QueryStatistics(
              Optional.of(rows.getString(1)),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Duration.ofNanos(rows.getLong(2) * 1000)),
              OptionalLong.of(rows.getLong(3)),
              OptionalLong.of(rows.getLong(4)),
              Optional.empty()));
    } catch (SQLException e) {
      rollback(connection);
      return Optional.empty();
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is lost, and the pool finds out.
    }
  }
}

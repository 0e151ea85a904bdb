package dev.sluice.standin.redshift.wire;

import dev.sluice.standin.redshift.lake.ExternalTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Writes what Redshift's views tell of queries that read external tables. Shareable. */
final class QueryLog {
  private static final String QUERY =
      "INSERT INTO redshift.external_query VALUES ((SELECT usesysid::integer FROM"
          + " pg_catalog.pg_stat_activity WHERE pid = ?), ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?)";
  private static final String LAST =
      "INSERT INTO redshift.last_query VALUES (?, ?) ON CONFLICT (pid) DO UPDATE SET query ="
          + " excluded.query";

  private final DataSource database;
  private final AtomicLong last = new AtomicLong();

  QueryLog(DataSource database) {
    this.database = database;
  }

  long nextQuery() {
    return last.incrementAndGet();
  }

  /**
   * Writes a row for each external table of a query.
   *
   * @param pid of the backend that ran it
   */
  void write(int pid, ExternalQuery query) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement row = connection.prepareStatement(QUERY)) {
      for (ExternalTable table : query.tables()) {
        fill(row, pid, query, table);
        row.executeUpdate();
      }
      setLast(connection, pid, query.number());
    }
  }

  /** Writes the whole text of an error. */
  void write(int pid, long query, String message) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement row =
            connection.prepareStatement("INSERT INTO redshift.log_entry VALUES (?, ?, ?, ?)")) {
      row.setInt(1, pid);
      row.setLong(2, query);
      row.setTimestamp(3, now());
      row.setString(4, message);
      row.executeUpdate();
      setLast(connection, pid, query);
    }
  }

  private static void setLast(Connection connection, int pid, long query) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(LAST)) {
      row.setInt(1, pid);
      row.setLong(2, query);
      row.executeUpdate();
    }
  }

  private static void fill(PreparedStatement row, int pid, ExternalQuery query, ExternalTable table)
      throws SQLException {
    row.setInt(1, pid);
    row.setLong(2, query.number());
    row.setInt(3, pid);
    row.setTimestamp(4, Timestamp.valueOf(query.started()));
    row.setTimestamp(5, now());
    row.setInt(6, query.isAborted() ? 1 : 0);
    row.setString(7, table.schema());
    row.setString(8, table.name());
    row.setString(9, table.table().storage().format().name());
    row.setBoolean(10, table.table().isPartitioned());
    row.setBoolean(11, query.readsNested() && table.isNested());
    row.setString(12, table.table().storage().location());
    boolean partitioned = table.table().isPartitioned();
    row.setObject(
        13,
        partitioned
            ? (int)
                table.files().stream().map(ExternalTable.LoadedFile::partition).distinct().count()
            : null);
    row.setLong(14, table.files().size());
    row.setLong(15, table.files().stream().mapToLong(ExternalTable.LoadedFile::rows).sum());
    row.setLong(16, table.files().stream().mapToLong(ExternalTable.LoadedFile::bytes).sum());
    row.setLong(17, query.rows());
    row.setLong(18, query.bytes());
  }

  private static Timestamp now() {
    return Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC));
  }
}

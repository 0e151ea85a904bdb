package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What really executes the SQL. Safe for use by several threads. */
public interface SqlExecutor {
  /**
   * Executes a query to its end.
   *
   * @throws SqlFailure when the query fails
   * @throws InterruptedException when the thread was interrupted; the query is stopped then
   * @throws IOException when nothing answers, or the results take nothing more
   */
  Work execute(Query query, Results results) throws SqlFailure, InterruptedException, IOException;

  /**
   * @param catalog where names without a catalog are looked up
   */
  record Query(String sql, Optional<String> catalog, Optional<String> database) {}

  /** A column of the result. */
  record Column(String name, TrinoType type) {}

  /** What it took. */
  record Work(long queuedMillis, long planningMillis, long executionMillis, long bytesRead) {}

  /** Takes a result as it comes. */
  interface Results {
    /** Called once, before all rows. */
    void columns(List<Column> columns) throws IOException;

    /** A row as Trino's protocol has it: a list of values. */
    void row(JsonNode values) throws IOException;
  }

  /** A query that fails. */
  final class SqlFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String name;
    private final Kind kind;

    /** Whose fault it is. */
    public enum Kind {
      SYSTEM,
      USER,
      OTHER
    }

    /**
     * @param name {@code SYNTAX_ERROR}, say
     */
    public SqlFailure(String name, Kind kind, String message) {
      super(message);
      this.name = name;
      this.kind = kind;
    }

    public String name() {
      return name;
    }

    public Kind kind() {
      return kind;
    }
  }
}

package dev.sluice.jdbc;

import dev.sluice.Plan;
import dev.sluice.QueryStatistics;
import dev.sluice.RunListener;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What a statement of this driver tells beyond JDBC; {@code
 * statement.unwrap(SluiceStatement.class)}.
 */
public interface SluiceStatement extends Statement {
  /**
   * Plans a query and runs nothing.
   *
   * @throws SQLException when it is no query that Sluice understands
   */
  Plan plan(String sql) throws SQLException;

  /** The plan of the latest execution: each engine's verdict, and what was sent. */
  Optional<Plan> plan();

  /**
   * What the latest execution was called, out of the connection's client info. Redshift has it as
   * its query's label; of Athena the id is in {@link #statistics()}.
   */
  Optional<String> tag();

  /** What the engine says of the latest execution; known once the first row was asked for. */
  QueryStatistics statistics();

  /** Tells {@code listener} of the progress of the executions to come. */
  void setProgressListener(RunListener listener);
}

package dev.sluice.jdbc;

import dev.sluice.SluiceException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a result tells whoever executed it, and asks of it. */
interface Execution {
  /** Of rows that no statement asked for. */
  Execution OF_NOTHING =
      new Execution() {
        @Override
        public @Nullable Statement statement() {
          return null;
        }

        @Override
        public long maxRows() {
          return Long.MAX_VALUE;
        }

        @Override
        public SQLException failure(SluiceException error) {
          return States.of(error);
        }

        @Override
        public void answered() {
          // Nobody waits.
        }

        @Override
        public void closed() {
          // Nobody waits.
        }
      };

  @Nullable Statement statement();

  /** How many rows are shown at most. */
  long maxRows();

  /** An error as JDBC tells it, where a time-out or a cancel may be behind it. */
  SQLException failure(SluiceException error);

  /** The first row has come, or there is none. */
  void answered();

  /** The result is closed. */
  void closed() throws SQLException;
}

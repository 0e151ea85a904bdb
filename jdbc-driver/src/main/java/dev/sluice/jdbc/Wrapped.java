package dev.sluice.jdbc;

import java.sql.SQLException;

/** What all objects of the driver do when they are asked for what is behind them. */
final class Wrapped {
  private Wrapped() {}

  static <T> T unwrap(Object object, Class<T> type) throws SQLException {
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    throw new SQLException("This is no " + type.getName(), States.WRONG_ARGUMENT);
  }
}

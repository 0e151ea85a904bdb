package dev.sluice.jdbc;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JDBC has and Sluice has not: SQLState 0A000. */
final class Refused {
  private Refused() {}

  static SQLFeatureNotSupportedException of(String what) {
    return new SQLFeatureNotSupportedException(what, States.NOT_SUPPORTED);
  }

  static SQLException writing() {
    return of("Sluice only reads; use executeQuery");
  }

  static SQLException updating() {
    return of("Rows of Sluice cannot be changed");
  }

  static SQLException scrolling() {
    return of("Rows of Sluice come once and forward (TYPE_FORWARD_ONLY)");
  }

  static SQLException generatedKeys() {
    return of("Sluice only reads, and so generates no keys");
  }

  static SQLException callable() {
    return of("Sluice has no procedures to call");
  }

  /** Classes that a caller wants for types of its own; there are no such types. */
  static void requireNoTypes(@Nullable Map<String, Class<?>> types) throws SQLException {
    if (types != null && !types.isEmpty()) {
      throw of("Classes of types' own are not supported");
    }
  }

  static SQLException type(String type) {
    return of("No column of Sluice is of type " + type);
  }
}

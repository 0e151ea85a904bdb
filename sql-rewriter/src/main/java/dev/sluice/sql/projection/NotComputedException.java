package dev.sluice.sql.projection;

/**
 * What a table's parameters mean to Athena is not documented, or it would take too long to compute.
 * The message begins with what it is about, and has no full stop.
 */
final class NotComputedException extends Exception {
  private static final long serialVersionUID = 1;

  NotComputedException(String message) {
    super(message);
  }
}

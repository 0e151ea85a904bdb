package dev.sluice.standin.redshift.sql;

import org.jspecify.annotations.Nullable;

/** The stand-in does not run a statement; the message goes to the client as the server's error. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Marks what AWS documents no text for. */
  static final String OWN_WORDS = "Stand-in: ";

  private final String sqlState;
  private final @Nullable String detail;

  private RefusedException(String sqlState, String message, @Nullable String detail) {
    super(message, null, false, false);
    this.sqlState = sqlState;
    this.detail = detail;
  }

  /**
   * An error of the scan (github.com/aws/amazon-redshift-python-driver/issues/107, 2022, and
   * github.com/rudderlabs/rudder-server/issues/3178).
   */
  public static RefusedException scan(String context) {
    String detail =
        "\n  error:  Spectrum Scan Error\n  code:      15007\n  context:   " + context + "\n";
    return new RefusedException("XX000", "Spectrum Scan Error", detail);
  }

  /** A defect of the stand-in, or a text too deep for it: it is refused too. */
  public static RefusedException unread(Throwable defect) {
    return own("XX000", "the statement could not be read: " + defect);
  }

  /** With Redshift's own text. */
  static RefusedException documented(String sqlState, String message) {
    return new RefusedException(sqlState, message, null);
  }

  /**
   * As the leader node refuses nested queries: a code and its context in the detail
   * (github.com/apache/superset/issues/20065, 2022-05, and dbt-labs/dbt-redshift/issues/912,
   * 2024-09).
   */
  static RefusedException nestedQuery(String context) {
    String detail =
        "\n  error:  Spectrum nested query error\n  code:      8001\n  context:   "
            + context
            + "\n";
    return new RefusedException("XX000", "Spectrum nested query error", detail);
  }

  /** In the stand-in's words, where Redshift's are not known. */
  static RefusedException own(String message) {
    return new RefusedException("0A000", OWN_WORDS + message, null);
  }

  /** The same, of something that is not there. */
  static RefusedException own(String sqlState, String message) {
    return new RefusedException(sqlState, OWN_WORDS + message, null);
  }

  public String sqlState() {
    return sqlState;
  }

  public @Nullable String detail() {
    return detail;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

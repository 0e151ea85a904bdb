package dev.sluice.spectrum.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why queries did not succeed, in Redshift's own words. */
final class SpectrumFailures {
  /** SQL states: PostgreSQL documentation, Appendix A, which Redshift's server follows. */
  private static final String DENIED = "42501";

  private static final String CANCELLED = "57014";
  private static final String CONNECTION = "08";
  private static final String SIGN_IN = "28";

  private static final String LOG =
      "SELECT message FROM svl_s3log WHERE query = pg_last_query_id() ORDER BY eventtime";

  private SpectrumFailures() {}

  /**
   * @param connection on which it failed, to ask for more; null when there is none
   * @param late whether the query's time was over, so that the driver had cancelled it: it says so
   *     in other words where the first rows had come
   */
  static SluiceException of(SQLException e, @Nullable Connection connection, boolean late) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith(CONNECTION)) {
      return new SluiceException(
          ErrorCode.ENGINE_UNAVAILABLE, "Redshift was lost: " + e.getMessage(), e);
    } else if (late || state.equals(CANCELLED)) {
      return new SluiceException(
          ErrorCode.QUERY_STOPPED,
          "Redshift cancelled the query: "
              + e.getMessage()
              + "; setting 'timeout-minutes' of engine spectrum gives it more time",
          e);
    }
    ErrorCode code = isDenied(e) ? ErrorCode.ACCESS_DENIED : ErrorCode.ENGINE_FAILED;
    String more =
        Optional.ofNullable(connection)
            .flatMap(SpectrumFailures::log)
            .map(text -> "\n" + text)
            .orElse("");
    return new SluiceException(code, "Redshift failed: " + e.getMessage() + more, e);
  }

  private static boolean isDenied(SQLException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT);
    return DENIED.equals(e.getSQLState())
        || text.contains("permission denied")
        || text.contains("access denied")
        || text.contains("accessdenied");
  }

  /** Whether Redshift does not take who signs in, which trying again does not change. */
  static boolean isRefusal(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(SIGN_IN);
  }

  static SluiceException noConnection(SpectrumSettings settings, SQLException e) {
    ErrorCode code = isRefusal(e) ? ErrorCode.CREDENTIALS_INVALID : ErrorCode.ENGINE_UNAVAILABLE;
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new SluiceException(
        code, "Redshift at " + settings + " cannot be reached: " + cause.getMessage(), e);
  }

  /**
   * The whole text of an error of Spectrum's, which the message has the beginning of only (Amazon
   * Redshift Database Developer Guide, SVL_S3LOG); empty where the caller may not read it, or where
   * there is none.
   */
  private static Optional<String> log(Connection connection) {
    try {
      connection.rollback();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(LOG)) {
        return rows.next() ? Optional.of(rows.getString(1).strip()) : Optional.empty();
      }
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}

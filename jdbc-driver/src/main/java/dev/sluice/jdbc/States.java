package dev.sluice.jdbc;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/**
 * Errors as JDBC tells them. The vendor code is the place of the error in {@link ErrorCode},
 * counted from 1, and 0 for what only this driver raises; the cause is the {@link SluiceException}.
 */
final class States {
  static final String NOT_SUPPORTED = "0A000";
  static final String CONNECTION_CLOSED = "08003";
  static final String INVALID_CURSOR = "24000";
  static final String WRONG_ARGUMENT = "HY024";
  static final String WARNING = "01000";
  static final String CLOSED = "HY010";
  static final String WRONG_COLUMN = "07009";
  static final String WRONG_TYPE = "07006";
  static final String OUT_OF_RANGE = "22003";
  static final String NOT_A_VALUE = "22018";

  static final String SYNTAX = "42000";
  private static final String NO_TABLE = "42S02";
  private static final String NO_COLUMN = "42S22";
  private static final String DENIED = "42501";
  private static final String CREDENTIALS = "28000";
  static final String CANNOT_CONNECT = "08001";
  private static final String CANCELLED = "57014";
  private static final String TIME_OUT = "HYT00";
  private static final String GENERAL = "HY000";

  private static final EngineName SPARK = EngineName.of("spark");
  private static final String SPARK_MISSING =
      "\nSpark is not part of the driver. Put its jars into a folder sluice-spark-worker beside the"
          + " driver's jar, or name their folder as property spark.classpath";

  private States() {}

  static SQLException of(SluiceException error) {
    String message = message(error);
    int vendor = error.code().ordinal() + 1;
    return switch (error.code()) {
      case SYNTAX_ERROR,
          MULTIPLE_STATEMENTS,
          QUERY_TOO_LARGE,
          FUNCTION_NOT_FOUND,
          TYPE_MISMATCH,
          INVALID_QUERY,
          COLUMN_AMBIGUOUS,
          PARTITION_FILTER_REQUIRED ->
          new SQLSyntaxErrorException(message, SYNTAX, vendor, error);
      case TABLE_NOT_FOUND, TABLE_UNREADABLE ->
          new SQLSyntaxErrorException(message, NO_TABLE, vendor, error);
      case COLUMN_NOT_FOUND -> new SQLSyntaxErrorException(message, NO_COLUMN, vendor, error);
      case ACCESS_DENIED -> new SQLSyntaxErrorException(message, DENIED, vendor, error);
      case NOT_A_QUERY, NO_ENGINE, ENGINE_NOT_CONFIGURED, CONVERSION_TOO_LARGE ->
          new SQLFeatureNotSupportedException(message, NOT_SUPPORTED, vendor, error);
      case PARAMETER_INVALID ->
          new SQLNonTransientException(message, WRONG_ARGUMENT, vendor, error);
      case CONFIGURATION_INVALID, CATALOG_UNREADABLE ->
          new SQLNonTransientConnectionException(message, CANNOT_CONNECT, vendor, error);
      case CATALOG_UNAVAILABLE, ENGINE_UNAVAILABLE ->
          new SQLTransientConnectionException(message, CANNOT_CONNECT, vendor, error);
      case CREDENTIALS_INVALID ->
          new SQLInvalidAuthorizationSpecException(message, CREDENTIALS, vendor, error);
      case QUERY_STOPPED -> new SQLTimeoutException(message, TIME_OUT, vendor, error);
      case CANCELLED -> new SQLException(message, CANCELLED, vendor, error);
      case PLAN_OUTDATED, ENGINE_FAILED, INTERNAL ->
          new SQLNonTransientException(message, GENERAL, vendor, error);
    };
  }

  /** Tools show the message alone, so that it says where, and what to do. */
  private static String message(SluiceException error) {
    String message = String.valueOf(error.getMessage());
    String place = error.position().map(SqlPosition::toString).orElse("");
    return (place.isEmpty() || message.contains(place) ? message : message + " (" + place + ")")
        + (lacksSpark(error) ? SPARK_MISSING : "");
  }

  private static boolean lacksSpark(SluiceException error) {
    return error.code() == ErrorCode.ENGINE_NOT_CONFIGURED
        && error.plan().map(plan -> SPARK.equals(plan.decision().engine())).orElse(false);
  }

  /** A chain of warnings with one more. */
  static SQLWarning warned(@Nullable SQLWarning chain, String text) {
    SQLWarning warning = new SQLWarning(text, WARNING);
    if (chain == null) {
      return warning;
    }
    chain.setNextWarning(warning);
    return chain;
  }

  static SQLException cancelled() {
    return new SQLException("The query was cancelled", CANCELLED);
  }

  static SQLTimeoutException timedOut(int seconds) {
    return new SQLTimeoutException(
        "The query took longer than the statement's time-out of " + seconds + " s and was stopped",
        TIME_OUT);
  }

  static SQLException closed(String what) {
    return new SQLException("This " + what + " is closed", CLOSED);
  }
}

package dev.sluice.athena.client;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/** Why queries did not succeed, in Athena's own words. */
final class AthenaFailures {
  /**
   * How Athena's reasons say that the caller may not. The words are no part of its interface: these
   * are those that users report. One that says it otherwise is a failure like others, and as final.
   */
  private static final List<String> DENIED =
      List.of("access denied", "accessdenied", "insufficient permission", "insufficient lake");

  private AthenaFailures() {}

  static SluiceException of(QueryExecution execution) {
    String reason = reason(execution);
    String text = "Athena failed: " + reason + " (query " + execution.queryExecutionId() + ")";
    String lower = reason.toLowerCase(Locale.ROOT);
    boolean denied = DENIED.stream().anyMatch(lower::contains);
    return new SluiceException(
        denied
            ? ErrorCode.ACCESS_DENIED
            : isRetryable(execution) ? ErrorCode.ENGINE_UNAVAILABLE : ErrorCode.ENGINE_FAILED,
        text);
  }

  /** Somebody else stopped it, or a limit of the workgroup did. */
  static SluiceException stopped(QueryExecution execution) {
    return new SluiceException(
        ErrorCode.QUERY_STOPPED,
        "Athena's query was stopped from elsewhere: "
            + reason(execution)
            + " (query "
            + execution.queryExecutionId()
            + ")");
  }

  /** It may be running still. */
  static SluiceException silent(Duration timeout) {
    return new SluiceException(
        ErrorCode.ENGINE_UNAVAILABLE,
        "Athena has not said within %d minutes how the query ended".formatted(timeout.toMinutes()));
  }

  static SluiceException tookTooLong(String id, Duration timeout) {
    return new SluiceException(
        ErrorCode.QUERY_STOPPED,
        "Athena's query took longer than "
            + timeout.toMinutes()
            + " minutes and was stopped; setting 'timeout-minutes' of engine athena gives it more"
            + " (query "
            + id
            + ")");
  }

  private static String reason(QueryExecution execution) {
    AthenaError error = execution.status().athenaError();
    String reason = execution.status().stateChangeReason();
    if (reason == null && error != null) {
      reason = error.errorMessage();
    }
    return reason == null ? "it gives no reason" : reason;
  }

  private static boolean isRetryable(QueryExecution execution) {
    AthenaError error = execution.status().athenaError();
    return error != null && Boolean.TRUE.equals(error.retryable());
  }
}

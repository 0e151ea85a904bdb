package dev.sluice.aws;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What AWS's errors mean to who asked, in Sluice's words and AWS's own. The codes are those that
 * AWS's own SDKs know; what is none of them is told by its HTTP status.
 */
public final class AwsErrors {
  private static final Set<String> CREDENTIALS =
      Set.of(
          "expiredtoken",
          "expiredtokenexception",
          "requestexpired",
          "invalidtoken",
          "invalidclienttokenid",
          "invalidaccesskeyid",
          "unrecognizedclientexception",
          "incompletesignature",
          "incompletesignatureexception",
          "missingauthenticationtoken",
          "missingauthenticationtokenexception",
          "signaturedoesnotmatch",
          "invalidsignatureexception");

  private AwsErrors() {}

  /** What kind of error it is. */
  public enum Kind {
    /** AWS knows the caller and refuses. */
    DENIED,
    /** There are no credentials, or AWS does not take them. */
    CREDENTIALS,
    /** Too much was asked for in a time; the client has tried again already. */
    THROTTLED,
    /** No answer came, or one that says the service is not well. */
    UNAVAILABLE,
    /** The call was cut off from here. */
    ABORTED,
    /** The service took the call and says no. */
    FAILED
  }

  public static Kind kind(SdkException e) {
    if (e instanceof AbortedException) {
      return Kind.ABORTED;
    }
    if (e instanceof AwsServiceException service) {
      return kind(service);
    }
    boolean withoutCredentials = text(e).contains("Unable to load credentials");
    return withoutCredentials || text(e).contains("Failed to load credentials")
        ? Kind.CREDENTIALS
        : e instanceof SdkClientException ? Kind.UNAVAILABLE : Kind.FAILED;
  }

  private static Kind kind(AwsServiceException e) {
    String code = code(e).toLowerCase(Locale.ROOT);
    if (CREDENTIALS.contains(code)) {
      return Kind.CREDENTIALS;
    }
    if (code.startsWith("accessdenied") || code.equals("notauthorized") || e.statusCode() == 403) {
      return Kind.DENIED;
    }
    if (e.isThrottlingException()) {
      return Kind.THROTTLED;
    }
    return e.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.FAILED;
  }

  /** AWS's code of the error, empty when it has none: {@code AccessDeniedException}. */
  public static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  /**
   * The exception to raise. One that denies access or takes no credentials is final: no other
   * engine may be asked instead.
   *
   * @param what was asked of the service, going on from its name: {@code list databases}
   */
  public static SluiceException of(AwsService service, String what, SdkException e) {
    String subject = service.title() + " cannot " + what + ": ";
    return switch (kind(e)) {
      case DENIED -> new SluiceException(ErrorCode.ACCESS_DENIED, subject + text(e), e);
      case CREDENTIALS ->
          new SluiceException(
              ErrorCode.CREDENTIALS_INVALID,
              subject
                  + text(e)
                  + ". Sign in (aws sso login, say), or name a profile or role below 'aws' of the"
                  + " configuration",
              e);
      case THROTTLED ->
          new SluiceException(
              unavailable(service),
              subject
                  + "it is asked too much at a time and did not answer after several tries: "
                  + text(e),
              e);
      case UNAVAILABLE -> new SluiceException(unavailable(service), subject + text(e), e);
      case ABORTED ->
          new SluiceException(
              ErrorCode.CANCELLED, "The call to " + service.title() + " was cancelled", e);
      case FAILED -> new SluiceException(failed(service), subject + text(e), e);
    };
  }

  /** No region is named anywhere. */
  static SluiceException noRegion(SdkException e) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "No AWS region is named: set 'region' below 'aws' of the configuration, AWS_REGION, or the"
            + " profile's region",
        e);
  }

  private static ErrorCode unavailable(AwsService service) {
    return service == AwsService.GLUE
        ? ErrorCode.CATALOG_UNAVAILABLE
        : ErrorCode.ENGINE_UNAVAILABLE;
  }

  private static ErrorCode failed(AwsService service) {
    return service == AwsService.GLUE ? ErrorCode.CATALOG_UNREADABLE : ErrorCode.ENGINE_FAILED;
  }

  /** What AWS said, without the numbers of the request that its SDK puts behind. */
  private static String text(SdkException e) {
    if (e instanceof AwsServiceException service
        && service.awsErrorDetails() != null
        && service.awsErrorDetails().errorMessage() != null) {
      String code = code(service);
      return service.awsErrorDetails().errorMessage() + (code.isEmpty() ? "" : " (" + code + ")");
    }
    return String.valueOf(e.getMessage());
  }
}

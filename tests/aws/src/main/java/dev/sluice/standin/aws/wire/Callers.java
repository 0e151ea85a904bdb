package dev.sluice.standin.aws.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may call, by the access key in the signature. The signature itself is not proved: the SDK
 * makes it, and no secret of the tests is worth guarding. Safe for use by several threads.
 *
 * <p>Codes are those that AWS's SDKs know, words this stand-in's; the query protocol says
 * InvalidClientTokenId where the others say UnrecognizedClientException. HTTP statuses differ from
 * service to service: of IAM's API Reference, "Common Error Types", IncompleteSignature is 400 and
 * ExpiredTokenException 403; of CloudSearch's Developer Guide, "Common Errors",
 * MissingAuthenticationToken and InvalidClientTokenId are 403 (looked at 2026-11-27). Those of Glue
 * and Athena are not established; clients go by the code.
 */
public final class Callers {
  /** {@code AWS4-HMAC-SHA256 Credential=KEY/20261127/eu-west-1/glue/aws4_request, …}. */
  private static final Pattern SIGNATURE =
      Pattern.compile("AWS4-HMAC-SHA256\\s+Credential=([^/,]+)/(\\d{8})/([^/]+)/([^/]+)/.*");

  private final Clock clock;
  private final Map<String, Credentials> known = new ConcurrentHashMap<>();

  public Callers(Clock clock) {
    this.clock = clock;
  }

  public Clock clock() {
    return clock;
  }

  /** A key that does not expire. */
  public Credentials user(String accessKey, String secret, Caller caller) {
    return add(new Credentials(accessKey, secret, null, caller, Optional.empty()));
  }

  /** A key for a session that ends. */
  public Credentials session(Caller caller, Duration lasts) {
    String unique = UUID.randomUUID().toString().replace("-", "");
    Instant end = clock.instant().plus(lasts);
    return add(
        new Credentials(
            "ASIA" + unique.substring(0, 16).toUpperCase(Locale.ROOT),
            unique,
            "session-" + unique,
            caller,
            Optional.of(end)));
  }

  private Credentials add(Credentials credentials) {
    known.put(credentials.accessKey(), credentials);
    return credentials;
  }

  /** Makes a key unknown from now on. */
  public void forget(Credentials credentials) {
    known.remove(credentials.accessKey());
  }

  /**
   * @throws AwsError when nobody known signed, or the session is over
   */
  public Caller caller(Request request, Wording wording) {
    String authorization = request.header("authorization");
    if (authorization == null) {
      throw new AwsError(403, wording.missing(), "Missing Authentication Token");
    }
    Matcher signature = SIGNATURE.matcher(authorization);
    if (!signature.matches()) {
      throw new AwsError(
          400,
          wording.incomplete(),
          "Authorization header requires 'Credential' parameter. Authorization=" + authorization);
    }
    Credentials credentials = known.get(signature.group(1));
    if (credentials == null || !isToken(credentials, request.header("x-amz-security-token"))) {
      throw new AwsError(
          403, wording.unknown(), "The security token included in the request is invalid.");
    }
    if (credentials.expires().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      throw expired(wording);
    }
    return credentials.caller();
  }

  private static boolean isToken(Credentials credentials, @Nullable String token) {
    return credentials.sessionToken() == null
        ? token == null
        : credentials.sessionToken().equals(token);
  }

  static AwsError expired(Wording wording) {
    int status = wording == Wording.JSON ? 400 : 403;
    return new AwsError(
        status, wording.expired(), "The security token included in the request is expired");
  }

  /** How a protocol names what is wrong with credentials. */
  public enum Wording {
    JSON(
        "UnrecognizedClientException",
        "ExpiredTokenException",
        "MissingAuthenticationTokenException",
        "IncompleteSignatureException"),
    QUERY(
        "InvalidClientTokenId",
        "ExpiredToken",
        "MissingAuthenticationToken",
        "IncompleteSignature");

    private final String unknown;
    private final String expired;
    private final String missing;
    private final String incomplete;

    Wording(String unknown, String expired, String missing, String incomplete) {
      this.unknown = unknown;
      this.expired = expired;
      this.missing = missing;
      this.incomplete = incomplete;
    }

    String unknown() {
      return unknown;
    }

    String expired() {
      return expired;
    }

    String missing() {
      return missing;
    }

    String incomplete() {
      return incomplete;
    }
  }
}

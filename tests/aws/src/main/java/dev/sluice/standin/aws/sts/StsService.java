package dev.sluice.standin.aws.sts;

import dev.sluice.standin.aws.wire.AwsError;
import dev.sluice.standin.aws.wire.AwsServer.QueryService;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Callers;
import dev.sluice.standin.aws.wire.Credentials;
import dev.sluice.standin.aws.wire.Forms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * GetCallerIdentity, AssumeRole and AssumeRoleWithWebIdentity. Safe for use by several threads.
 *
 * <p>DurationSeconds is from 900 to 43,200 (AWSSTSAssumeRoleRequest of AWS's SDK for iOS, which
 * repeats the API reference; looked at 2026-11-27). How long a session's name may be, and the words
 * and HTTP statuses of errors, were looked up nowhere: clients go by the codes, which are those
 * that AWS's SDKs know.
 */
public final class StsService implements QueryService {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
  private static final String WEB_IDENTITY = "AssumeRoleWithWebIdentity";

  private final Callers callers;
  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private final Map<String, String> webIdentities = new ConcurrentHashMap<>();

  private record Role(Optional<String> externalId) {}

  public StsService(Callers callers) {
    this.callers = callers;
  }

  /**
   * A role that everybody may assume who knows its external id, if it has one.
   *
   * @param arn {@code arn:aws:iam::ACCOUNT:role/NAME}
   */
  public void role(String arn, Optional<String> externalId) {
    roles.put(arn, new Role(externalId));
  }

  /** A token of a web identity that may assume a role. */
  public void webIdentity(String token, String roleArn) {
    webIdentities.put(token, roleArn);
  }

  @Override
  public boolean isUnsigned(String action) {
    return action.equals(WEB_IDENTITY);
  }

  @Override
  public String answer(@Nullable Caller caller, Map<String, String> form) {
    String action = form.getOrDefault("Action", "");
    return switch (action) {
      case "GetCallerIdentity" -> response(action, identity(Objects.requireNonNull(caller)));
      case "AssumeRole" -> response(action, assumed(Objects.requireNonNull(caller), form));
      case WEB_IDENTITY -> response(action, assumedByWeb(form));
      default ->
          throw new AwsError(
              400,
              "InvalidAction",
              "Could not find operation " + action + " for version 2011-06-15");
    };
  }

  private static String response(String action, String result) {
    return "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>"
        .formatted(action, NAMESPACE, result, UUID.randomUUID());
  }

  private static String identity(Caller caller) {
    return "<Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>"
        .formatted(Forms.xml(caller.arn()), caller.userId(), caller.account());
  }

  private String assumed(Caller caller, Map<String, String> form) {
    String arn = required(form, "RoleArn");
    Role role = roles.get(arn);
    if (role == null || !role.externalId().equals(Optional.ofNullable(form.get("ExternalId")))) {
      throw new AwsError(
          403,
          "AccessDenied",
          "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
              .formatted(caller.arn(), arn));
    }
    return session(arn, form);
  }

  private String assumedByWeb(Map<String, String> form) {
    String arn = required(form, "RoleArn");
    String allowed = webIdentities.get(required(form, "WebIdentityToken"));
    if (allowed == null) {
      throw new AwsError(
          400,
          "InvalidIdentityToken",
          "The web identity token that was passed could not be validated by AWS.");
    }
    if (!allowed.equals(arn)) {
      throw new AwsError(
          403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }
    return session(arn, form);
  }

  private String session(String roleArn, Map<String, String> form) {
    String session = required(form, "RoleSessionName");
    int seconds = Integer.parseInt(form.getOrDefault("DurationSeconds", "3600"));
    if (seconds < 900 || seconds > 43_200 || !session.matches("[\\w+=,.@-]{2,64}")) {
      throw new AwsError(400, "ValidationError", "DurationSeconds or RoleSessionName is invalid");
    }
    String account = roleArn.split(":")[4];
    String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
    String arn = "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, name, session);
    Credentials credentials =
        callers.session(
            new Caller(account, arn, "AROA" + name + ":" + session), Duration.ofSeconds(seconds));
    Instant expires = credentials.expires().orElseThrow();
    return """
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>\
        <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>\
        <AssumedRoleUser><Arn>%s</Arn><AssumedRoleId>%s</AssumedRoleId></AssumedRoleUser>"""
        .formatted(
            credentials.accessKey(),
            credentials.secret(),
            credentials.sessionToken(),
            expires,
            Forms.xml(arn),
            credentials.caller().userId());
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isEmpty()) {
      throw new AwsError(400, "MissingParameter", "The request must contain the parameter " + name);
    }
    return value;
  }
}

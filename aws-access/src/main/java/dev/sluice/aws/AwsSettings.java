package dev.sluice.aws;

import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.spi.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls AWS, and where. What is left out is found as every program of AWS finds it: in the
 * environment, the shared configuration files, the container or the machine.
 *
 * @param profile the profile of the shared configuration files
 * @param role the ARN of a role to assume, with the credentials found otherwise
 * @param externalId what the role's owner asks for, where it belongs to another account
 * @param sessionName shows in CloudTrail as who assumed the role
 * @param attempts how often a call is tried that is throttled or breaks
 * @param pathStyle whether S3's buckets stand in the path and not in the host's name
 * @param endpoints where services are called instead of at AWS's own addresses
 */
public record AwsSettings(
    Optional<String> region,
    Optional<String> profile,
    Optional<String> role,
    Optional<String> externalId,
    String sessionName,
    int attempts,
    boolean pathStyle,
    Map<AwsService, URI> endpoints) {
  private static final String ENDPOINTS = "endpoints.";

  /** A throttled call is tried again after growing, random pauses. */
  private static final String ATTEMPTS = "8";

  private static final int MOST_ATTEMPTS = 100;
  private static final List<String> KEYS =
      List.of(
          "region",
          "profile",
          "role",
          "external-id",
          "session-name",
          "attempts",
          "path-style",
          ENDPOINTS + "SERVICE");

  public AwsSettings {
    endpoints = Map.copyOf(endpoints);
  }

  /**
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static AwsSettings of(SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.aws();
    Settings.requireKnown("aws", settings.keySet(), KEYS);
    if (settings.containsKey("external-id") && !settings.containsKey("role")) {
      throw Settings.invalid(
          "aws", "external-id", "says nothing without 'role', the role that asks for it");
    }
    return new AwsSettings(
        Optional.ofNullable(settings.get("region")),
        Optional.ofNullable(settings.get("profile")),
        Optional.ofNullable(settings.get("role")).map(AwsSettings::role),
        Optional.ofNullable(settings.get("external-id")),
        settings.getOrDefault("session-name", "sluice"),
        (int)
            Settings.whole(
                "aws", "attempts", settings.getOrDefault("attempts", ATTEMPTS), 1, MOST_ATTEMPTS),
        Settings.truth("aws", "path-style", settings.getOrDefault("path-style", "false")),
        endpoints(settings));
  }

  private static String role(String text) {
    if (!text.matches("arn:[^:]+:iam::\\d{12}:role/.+")) {
      throw Settings.invalid(
          "aws", "role", "is '" + text + "', not arn:aws:iam::ACCOUNT:role/NAME");
    }
    return text;
  }

  private static Map<AwsService, URI> endpoints(Map<String, String> settings) {
    Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
    List<String> left = new ArrayList<>(settings.keySet());
    left.removeIf(key -> !key.startsWith(ENDPOINTS));
    for (AwsService service : AwsService.values()) {
      String key = ENDPOINTS + service.key();
      if (left.remove(key)) {
        endpoints.put(service, uri(key, settings.getOrDefault(key, "")));
      }
    }
    if (!left.isEmpty()) {
      throw Settings.invalid(
          "aws", left.get(0), "names no service; they are athena, glue, s3 and sts");
    }
    return endpoints;
  }

  private static URI uri(String key, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && uri.getScheme() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw Settings.invalid(
        "aws", key, "is no address such as https://glue.eu-west-1.amazonaws.com");
  }

  /** Without the external id, which is between the role's owner and the caller. */
  @Override
  public String toString() {
    return "region %s, profile %s, role %s, session %s, endpoints %s"
        .formatted(
            region.orElse("found"),
            profile.orElse("found"),
            role.orElse("none"),
            sessionName,
            endpoints);
  }
}

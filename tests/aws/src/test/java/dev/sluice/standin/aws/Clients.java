package dev.sluice.standin.aws;

import dev.sluice.SluiceConfiguration;
import dev.sluice.standin.aws.wire.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Real clients of the stand-in. */
public final class Clients {
  private Clients() {}

  /** A client that tries once. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
      AwsStandIn aws, B builder, Credentials credentials) {
    return builder
        .endpointOverride(aws.uri())
        .region(Region.of(AwsStandIn.REGION))
        .credentialsProvider(provider(credentials))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static AwsCredentialsProvider provider(Credentials credentials) {
    return StaticCredentialsProvider.create(
        credentials.sessionToken() == null
            ? AwsBasicCredentials.create(credentials.accessKey(), credentials.secret())
            : AwsSessionCredentials.create(
                credentials.accessKey(), credentials.secret(), credentials.sessionToken()));
  }

  /** How Sluice is told to call the stand-in, by a profile of the shared configuration files. */
  public static SluiceConfiguration.Builder configuration(AwsStandIn aws, Credentials credentials) {
    String profile = "profile-" + credentials.accessKey();
    Path file = Path.of(System.getProperty("aws.sharedCredentialsFile"));
    String token =
        credentials.sessionToken() == null
            ? ""
            : "aws_session_token=" + credentials.sessionToken() + "\n";
    try {
      Files.writeString(
          file,
          "[%s]\naws_access_key_id=%s\naws_secret_access_key=%s\n%s"
              .formatted(profile, credentials.accessKey(), credentials.secret(), token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SluiceConfiguration.builder()
        .aws("region", AwsStandIn.REGION)
        .aws("profile", profile)
        .aws("path-style", "true")
        .aws("endpoints.glue", aws.uri().toString())
        .aws("endpoints.athena", aws.uri().toString())
        .aws("endpoints.sts", aws.uri().toString());
  }
}

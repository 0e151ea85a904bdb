package dev.sluice.aws;

import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Sets up clients of AWS's SDK as one configuration says. Calls nothing until a client does.
 * Clients made here are closed by who asked for them, and before this. Safe for use by several
 * threads.
 */
public final class AwsAccess implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final AwsSettings settings;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider base;
  private final AwsCredentialsProvider credentials;
  private final Optional<StsClient> assuming;

  private AwsAccess(AwsSettings settings) {
    this.settings = settings;
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(Duration.ofSeconds(60))
            .build();
    this.base = base(settings);
    this.assuming = settings.role().map(role -> client(StsClient.builder(), AwsService.STS, base));
    this.credentials = assuming.map(sts -> assumed(sts, settings)).orElse(base);
  }

  /**
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static AwsAccess of(SluiceConfiguration configuration) {
    return new AwsAccess(AwsSettings.of(configuration));
  }

  public AwsSettings settings() {
    return settings;
  }

  /** What signs the calls; for drivers that sign in by themselves. */
  public AwsCredentialsProvider credentials() {
    return credentials;
  }

  /**
   * The region that calls go to.
   *
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} when none is
   *     named anywhere
   */
  public Region region() {
    if (settings.region().isPresent()) {
      return Region.of(settings.region().get());
    }
    try {
      return DefaultAwsRegionProviderChain.builder().profileName(profile()).build().getRegion();
    } catch (SdkException e) {
      throw AwsErrors.noRegion(e);
    }
  }

  /** A client of {@code service}, made of its builder. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, AwsService service) {
    return client(builder, service, credentials);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, AwsService service, AwsCredentialsProvider caller) {
    URI endpoint = settings.endpoints().get(service);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder
        .httpClient(http)
        .region(region())
        .credentialsProvider(caller)
        .overrideConfiguration(
            each ->
                each.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(settings.attempts())
                            .build())
                    .defaultProfileName(profile()))
        .build();
  }

  /**
   * Asks AWS who is calling.
   *
   * @throws SluiceException as {@link AwsErrors} tells them
   */
  public AwsCaller caller() {
    try (StsClient sts = client(StsClient.builder(), AwsService.STS)) {
      GetCallerIdentityResponse answer = sts.getCallerIdentity();
      return new AwsCaller(answer.account(), answer.arn());
    } catch (SdkException e) {
      throw AwsErrors.of(AwsService.STS, "tell who is calling", e);
    }
  }

  private String profile() {
    return settings
        .profile()
        .orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
  }

  private static AwsCredentialsProvider base(AwsSettings settings) {
    // A profile that is named is the only one asked: the chain would pass it over in silence.
    return settings
        .profile()
        .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private static AwsCredentialsProvider assumed(StsClient sts, AwsSettings settings) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            request ->
                request
                    .roleArn(settings.role().orElseThrow())
                    .externalId(settings.externalId().orElse(null))
                    .roleSessionName(settings.sessionName()))
        .build();
  }

  @Override
  public void close() {
    close(credentials);
    assuming.ifPresent(StsClient::close);
    close(base);
    http.close();
  }

  private static void close(AwsCredentialsProvider provider) {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}

package dev.sluice.standin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsCaller;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Calls;
import dev.sluice.standin.aws.wire.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Who calls, and what goes wrong with calls, of whatever service. */
class StsServiceTest {
  private static final String ROLE = "arn:aws:iam::999999999999:role/reader";

  private final AwsStandIn aws = AwsStandIn.start();

  @AfterEach
  void close() {
    aws.close();
  }

  private StsClient sts(Credentials credentials) {
    return Clients.of(aws, StsClient.builder(), credentials);
  }

  @Test
  void tellsWhoCalls() {
    try (AwsAccess access = AwsAccess.of(Clients.configuration(aws, aws.user()).build())) {
      assertThat(access.caller())
          .isEqualTo(new AwsCaller(AwsStandIn.ACCOUNT, "arn:aws:iam::123456789012:user/tests"));
    }
  }

  @Test
  void knowsNoOtherKeys() {
    Credentials gone =
        aws.callers().user("AKIAGONE", "secret", Caller.user(AwsStandIn.ACCOUNT, "gone"));
    aws.callers().forget(gone);

    assertThatThrownBy(() -> sts(gone).getCallerIdentity())
        .isInstanceOfSatisfying(
            StsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
    assertThatThrownBy(() -> Clients.of(aws, GlueClient.builder(), gone).getDatabases(r -> {}))
        .isInstanceOfSatisfying(
            GlueException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("UnrecognizedClientException"));
    try (AwsAccess access = AwsAccess.of(Clients.configuration(aws, gone).build())) {
      assertThatThrownBy(access::caller)
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_INVALID));
    }
  }

  @Test
  void letsSessionsExpire() {
    Credentials over =
        aws.callers().session(Caller.user(AwsStandIn.ACCOUNT, "late"), Duration.ZERO);

    assertThatThrownBy(() -> Clients.of(aws, GlueClient.builder(), over).getDatabases(r -> {}))
        .isInstanceOfSatisfying(
            GlueException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException"));
    assertThatThrownBy(() -> sts(over).getCallerIdentity())
        .isInstanceOfSatisfying(
            StsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
  }

  @Test
  void assumesARoleOfAnotherAccountWithItsExternalId() {
    aws.sts().role(ROLE, Optional.of("our-secret-word"));
    try (AwsAccess access =
        AwsAccess.of(
            Clients.configuration(aws, aws.user())
                .aws("role", ROLE)
                .aws("external-id", "our-secret-word")
                .aws("session-name", "nightly")
                .build())) {
      assertThat(access.caller())
          .isEqualTo(
              new AwsCaller(
                  "999999999999", "arn:aws:sts::999999999999:assumed-role/reader/nightly"));
    }
    assertThat(aws.calls().all())
        .extracting(Calls.Made::operation)
        .containsExactly("AssumeRole", "GetCallerIdentity");
  }

  @Test
  void refusesARoleWithoutItsExternalId() {
    aws.sts().role(ROLE, Optional.of("our-secret-word"));
    try (AwsAccess access =
        AwsAccess.of(Clients.configuration(aws, aws.user()).aws("role", ROLE).build())) {
      assertThatThrownBy(access::caller)
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
                assertThat(e).hasMessageContaining("sts:AssumeRole");
              });
    }
  }

  @Test
  void takesAWebIdentityWithoutASignature() {
    aws.sts().role(ROLE, Optional.empty());
    aws.sts().webIdentity("good-token", ROLE);
    StsClient client = sts(aws.user());

    AssumeRoleWithWebIdentityResponse answer =
        client.assumeRoleWithWebIdentity(
            request -> request.roleArn(ROLE).roleSessionName("pod").webIdentityToken("good-token"));
    assertThat(answer.assumedRoleUser().arn()).endsWith("assumed-role/reader/pod");
    assertThat(answer.credentials().expiration())
        .isAfter(Clock.systemUTC().instant().plusSeconds(3000));
    assertThatThrownBy(
            () ->
                client.assumeRoleWithWebIdentity(
                    request ->
                        request.roleArn(ROLE).roleSessionName("pod").webIdentityToken("bad-token")))
        .isInstanceOf(InvalidIdentityTokenException.class);
  }

  @Test
  void goesWrongWhenTold() {
    StsClient client = sts(aws.user());
    aws.faults().on("GetCallerIdentity").from(2).times(1).throttle();
    aws.faults().on("GetCallerIdentity").from(3).times(1).reset();
    aws.faults().on("GetCallerIdentity").from(3).times(1).halveAnswer();

    assertThat(client.getCallerIdentity().account()).isEqualTo(AwsStandIn.ACCOUNT);
    assertThatThrownBy(client::getCallerIdentity)
        .isInstanceOfSatisfying(
            StsException.class, e -> assertThat(e.isThrottlingException()).isTrue());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 3; i++) {
                client.getCallerIdentity();
              }
            })
        .isInstanceOf(SdkClientException.class);
    aws.faults().clear();
    assertThat(client.getCallerIdentity().account()).isEqualTo(AwsStandIn.ACCOUNT);
  }

  @Test
  void answersSlowlyWhenTold() {
    StsClient client = sts(aws.user());
    client.getCallerIdentity();
    aws.faults().latency(Duration.ofMillis(200));
    long start = System.nanoTime();
    client.getCallerIdentity();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(195));
  }
}

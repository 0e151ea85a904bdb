package dev.sluice.tests.live;

import dev.sluice.SluiceConfiguration;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.s3.S3Proxy;
import dev.sluice.standin.aws.wire.Credentials;
import java.net.URI;
import java.util.Map;

/** The configuration of whoever uses the stand-ins of AWS. */
final class LiveConfiguration {
  private LiveConfiguration() {}

  /** Glue, Athena and S3 of {@code account}; its user's credentials are made those of the JVM. */
  static SluiceConfiguration.Builder of(AwsAccount account) {
    return of(account.services(), account.s3ForClients());
  }

  /** The same of parts of an account. */
  static SluiceConfiguration.Builder of(AwsStandIn aws, S3Proxy s3) {
    Credentials user = aws.user();
    System.setProperty("aws.accessKeyId", user.accessKey());
    System.setProperty("aws.secretAccessKey", user.secret());
    return addresses(aws, s3.uri()).glue(Map.of());
  }

  /** Where the services are. */
  static SluiceConfiguration.Builder addresses(AwsStandIn aws, URI s3) {
    String services = aws.uri().toString();
    return SluiceConfiguration.builder()
        .aws("region", AwsStandIn.REGION)
        .aws("path-style", "true")
        .aws("endpoints.glue", services)
        .aws("endpoints.athena", services)
        .aws("endpoints.sts", services)
        .aws("endpoints.s3", s3.toString());
  }
}

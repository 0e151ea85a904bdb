package dev.sluice.tests.live;

import dev.sluice.SluiceConfiguration;
import dev.sluice.standin.aws.AwsAccount;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.wire.Credentials;
import java.util.Map;

/** The configuration of whoever uses the stand-ins of AWS. */
final class LiveConfiguration {
  private LiveConfiguration() {}

  /** Glue, Athena and S3 of {@code account}; its user's credentials are made those of the JVM. */
  static SluiceConfiguration.Builder of(AwsAccount account) {
    Credentials user = account.services().user();
    System.setProperty("aws.accessKeyId", user.accessKey());
    System.setProperty("aws.secretAccessKey", user.secret());
    String services = account.services().uri().toString();
    return SluiceConfiguration.builder()
        .aws("region", AwsStandIn.REGION)
        .aws("path-style", "true")
        .aws("endpoints.glue", services)
        .aws("endpoints.athena", services)
        .aws("endpoints.sts", services)
        .aws("endpoints.s3", account.s3ForClients().uri().toString())
        .glue(Map.of());
  }
}

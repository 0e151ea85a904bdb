package dev.sluice.glue.live;

import dev.sluice.Catalog;
import dev.sluice.glue.live.LiveGlue.Watch;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class GlueEditorContractTest extends EditableCatalogContract {
  private final Watch watch = new Watch();
  private final AwsStandIn aws = AwsStandIn.start();

  @AfterEach
  void close() {
    aws.close();
  }

  @Override
  Catalog open(Path lake) {
    aws.glue().load(lake, AwsStandIn.ACCOUNT, location -> location);
    return GlueCatalog.open(
        Clients.configuration(aws, aws.user()).glue(Map.of()).clock(watch).build());
  }

  @Override
  void later() {
    watch.goOn(Duration.ofMillis(1));
  }
}

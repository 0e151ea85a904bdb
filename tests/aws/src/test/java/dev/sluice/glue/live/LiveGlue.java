package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Catalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.lake.Locations;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.Clients;
import dev.sluice.standin.aws.Entries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A live catalog over a stand-in of Glue, with a clock that stands still. */
abstract class LiveGlue {
  static final Path LAKE = Path.of("../src/test/resources/lake");
  static final TableName HOURLY = new TableName("big", "hourly");

  final Watch watch = new Watch();
  final AwsStandIn aws = AwsStandIn.start();

  /** Stands still until it is moved. */
  static final class Watch extends Clock {
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void goOn(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void close() {
    aws.close();
  }

  GlueCatalog open(Map<String, String> settings) {
    return GlueCatalog.open(
        Clients.configuration(aws, aws.user()).glue(settings).clock(watch).build());
  }

  GlueCatalog open() {
    return open(Map.of());
  }

  void loadLake() {
    aws.glue().load(LAKE, AwsStandIn.ACCOUNT, location -> Locations.resolve(LAKE, location));
  }

  ObjectNode loadHours(int number) {
    ObjectNode table = Entries.table("big", "hourly", "datetime");
    aws.glue().database(AwsStandIn.ACCOUNT, "big");
    aws.glue().table(AwsStandIn.ACCOUNT, "big", table, Entries.hours(table, number));
    return table;
  }

  static Partitions.Known known(Catalog catalog, TableName name, KeyRanges... ranges) {
    Table table = catalog.table(name).orElseThrow();
    return (Partitions.Known) catalog.partitions(table, List.of(ranges));
  }
}

package dev.sluice.glue.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.lake.LakeFolderCatalog;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.Entries;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Calls;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlueCatalogTest extends LiveGlue {
  @Test
  void saysWhatTheLakesFolderSays() {
    loadLake();
    Catalog folder = LakeFolderCatalog.open(LAKE);
    try (GlueCatalog glue = open()) {
      assertThat(glue.databases()).isEqualTo(folder.databases());
      for (String database : folder.databases()) {
        assertThat(glue.tables(database))
            .usingRecursiveComparison()
            .isEqualTo(folder.tables(database));
        for (Table table : folder.tables(database)) {
          Table live = glue.table(table.name()).orElseThrow();
          assertThat(live).usingRecursiveComparison().isEqualTo(table);
          isSame(glue.partitions(live, List.of()), folder.partitions(table, List.of()));
        }
      }
    }
  }

  private static void isSame(Partitions live, Partitions inFolder) {
    if (inFolder instanceof Partitions.Known known) {
      assertThat(live).isInstanceOf(Partitions.Known.class);
      assertThat(((Partitions.Known) live).total()).isEqualTo(known.total());
      assertThat(((Partitions.Known) live).listed())
          .containsExactlyInAnyOrderElementsOf(known.listed());
    }
  }

  @Test
  void readsAHundredThousandPartitionsBySegments() {
    loadHours(100_000);
    try (GlueCatalog glue = open()) {
      Partitions.Known all = known(glue, HOURLY);

      assertThat(all.total()).isEqualTo(OptionalLong.of(100_000));
      assertThat(all.listed()).hasSize(100_000);
      assertThat(all.listed())
          .extracting(partition -> partition.values().get(0))
          .isSorted()
          .doesNotHaveDuplicates();
      // One page to see that there are more, then four segments of 25 or 26 pages.
      assertThat(aws.calls().count("GetPartitions")).isBetween(101, 110);
    }
  }

  @Test
  void asksForNoColumnsWhereValuesAreWantedAlone() {
    loadHours(2500);
    try (GlueCatalog glue = open()) {
      Table table = glue.table(HOURLY).orElseThrow();

      assertThat(glue.partitionValues(table)).hasSize(2500);
      assertThat(aws.calls().all())
          .filteredOn(call -> call.operation().equals("GetPartitions"))
          .extracting(Calls.Made::request)
          .isNotEmpty()
          .allSatisfy(request -> assertThat(request).contains("\"ExcludeColumnSchema\":true"));
      assertThat(glue.partitionValues(table))
          .isEqualTo(known(glue, HOURLY).listed().stream().map(Partition::values).toList());
    }
  }

  @Test
  void asksForOnePageWhereADayIsWanted() {
    loadHours(100_000);
    try (GlueCatalog glue = open()) {
      KeyRanges day =
          new KeyRanges("datetime", List.of(new KeyRange("2019-03-27", true, "2019-03-28", false)));

      assertThat(known(glue, HOURLY, day).listed())
          .extracting(partition -> partition.values().get(0))
          .hasSize(24)
          .startsWith("2019-03-27-00")
          .endsWith("2019-03-27-23");
      assertThat(aws.calls().count("GetPartitions")).isEqualTo(1);
    }
  }

  @Test
  void asksSeveralTimesWhereAFilterIsTooLong() {
    List<String> hours =
        Entries.hours(loadHours(1000), 1000).stream()
            .map(partition -> partition.path("Values").get(0).asText())
            .toList();
    List<KeyRange> every3rd =
        IntStream.iterate(0, i -> i < 1000, i -> i + 3)
            .mapToObj(i -> KeyRange.exactly(hours.get(i)))
            .toList();
    try (GlueCatalog glue = open()) {
      Partitions.Known some = known(glue, HOURLY, new KeyRanges("datetime", every3rd));

      assertThat(some.listed()).hasSize(every3rd.size());
      assertThat(some.total()).isEmpty();
      assertThat(aws.calls().count("GetPartitions")).isBetween(2, 8);
      assertThat(aws.calls().all()).extracting(Calls.Made::error).containsOnlyNulls();
    }
  }

  @Test
  void readsAllWhereGlueDoesNotTakeAFilter() {
    ObjectNode table = Entries.table("big", "ordered", "order");
    aws.glue().database(AwsStandIn.ACCOUNT, "big");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "big",
            table,
            List.of(Entries.partition(table, "a"), Entries.partition(table, "b")));
    try (GlueCatalog glue = open()) {
      KeyRanges a = new KeyRanges("order", List.of(KeyRange.exactly("a")));

      assertThat(known(glue, new TableName("big", "ordered"), a).listed())
          .extracting(Partition::values)
          .contains(List.of("a"));
    }
  }

  @Test
  void triesAgainWhatIsThrottledOrBreaks() {
    loadHours(2500);
    aws.faults().on("GetTable").times(2).throttle();
    aws.faults().on("GetPartitions").times(1).reset();
    aws.faults().on("GetPartitions").from(2).times(1).halveAnswer();
    aws.faults().on("GetPartitions").from(3).times(1).fail();
    try (GlueCatalog glue = open()) {
      assertThat(known(glue, HOURLY).listed()).hasSize(2500);
    }
  }

  @Test
  void saysThatCredentialsHaveExpired() {
    loadLake();
    aws.faults().on("*").from(2).expireCredentials();
    try (GlueCatalog glue = open()) {
      assertThat(glue.databases()).isNotEmpty();
      assertThatThrownBy(() -> glue.tables("web"))
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_INVALID);
                assertThat(e).hasMessageContaining("Glue cannot list the tables of web");
                assertThat(e).hasMessageNotContaining(aws.user().secret());
              });
    }
  }

  @Test
  void saysThatAccessIsDenied() {
    loadLake();
    Caller caller = aws.user().caller();
    aws.glue().permissions().deny(caller, "web", "clicks");
    aws.glue().permissions().denyOperation(caller, "GetDatabases");
    try (GlueCatalog glue = open()) {
      assertThatThrownBy(() -> glue.table(new TableName("web", "clicks")))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
      assertThatThrownBy(glue::databases)
          .isInstanceOfSatisfying(
              SluiceException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
                assertThat(e).hasMessageContaining("glue:GetDatabases");
              });
      assertThat(glue.tables("web"))
          .extracting(table -> table.name().table())
          .doesNotContain("clicks")
          .contains("ad_events");
    }
    assertThat(aws.calls().count("GetTable")).as("a denial is final").isEqualTo(1);
  }

  @Test
  void seesTheColumnsThatTheCallerMaySee() {
    loadHours(3);
    aws.glue().permissions().hideColumns(aws.user().caller(), "big", "hourly", Set.of("secret"));
    try (GlueCatalog glue = open()) {
      assertThat(glue.table(HOURLY).orElseThrow().columns())
          .extracting(column -> column.name())
          .containsExactly("id");
      assertThat(known(glue, HOURLY).listed())
          .allSatisfy(partition -> assertThat(partition.columns()).hasSize(1));
    }
  }

  @Test
  void followsLinksOfTablesAndDatabases() {
    loadHours(30);
    aws.glue().database(AwsStandIn.ACCOUNT, "linked");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "shortcut", "big", "hourly"),
            List.of());
    aws.glue().databaseLink(AwsStandIn.ACCOUNT, "all_of_big", AwsStandIn.ACCOUNT, "big");
    try (GlueCatalog glue = open()) {
      assertThat(glue.databases()).containsExactly("all_of_big", "big", "linked");
      for (TableName name :
          List.of(new TableName("linked", "shortcut"), new TableName("all_of_big", "hourly"))) {
        Table table = glue.table(name).orElseThrow();
        assertThat(table.name()).isEqualTo(name);
        assertThat(table.storage().location()).isEqualTo("s3://bucket/big/hourly");
        assertThat(known(glue, name).listed()).hasSize(30);
        assertThat(glue.tables(name.database())).containsExactly(table);
      }
    }
  }

  /** Glue itself follows neither in GetTable nor in GetPartitions. */
  @Test
  void followsLinksOfTablesInLinkedDatabases() {
    loadHours(30);
    aws.glue().database(AwsStandIn.ACCOUNT, "linked");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "shortcut", "big", "hourly"),
            List.of());
    aws.glue().databaseLink(AwsStandIn.ACCOUNT, "links", AwsStandIn.ACCOUNT, "linked");
    try (GlueCatalog glue = open()) {
      TableName name = new TableName("links", "shortcut");
      assertThat(known(glue, name).listed()).hasSize(30);
      assertThat(glue.tables("links")).containsExactly(glue.table(name).orElseThrow());
    }
  }

  @Test
  void leavesALinkIntoAnotherRegionALink() {
    loadHours(3);
    ObjectNode link = Entries.link("big", "elsewhere", "big", "hourly");
    link.withObject("TargetTable").put("Region", "us-east-1");
    aws.glue().table(AwsStandIn.ACCOUNT, "big", link, List.of());
    ObjectNode here = Entries.link("big", "here", "big", "hourly");
    here.withObject("TargetTable").put("Region", AwsStandIn.REGION);
    aws.glue().table(AwsStandIn.ACCOUNT, "big", here, List.of());
    try (GlueCatalog glue = open()) {
      assertThat(glue.table(new TableName("big", "elsewhere")).orElseThrow().problem())
          .contains(
              "It is a resource link to big.hourly of catalog "
                  + AwsStandIn.ACCOUNT
                  + " in Region us-east-1");
      assertThat(known(glue, new TableName("big", "here")).listed()).hasSize(3);
    }
  }

  @Test
  void listsALinkWhoseTargetMayNotBeSeen() {
    loadHours(1);
    aws.glue().database(AwsStandIn.ACCOUNT, "linked");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "shortcut", "big", "hourly"),
            List.of());
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "nowhere", "big", "gone"),
            List.of());
    aws.glue().permissions().deny(aws.user().caller(), "big", "hourly");
    try (GlueCatalog glue = open()) {
      assertThat(glue.tables("linked"))
          .extracting(table -> table.problem().orElse(""))
          .containsExactly(
              "It is a resource link to big.gone of catalog " + AwsStandIn.ACCOUNT,
              "It is a resource link to big.hourly of catalog " + AwsStandIn.ACCOUNT);
      assertThatThrownBy(() -> glue.table(new TableName("linked", "shortcut")))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }
  }

  @Test
  void readsTheCatalogOfAnotherAccount() {
    String other = "999999999999";
    ObjectNode table = Entries.table("theirs", "hourly", "datetime");
    aws.glue().database(other, "theirs");
    aws.glue().table(other, "theirs", table, Entries.hours(table, 5));
    try (GlueCatalog glue = open(Map.of("catalog-id", other))) {
      assertThat(glue.databases()).containsExactly("theirs");
      assertThat(known(glue, new TableName("theirs", "hourly")).listed()).hasSize(5);
    }
  }
}

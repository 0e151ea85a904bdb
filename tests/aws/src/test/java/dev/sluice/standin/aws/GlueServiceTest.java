package dev.sluice.standin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AccessDeniedException;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionResponse;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.Segment;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

class GlueServiceTest {
  private final AwsStandIn aws = AwsStandIn.start();
  private final GlueClient glue = Clients.of(aws, GlueClient.builder(), aws.user());
  private final ObjectNode visits =
      Entries.table("web", "visits", "day:date", "region", "hour:int", "price:decimal(5,2)");

  @BeforeEach
  void load() {
    aws.glue().database(AwsStandIn.ACCOUNT, "web");
    List<ObjectNode> partitions = new ArrayList<>();
    for (String day : List.of("2019-03-27", "2019-03-28", "2019-04-01")) {
      for (String region : List.of("eu", "us", "O'Hara")) {
        for (String hour : List.of("2", "10", "__HIVE_DEFAULT_PARTITION__")) {
          partitions.add(Entries.partition(visits, day, region, hour, "1.50"));
        }
      }
    }
    aws.glue().table(AwsStandIn.ACCOUNT, "web", visits, partitions);
  }

  @AfterEach
  void close() {
    glue.close();
    aws.close();
  }

  private List<Partition> partitions(String expression) {
    return glue
        .getPartitionsPaginator(
            request ->
                request
                    .databaseName("web")
                    .tableName("visits")
                    .expression(expression)
                    .maxResults(4))
        .stream()
        .flatMap(page -> page.partitions().stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "day = '2019-03-27'; 9",
        "day <> '2019-03-27'; 18",
        "day > '2019-03-27' AND day <= '2019-03-28'; 9",
        "day BETWEEN '2019-03-27' AND '2019-03-28'; 18",
        "DAY >= '2019-03-28' and region in ('eu', 'us'); 12",
        "region NOT IN ('eu'); 18",
        "region = 'O''Hara'; 9",
        "region LIKE '%s'; 9",
        "region LIKE 'e_' OR region LIKE 'u_'; 18",
        "NOT (region = 'eu'); 18",
        "hour < 9; 9",
        "hour >= 2; 18",
        "hour in (2, 10) and (region = 'eu' or region = 'us'); 12",
        "price = 1.5; 27",
        "price > 1.5; 0"
      })
  void evaluatesFilters(String expression, int expected) {
    assertThat(partitions(expression)).hasSize(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day >",
        "nothing = 'x'",
        "region = hour",
        "hour = 'two'",
        "day = 'yesterday'",
        "lower(region) = 'eu'",
        "region IN (SELECT 1)"
      })
  void refusesWhatIsNoFilter(String expression) {
    assertThatThrownBy(() -> partitions(expression)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesFiltersThatAreTooLong() {
    String most = "region = '" + "x".repeat(2048 - 11) + "'";

    assertThat(partitions(most)).isEmpty();
    assertThatThrownBy(() -> partitions(most.replaceFirst("x", "xx")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void pagesWithTokensThatAreGoodForOneListing() {
    GetPartitionsResponse first =
        glue.getPartitions(
            request -> request.databaseName("web").tableName("visits").maxResults(10));
    assertThat(first.partitions()).hasSize(10);
    assertThat(first.nextToken()).isNotNull();

    GetPartitionsResponse second =
        glue.getPartitions(
            request ->
                request
                    .databaseName("web")
                    .tableName("visits")
                    .maxResults(1000)
                    .nextToken(first.nextToken()));
    assertThat(second.partitions()).hasSize(17).doesNotContainAnyElementsOf(first.partitions());
    assertThat(second.nextToken()).isNull();
    assertThatThrownBy(
            () ->
                glue.getPartitions(
                    request ->
                        request
                            .databaseName("web")
                            .tableName("visits")
                            .expression("hour = 2")
                            .nextToken(first.nextToken())))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> glue.getTables(request -> request.databaseName("web").nextToken("made-up")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> glue.getDatabases(request -> request.maxResults(101)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void segmentsShareAListing() {
    Set<List<String>> all = new HashSet<>();
    int number = 0;
    for (int i = 0; i < 3; i++) {
      Segment segment = Segment.builder().segmentNumber(i).totalSegments(3).build();
      List<Partition> some =
          glue
              .getPartitionsPaginator(
                  request ->
                      request
                          .databaseName("web")
                          .tableName("visits")
                          .segment(segment)
                          .maxResults(2))
              .stream()
              .flatMap(page -> page.partitions().stream())
              .toList();
      number += some.size();
      some.forEach(partition -> all.add(partition.values()));
    }
    assertThat(number).isEqualTo(27);
    assertThat(all).hasSize(27);
    assertThatThrownBy(
            () ->
                glue.getPartitions(
                    request ->
                        request
                            .databaseName("web")
                            .tableName("visits")
                            .segment(each -> each.segmentNumber(0).totalSegments(11))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void leavesOutColumnsWhenAskedTo() {
    GetPartitionsResponse answer =
        glue.getPartitions(
            request -> request.databaseName("web").tableName("visits").excludeColumnSchema(true));

    assertThat(answer.partitions())
        .allSatisfy(
            partition -> {
              assertThat(partition.storageDescriptor().hasColumns()).isFalse();
              assertThat(partition.storageDescriptor().location()).startsWith("s3://");
            });
  }

  @Test
  void listsTablesOfManyPages() {
    for (int i = 0; i < 250; i++) {
      aws.glue()
          .table(
              AwsStandIn.ACCOUNT,
              "web",
              Entries.table("web", "table_%03d".formatted(i)),
              List.of());
    }

    assertThat(
            glue.getTablesPaginator(request -> request.databaseName("web")).stream()
                .flatMap(page -> page.tableList().stream())
                .map(Table::name))
        .hasSize(251)
        .doesNotHaveDuplicates();
    assertThat(aws.calls().count("GetTables")).isEqualTo(3);
    assertThat(
            glue.getTables(request -> request.databaseName("web").expression("table_00.*"))
                .tableList())
        .hasSize(10);
  }

  @Test
  void updatesPartitionsAndTellsWhatFails() {
    List<String> values = List.of("2019-03-27", "eu", "2", "1.50");
    PartitionInput input =
        PartitionInput.builder()
            .values(values)
            .storageDescriptor(StorageDescriptor.builder().location("s3://elsewhere/").build())
            .build();
    BatchUpdatePartitionResponse answer =
        glue.batchUpdatePartition(
            request ->
                request
                    .databaseName("web")
                    .tableName("visits")
                    .entries(
                        entry(values, input),
                        entry(List.of("2001-01-01", "eu", "2", "1.50"), input)));

    assertThat(answer.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.partitionValueList()).startsWith("2001-01-01");
              assertThat(error.errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
            });
    assertThat(
            glue.getPartition(
                    request ->
                        request.databaseName("web").tableName("visits").partitionValues(values))
                .partition()
                .storageDescriptor()
                .location())
        .isEqualTo("s3://elsewhere/");
    assertThat(partitions("")).hasSize(27);
    assertThatThrownBy(
            () ->
                glue.batchUpdatePartition(
                    request ->
                        request
                            .databaseName("web")
                            .tableName("visits")
                            .entries(
                                IntStream.range(0, 101)
                                    .mapToObj(i -> entry(values, input))
                                    .toList())))
        .isInstanceOf(InvalidInputException.class);
  }

  private static BatchUpdatePartitionRequestEntry entry(List<String> values, PartitionInput input) {
    return BatchUpdatePartitionRequestEntry.builder()
        .partitionValueList(values)
        .partitionInput(input)
        .build();
  }

  @Test
  void createsAndDeletes() {
    glue.createDatabase(request -> request.databaseInput(input -> input.name("Fresh")));
    assertThatThrownBy(
            () ->
                glue.createDatabase(request -> request.databaseInput(input -> input.name("fresh"))))
        .isInstanceOf(AlreadyExistsException.class);
    TableInput input =
        TableInput.builder()
            .name("Made")
            .partitionKeys(key -> key.name("day").type("string"))
            .storageDescriptor(StorageDescriptor.builder().location("s3://bucket/made").build())
            .build();
    glue.createTable(request -> request.databaseName("fresh").tableInput(input));
    assertThat(
            glue.batchCreatePartition(
                    request ->
                        request
                            .databaseName("fresh")
                            .tableName("made")
                            .partitionInputList(
                                PartitionInput.builder().values("a").build(),
                                PartitionInput.builder().values("a").build(),
                                PartitionInput.builder().values("b", "c").build()))
                .errors())
        .extracting(error -> error.errorDetail().errorCode())
        .containsExactly("AlreadyExistsException", "InvalidInputException");
    glue.deleteTable(request -> request.databaseName("fresh").name("made"));
    assertThatThrownBy(() -> glue.getTable(request -> request.databaseName("fresh").name("made")))
        .isInstanceOf(EntityNotFoundException.class);
    glue.deleteDatabase(request -> request.name("fresh"));
    assertThatThrownBy(() -> glue.getDatabase(request -> request.name("fresh")))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void updatesATableOfTheVersionThatWasSeen() {
    Table table = glue.getTable(request -> request.databaseName("web").name("visits")).table();
    TableInput input =
        TableInput.builder()
            .name("visits")
            .partitionKeys(table.partitionKeys())
            .storageDescriptor(table.storageDescriptor())
            .description("seen")
            .build();
    glue.updateTable(
        request -> request.databaseName("web").tableInput(input).versionId(table.versionId()));

    Table updated = glue.getTable(request -> request.databaseName("web").name("visits")).table();
    assertThat(updated.description()).isEqualTo("seen");
    assertThat(updated.versionId()).isNotEqualTo(table.versionId());
    assertThat(updated.createTime()).isEqualTo(table.createTime());
    assertThatThrownBy(
            () ->
                glue.updateTable(
                    request ->
                        request.databaseName("web").tableInput(input).versionId(table.versionId())))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(partitions("")).hasSize(27);
  }

  /** Lake Formation Developer Guide, "Resource link handling in AWS Glue APIs". */
  @Test
  void followsLinksAsFarAsGlueDoes() {
    aws.glue().database(AwsStandIn.ACCOUNT, "linked");
    aws.glue()
        .table(
            AwsStandIn.ACCOUNT,
            "linked",
            Entries.link("linked", "shortcut", "web", "visits"),
            List.of());
    aws.glue().databaseLink(AwsStandIn.ACCOUNT, "links", AwsStandIn.ACCOUNT, "linked");
    aws.glue().databaseLink(AwsStandIn.ACCOUNT, "all", AwsStandIn.ACCOUNT, "web");

    Table followed =
        glue.getTable(request -> request.databaseName("linked").name("shortcut")).table();
    assertThat(followed.name()).isEqualTo("shortcut");
    assertThat(followed.targetTable().name()).isEqualTo("visits");
    assertThat(followed.storageDescriptor().location()).isEqualTo("s3://bucket/web/visits");
    assertThat(listed("linked", "shortcut")).hasSize(27);
    assertThat(listed("all", "visits")).hasSize(27);

    Table left = glue.getTable(request -> request.databaseName("links").name("shortcut")).table();
    assertThat(left.storageDescriptor()).isNull();
    assertThat(glue.getTables(request -> request.databaseName("links")).tableList())
        .containsExactly(left);
    assertThat(listed("links", "shortcut")).isEmpty();
    assertThatThrownBy(
            () ->
                glue.updateTable(
                    request ->
                        request.databaseName("links").tableInput(input -> input.name("shortcut"))))
        .isInstanceOf(InvalidInputException.class);
  }

  private List<Partition> listed(String database, String table) {
    return glue.getPartitions(request -> request.databaseName(database).tableName(table))
        .partitions();
  }

  @Test
  void deniesCallersOneByOne() {
    aws.glue().permissions().deny(aws.user().caller(), "web", "visits");

    assertThatThrownBy(() -> partitions("")).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> glue.getTable(request -> request.databaseName("web").name("visits")))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(glue.getTables(request -> request.databaseName("web")).tableList()).isEmpty();
  }
}

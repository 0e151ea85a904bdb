package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.PartitionProjection;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spark reads the folders of the partitions that Athena would compute: no folder is registered, and
 * what lies outside the ranges is not read.
 */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class ProjectedAnswersTest {
  private final Path lake;
  private final Asked asked;

  ProjectedAnswersTest(SparkEngine engine, @TempDir Path lake) throws IOException {
    this.lake = lake;
    this.asked =
        Asked.of(
            engine,
            InMemoryCatalog.builder()
                .table(
                    table(
                        "visits",
                        Map.of(
                            "projection.day.type", "date",
                            "projection.day.format", "yyyy-MM-dd",
                            "projection.day.range", "2019-03-26,2019-03-29",
                            "projection.hour.type", "integer",
                            "projection.hour.range", "0,23",
                            "projection.hour.digits", "2")))
                .table(
                    table(
                        "logs",
                        Map.of(
                            "projection.day.type", "date",
                            "projection.day.format", "yyyy/MM/dd",
                            "projection.day.range", "NOW-1YEAR,NOW",
                            "projection.hour.type", "enum",
                            "projection.hour.values", "7,8",
                            "storage.location.template", lake + "/logs/${hour}/${day}/")))
                .build());
    write("visits/day=2019-03-25/hour=07", 1);
    write("visits/day=2019-03-26/hour=07", 2);
    write("visits/day=2019-03-28/hour=07", 3);
    write("visits/day=2019-03-28/hour=8", 4);
    write("visits/day=2019-03-29/hour=23", 5);
    write("visits/day=2019-03-30/hour=07", 6);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    write("logs/7/" + today.minusDays(400).toString().replace('-', '/'), 1);
    write("logs/7/" + today.minusDays(5).toString().replace('-', '/'), 2);
    write("logs/8/" + today.minusDays(4).toString().replace('-', '/'), 3);
    write("logs/9/" + today.minusDays(3).toString().replace('-', '/'), 4);
    write("logs/7/" + today.plusDays(9).toString().replace('-', '/'), 5);
  }

  private Table table(String name, Map<String, String> projection) {
    return Table.builder(new TableName("web", name))
        .column("id", Primitive.BIGINT)
        .partitionKey("day", Primitive.STRING)
        .partitionKey("hour", Primitive.INTEGER)
        .storage(Storage.of(TableFormat.JSON_HIVE, lake.resolve(name).toString()))
        .projection(new PartitionProjection(projection))
        .build();
  }

  private void write(String folder, int id) throws IOException {
    Path file = Files.createDirectories(lake.resolve(folder)).resolve("part-0.json");
    Files.writeString(file, "{\"id\": %d}\n".formatted(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT id, day, hour FROM web.visits ORDER BY id|2, '2019-03-26', 7; 3, '2019-03-28', 7; 5, '2019-03-29', 23",
        "SELECT id FROM web.visits WHERE day > '2019-03-26' ORDER BY id|3; 5",
        "SELECT id FROM web.visits WHERE hour = 7 AND day <> '2019-03-28'|2",
        "SELECT count(*) FROM web.visits WHERE day < '2019-03-26'|0",
        "SELECT id, hour FROM web.logs ORDER BY id|2, 7; 3, 8",
        "SELECT id FROM web.logs WHERE hour > 7|3",
      })
  void theRowsAreThoseOfTheComputedPartitions(String sql, String rows) {
    assertThat(String.join("; ", asked.rows(sql))).isEqualTo(rows);
  }

  @Test
  void aPlanOverARangeThatMovesHoldsForAWhile() {
    assertThat(asked.plan("SELECT id FROM web.logs").holdsUntil()).isNotNull();
    assertThat(asked.plan("SELECT id FROM web.visits").holdsUntil()).isNull();
  }
}

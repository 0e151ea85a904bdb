package dev.sluice.spark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.StructValue;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The catalog's tables, through the real process. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class SparkScanTest {
  private static final DataType DEVICE =
      new DataType.Struct(
          List.of(
              new DataType.Field("os", Primitive.STRING),
              new DataType.Field("added", Primitive.INTEGER)));

  private final SparkEngine engine;
  private final Path lake;

  SparkScanTest(SparkEngine engine, @TempDir Path lake) {
    this.engine = engine;
    this.lake = lake;
  }

  private List<List<@Nullable Object>> run(Plan plan) {
    return Plans.rows(engine.run(plan, RunListener.NONE));
  }

  private String write(TableFormat format, String folder, String select) {
    return "INSERT OVERWRITE DIRECTORY '%s' USING %s %s"
        .formatted(lake.resolve(folder), format, select);
  }

  private Table.Builder events(TableFormat format) {
    return Table.builder(new TableName("web", "ad_events"))
        .column("id", Primitive.BIGINT)
        .column("device", DEVICE)
        .partitionKey("datetime", Primitive.STRING)
        .storage(Storage.of(format, lake.resolve("t").toString()));
  }

  private Partition partition(Table table, TableFormat format, String folder, String value) {
    return new Partition(
        List.of(value),
        table.columns(),
        Storage.of(format, lake.resolve(folder).toString()),
        Map.of());
  }

  @Test
  void readsPartitionsOfSeveralFormatsAndAges() {
    Table table = events(TableFormat.AVRO).build();
    List<String> files =
        List.of(
            write(
                TableFormat.AVRO,
                "t/datetime=1",
                "SELECT 1 AS id, named_struct('os', 'a') AS device"),
            write(
                TableFormat.PARQUET,
                "t/datetime=2",
                "SELECT named_struct('added', 5, 'os', 'b') AS Device, 2L AS ID"),
            write(TableFormat.AVRO, "t/datetime=3", "SELECT 3 AS id"));
    TableScan scan =
        Plans.scan(
            table,
            partition(table, TableFormat.AVRO, "t/datetime=1", "1"),
            partition(table, TableFormat.PARQUET, "t/datetime=2", "2"),
            partition(table, TableFormat.AVRO, "t/datetime=gone", "gone"));

    List<List<@Nullable Object>> rows =
        run(
            Plans.of(
                files,
                "SELECT id, device, datetime FROM `web.ad_events` ORDER BY id",
                List.of(scan),
                Primitive.BIGINT,
                DEVICE,
                Primitive.STRING));

    List<String> names = List.of("os", "added");
    assertThat(rows)
        .containsExactly(
            List.of(1L, new StructValue(names, Arrays.asList("a", null)), "1"),
            List.of(2L, new StructValue(names, List.of("b", 5)), "2"));
  }

  @Test
  void plansManyPartitionsQuickly() {
    Table table = events(TableFormat.PARQUET).build();
    List<Partition> partitions = new ArrayList<>();
    List<String> files = new ArrayList<>();
    files.add(
        "INSERT OVERWRITE DIRECTORY '%s' USING parquet SELECT 1L AS id"
            .formatted(lake.resolve("o")));
    for (int i = 0; i < 300; i++) {
      String folder = i % 100 == 0 ? "o" : "t/datetime=" + i;
      partitions.add(partition(table, TableFormat.PARQUET, folder, "" + i));
    }

    assertThat(
            run(
                Plans.of(
                    files,
                    "SELECT count(*), max(datetime) FROM `web.ad_events`",
                    List.of(Plans.scan(table, partitions.toArray(Partition[]::new))),
                    Primitive.BIGINT,
                    Primitive.STRING)))
        .containsExactly(List.of(3L, "200"));
  }

  @Test
  void hidesColumnsOfTypesThatNobodyCanReadUnlessTheyAreAskedFor() {
    Table table =
        events(TableFormat.ORC)
            .column("odd", new DataType.Unsupported("uniontype<int,string>", "it is a uniontype"))
            .build();
    List<String> files =
        List.of(write(TableFormat.ORC, "t/datetime=1", "SELECT 1 AS id, 'x' AS odd"));
    Partition one = partition(table, TableFormat.ORC, "t/datetime=1", "1");

    assertThat(
            run(
                Plans.of(
                    files,
                    "SELECT id FROM `web.ad_events`",
                    List.of(Plans.scan(table, List.of("id"), one)),
                    Primitive.BIGINT)))
        .containsExactly(List.of(1L));
    assertThatThrownBy(
            () -> run(Plans.of("SELECT odd", List.of(Plans.scan(table, one)), Primitive.STRING)))
        .hasMessageContaining("column odd of web.ad_events: it is a uniontype");
  }

  @Test
  void refusesFormatsAndPartitionsThatItCannotRead() {
    Table ion =
        Table.builder(new TableName("web", "t")).storage(Storage.of(TableFormat.ION, "/x")).build();
    Table events = events(TableFormat.AVRO).build();
    TableScan unknown =
        new TableScan(
            events,
            List.of("id"),
            "nobody listed them",
            OptionalLong.empty(),
            List.of(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> run(Plans.of("SELECT 1", List.of(Plans.scan(ion)), Primitive.INTEGER)))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED))
        .hasMessage("Spark cannot read ION here (table web.t)");
    assertThatThrownBy(() -> run(Plans.of("SELECT 1", List.of(unknown), Primitive.INTEGER)))
        .hasMessageContaining("its partitions are not known");
  }

  @Test
  void describesOverTablesWithoutTheirFiles() {
    Plan plan =
        Plans.of(
            "SELECT device.os, datetime, count(*) FROM `web.ad_events` GROUP BY 1, 2",
            List.of(Plans.scan(events(TableFormat.ION).build())));

    assertThat(engine.describe(plan))
        .containsExactly(
            new ResultColumn("os", Primitive.STRING),
            new ResultColumn("datetime", Primitive.STRING),
            new ResultColumn("count(1)", Primitive.BIGINT));
  }

  @Test
  void aColumnThatThePlanForgotIsAnErrorAndNotANull() {
    for (TableFormat format : List.of(TableFormat.JSON_HIVE, TableFormat.ORC)) {
      Table table =
          Table.builder(new TableName("web", "t"))
              .column("id", Primitive.BIGINT)
              .column("other", Primitive.BIGINT)
              .storage(Storage.of(format, lake.resolve(format.name()).toString()))
              .build();
      String files =
          "INSERT OVERWRITE DIRECTORY '%s' USING %s SELECT 1L AS id, 2L AS other"
              .formatted(lake.resolve(format.name()), format == TableFormat.ORC ? "orc" : "json");
      Plan plan =
          Plans.of(
              List.of(files),
              "SELECT id, other FROM `web.t`",
              List.of(Plans.scan(table, List.of("id"))),
              Primitive.BIGINT,
              Primitive.BIGINT);

      assertThatThrownBy(() -> run(plan)).hasMessageContaining("UNRESOLVED_COLUMN");
    }
  }
}

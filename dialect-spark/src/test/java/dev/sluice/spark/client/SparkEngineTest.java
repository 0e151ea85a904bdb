package dev.sluice.spark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Progress;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSpark.class)
@Timeout(120)
class SparkEngineTest {
  private static final String SLOW =
      "SELECT sum(a.id * b.id % 7) FROM range(10000000) a CROSS JOIN range(100000) b";

  private final SparkEngine engine;

  SparkEngineTest(SparkEngine engine) {
    this.engine = engine;
  }

  private List<List<@Nullable Object>> run(Plan plan) {
    return Plans.rows(engine.run(plan, RunListener.NONE));
  }

  private @Nullable Object one(String expression, DataType type) {
    return run(Plans.of("SELECT " + expression, type)).get(0).get(0);
  }

  @Test
  void returnsEveryTypeAsRowsPromises() {
    assertThat(one("true", Primitive.BOOLEAN)).isEqualTo(true);
    assertThat(one("7Y", Primitive.TINYINT)).isEqualTo((byte) 7);
    assertThat(one("7S", Primitive.SMALLINT)).isEqualTo((short) 7);
    assertThat(one("7", Primitive.INTEGER)).isEqualTo(7);
    assertThat(one("7L", Primitive.BIGINT)).isEqualTo(7L);
    assertThat(one("cast(1.5 as float)", Primitive.REAL)).isEqualTo(1.5f);
    assertThat(one("cast(1.5 as double)", Primitive.DOUBLE)).isEqualTo(1.5);
    assertThat(one("1.50BD", new DataType.Decimal(10, 2))).isEqualTo(new BigDecimal("1.50"));
    assertThat(one("'a'", new DataType.Char(3))).isEqualTo("a  ");
    assertThat(one("'ünï'", new DataType.Varchar(3))).isEqualTo("ünï");
    assertThat(one("X'00FF'", Primitive.BINARY)).isEqualTo(new byte[] {0, -1});
    assertThat(one("DATE'0001-01-01'", Primitive.DATE)).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(one("TIMESTAMP'2026-01-02 03:04:05.678'", Primitive.TIMESTAMP))
        .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000));
    assertThat(one("TIMESTAMP'2026-01-02 03:04:05+02:00'", Primitive.TIMESTAMP_WITH_TIME_ZONE))
        .isEqualTo(OffsetDateTime.of(2026, 1, 2, 1, 4, 5, 0, ZoneOffset.UTC));
    assertThat(one("NULL", Primitive.UNKNOWN)).isNull();
  }

  @Test
  void returnsNestedValuesWithNullsAtEveryDepth() {
    DataType.Struct device =
        new DataType.Struct(
            List.of(
                new DataType.Field("os", Primitive.STRING),
                new DataType.Field("sizes", new DataType.Array(Primitive.INTEGER))));
    DataType type = new DataType.Array(new DataType.MapOf(Primitive.STRING, device));

    Object value =
        one(
            "array(map('b', named_struct('os', 'x', 'sizes', array(1, NULL)), 'a', NULL), NULL)",
            type);

    Map<String, @Nullable Object> map = new java.util.HashMap<>();
    map.put("b", new StructValue(List.of("os", "sizes"), List.of("x", Arrays.asList(1, null))));
    map.put("a", null);
    assertThat(value).isEqualTo(Arrays.asList(map, null));
    assertThat(one("cast(NULL as array<int>)", new DataType.Array(Primitive.INTEGER))).isNull();
  }

  @Test
  void returnsNullOfEveryPrimitiveType() {
    Primitive[] types =
        Arrays.stream(Primitive.values())
            .filter(t -> t != Primitive.UNKNOWN)
            .toArray(Primitive[]::new);
    String nulls = String.join(", ", Collections.nCopies(types.length, "NULL"));

    assertThat(run(Plans.of("SELECT " + nulls, types)).get(0)).containsOnlyNulls();
  }

  @Test
  void widensNumbersWithoutLoss() {
    assertThat(one("7", Primitive.BIGINT)).isEqualTo(7L);
    assertThat(one("7L", Primitive.INTEGER)).isEqualTo(7);
    assertThat(one("1.5BD", new DataType.Decimal(38, 4))).isEqualTo(new BigDecimal("1.5000"));
    assertThat(one("cast(1.5 as float)", Primitive.DOUBLE)).isEqualTo(1.5);
  }

  @Test
  void refusesToRoundOrCutAValue() {
    assertThatThrownBy(() -> one("3000000000L", Primitive.INTEGER))
        .hasMessage("Column c0 of the answer holds 3000000000, which does not fit integer");
    assertThatThrownBy(() -> one("1.55BD", new DataType.Decimal(5, 1)))
        .hasMessageContaining("does not fit decimal(5,1)");
    assertThatThrownBy(() -> one("cast(0.1 as double)", Primitive.REAL))
        .hasMessageContaining("does not fit real");
    assertThatThrownBy(() -> one("'7'", Primitive.INTEGER))
        .hasMessage("Column c0 of the answer is varchar to Spark, where integer was planned");
  }

  @Test
  void refusesAnAnswerWithAnotherNumberOfColumns() {
    assertThatThrownBy(() -> run(Plans.of("SELECT 1 AS a, 2 AS b", Primitive.INTEGER)))
        .hasMessage("Spark's answer has 2 columns, where 1 were planned: [a, b]");
  }

  @Test
  void returnsNoRows() {
    assertThat(run(Plans.of("SELECT 1 WHERE false", Primitive.INTEGER))).isEmpty();
  }

  @Test
  void streamsMoreRowsThanFitInMemory() {
    String sql = "SELECT id, repeat(cast(id as string), 250) FROM range(0, 200000, 1, 3)";

    long sum = 0;
    try (Rows rows =
        engine.run(Plans.of(sql, Primitive.BIGINT, Primitive.STRING), RunListener.NONE)) {
      while (rows.next()) {
        sum += (Long) java.util.Objects.requireNonNull(rows.value(0));
      }
    }

    assertThat(sum).isEqualTo(199_999L * 200_000 / 2);
  }

  @Test
  void saysWhatSparkSaysWithoutItsStack() {
    assertThatThrownBy(() -> run(Plans.of("SELECT nope FROM range(1)", Primitive.INTEGER)))
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED);
              assertThat(e.getMessage())
                  .startsWith("[UNRESOLVED_COLUMN")
                  .contains("`nope`")
                  .doesNotContain("\tat ")
                  .doesNotContain("'Project");
              assertThat(e.getCause()).hasMessageContaining("\tat ");
            });
    assertThatThrownBy(() -> run(Plans.of("SELECT 1 / (id - 5) FROM range(9)", Primitive.DOUBLE)))
        .hasMessageContaining("DIVIDE_BY_ZERO")
        .hasMessageNotContaining("\tat ");
  }

  @Test
  void stopsWhenCancelledFromAnotherThread() throws Exception {
    BlockingQueue<Progress> seen = new LinkedBlockingQueue<>();
    try (Rows rows = engine.run(Plans.of(SLOW, Primitive.BIGINT), seen::add)) {
      CompletableFuture<Void> cancel =
          CompletableFuture.runAsync(
              () -> {
                awaitTasks(seen);
                rows.cancel();
              });
      assertThatThrownBy(rows::next)
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      cancel.get(60, TimeUnit.SECONDS);
    }
    assertThat(one("1", Primitive.INTEGER)).isEqualTo(1);
  }

  private static void awaitTasks(BlockingQueue<Progress> seen) {
    try {
      Progress progress;
      do {
        progress = seen.poll(60, TimeUnit.SECONDS);
      } while (progress != null && progress.total() == 0);
      assertThat(progress).isNotNull();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void freesSparkWhenClosedEarly() {
    // Each would keep every core for minutes; some are closed before their job has begun.
    for (int i = 0; i < 20; i++) {
      engine.run(Plans.of(SLOW, Primitive.BIGINT), RunListener.NONE).close();
    }
    Rows rows =
        engine.run(
            Plans.of("SELECT id FROM range(0, 20000000, 1, 1000)", Primitive.BIGINT),
            RunListener.NONE);
    assertThat(rows.next()).isTrue();
    rows.close();
    assertThatThrownBy(rows::next).hasMessageContaining("cancelled");

    assertThat(one("count(*) FROM range(100)", Primitive.BIGINT)).isEqualTo(100L);
  }

  @Test
  void runsTwoQueriesAtOnce() throws Exception {
    String sql = "SELECT sum(id) FROM range(%d)";
    CompletableFuture<@Nullable Object> left =
        CompletableFuture.supplyAsync(
            () -> run(Plans.of(sql.formatted(3_000_000), Primitive.BIGINT)).get(0).get(0));
    CompletableFuture<@Nullable Object> right =
        CompletableFuture.supplyAsync(
            () -> run(Plans.of(sql.formatted(2_000_000), Primitive.BIGINT)).get(0).get(0));

    assertThat(left.get(60, TimeUnit.SECONDS)).isEqualTo(2_999_999L * 3_000_000 / 2);
    assertThat(right.get(60, TimeUnit.SECONDS)).isEqualTo(1_999_999L * 2_000_000 / 2);
  }

  @Test
  void describesWithoutRunning() {
    Plan plan = Plans.of("SELECT 1/0 AS a, array('x') AS b, current_timestamp() AS c");

    assertThat(engine.describe(plan))
        .containsExactly(
            new ResultColumn("a", Primitive.DOUBLE),
            new ResultColumn("b", new DataType.Array(Primitive.STRING)),
            new ResultColumn("c", Primitive.TIMESTAMP));
    assertThatThrownBy(() -> engine.describe(Plans.of("SELECT x FROM nowhere")))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }
}

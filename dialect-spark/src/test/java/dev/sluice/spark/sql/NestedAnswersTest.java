package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Candidate;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.Verdict;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nested columns of a real file; the answers are what Trino's documentation promises. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class NestedAnswersTest {
  private static final EngineName SPARK = EngineName.of("spark");

  /** A full row, a row of NULLs, a row of nothing, a row with NULLs inside. */
  private static final String FILE =
      """
      INSERT OVERWRITE DIRECTORY '%s' USING parquet
      SELECT 1L AS id, named_struct('os', 'x', 'geo', named_struct('lat', 1.5D)) AS device,
        array(10, 20) AS nums, map('a', 1, 'b', NULL) AS tags,
        array(named_struct('sku', 's', 'price', 7)) AS items, array(array(1), array(2, 3)) AS grid
      UNION ALL SELECT 2L, NULL, NULL, NULL, NULL, NULL
      UNION ALL SELECT 3L, named_struct('os', NULL, 'geo', NULL), array(), map(), array(), array()
      UNION ALL SELECT 4L, named_struct('os', 'y', 'geo', named_struct('lat', NULL)),
        array(NULL, 30), map('c', 3), array(NULL, named_struct('sku', NULL, 'price', 9)), array(NULL)
      """;

  private final SparkEngine engine;
  private final Path lake;
  private final Asked asked;

  NestedAnswersTest(SparkEngine engine, @TempDir Path lake) {
    this.engine = engine;
    this.lake = lake;
    this.asked = Asked.of(engine, InMemoryCatalog.builder().table(table(lake)).build());
  }

  private static Table table(Path lake) {
    DataType geo = new DataType.Struct(List.of(new Field("lat", Primitive.DOUBLE)));
    DataType device =
        new DataType.Struct(List.of(new Field("os", Primitive.STRING), new Field("geo", geo)));
    DataType item =
        new DataType.Struct(
            List.of(new Field("sku", Primitive.STRING), new Field("price", Primitive.INTEGER)));
    DataType numbers = new DataType.Array(Primitive.INTEGER);
    return Table.builder(new TableName("web", "t"))
        .column("id", Primitive.BIGINT)
        .column("device", device)
        .column("nums", numbers)
        .column("tags", new DataType.MapOf(Primitive.STRING, Primitive.INTEGER))
        .column("items", new DataType.Array(item))
        .column("grid", new DataType.Array(numbers))
        .storage(Storage.of(TableFormat.PARQUET, lake.resolve("t").toString()))
        .build();
  }

  @BeforeEach
  void writeTheFile() {
    NativeQuery query =
        new NativeQuery(
            "SELECT 1 WHERE false", List.of(FILE.formatted(lake.resolve("t"))), Set.of());
    Candidate candidate =
        new Candidate(SPARK, Verdict.NATIVE, query, List.of(), List.of(), List.of());
    Decision decision = new Decision(List.of(candidate), SPARK, SPARK, "by hand");
    Plan plan =
        new Plan(
            query.sql(), decision, List.of(), List.of(new ResultColumn("c", Primitive.INTEGER)));
    try (Rows rows = engine.run(plan, RunListener.NONE)) {
      assertThat(rows.next()).isFalse();
    }
  }

  private List<String> rows(String sql) {
    return asked.rows(sql);
  }

  @Test
  void returnsWholeNestedColumns() {
    assertThat(rows("SELECT * FROM web.t ORDER BY id"))
        .containsExactly(
            "1, ('x', (1.5)), [10, 20], {'a': 1, 'b': NULL}, [('s', 7)], [[1], [2, 3]]",
            "2, NULL, NULL, NULL, NULL, NULL",
            "3, (NULL, NULL), [], {}, [], []",
            "4, ('y', (NULL)), [NULL, 30], {'c': 3}, [NULL, (NULL, 9)], [NULL]");
  }

  @Test
  void followsPathsThroughNullStructs() {
    assertThat(rows("SELECT t.device.os, device.geo.lat FROM web.t AS t ORDER BY id"))
        .containsExactly("'x', 1.5", "NULL, NULL", "NULL, NULL", "'y', NULL");
  }

  @Test
  void takesFunctionsOverArraysAndMaps() {
    assertThat(
            rows(
                "SELECT transform_values(tags, (k, v) -> v + 1), map_filter(tags, (k, v) -> v > 0)"
                    + " FROM web.t ORDER BY id"))
        .containsExactly(
            "{'a': 2, 'b': NULL}, {'a': 1}", "NULL, NULL", "{}, {}", "{'c': 4}, {'c': 3}");
    assertThat(rows("SELECT map_keys(tags), map_values(tags) FROM web.t ORDER BY id"))
        .containsExactly("['a', 'b'], [1, NULL]", "NULL, NULL", "[], []", "['c'], [3]");
    assertThat(
            rows(
                "SELECT transform(filter(items, i -> i.price > 7), i -> i.sku),"
                    + " zip_with(nums, nums, (a, b) -> a + b) FROM web.t ORDER BY id"))
        .containsExactly("[], [20, 40]", "NULL, NULL", "[], []", "[NULL], [NULL, 60]");
  }

  @Test
  void unnestsWithAndWithoutWhatIsLeft() {
    assertThat(rows("SELECT id, x FROM web.t CROSS JOIN UNNEST(nums) AS u(x) ORDER BY id, x"))
        .containsExactly("1, 10", "1, 20", "4, 30", "4, NULL");
    assertThat(
            rows("SELECT id, x FROM web.t LEFT JOIN UNNEST(nums) AS u(x) ON TRUE ORDER BY id, x"))
        .containsExactly("1, 10", "1, 20", "2, NULL", "3, NULL", "4, 30", "4, NULL");
    assertThat(
            rows(
                "SELECT id, x, n FROM web.t LEFT JOIN UNNEST(nums) WITH ORDINALITY AS u(x, n) ON TRUE"
                    + " ORDER BY id, n"))
        .containsExactly(
            "1, 10, 1", "1, 20, 2", "2, NULL, NULL", "3, NULL, NULL", "4, NULL, 1", "4, 30, 2");
  }

  @Test
  void unnestsStructsMapsAndSeveralAtOnce() {
    assertThat(
            rows(
                "SELECT id, sku, price FROM web.t CROSS JOIN UNNEST(items) AS u(sku, price)"
                    + " ORDER BY id, price"))
        .containsExactly("1, 's', 7", "4, NULL, 9", "4, NULL, NULL");
    assertThat(rows("SELECT id, k, v FROM web.t CROSS JOIN UNNEST(tags) AS u(k, v) ORDER BY k"))
        .containsExactly("1, 'a', 1", "1, 'b', NULL", "4, 'c', 3");
    assertThat(
            rows(
                "SELECT id, x, k, v, n FROM web.t CROSS JOIN UNNEST(nums, tags) WITH ORDINALITY"
                    + " AS u(x, k, v, n) ORDER BY id, n"))
        .containsExactly(
            "1, 10, 'a', 1, 1",
            "1, 20, 'b', NULL, 2",
            "4, NULL, 'c', 3, 1",
            "4, 30, NULL, NULL, 2");
    assertThat(
            rows(
                "SELECT id, y FROM web.t CROSS JOIN UNNEST(grid) AS u(x) CROSS JOIN UNNEST(x) AS v(y)"
                    + " ORDER BY y"))
        .containsExactly("1, 1", "1, 2", "1, 3");
  }

  @Test
  void unnestsAnOuterRowsArrayInASubquery() {
    assertThat(
            rows(
                "SELECT id, (SELECT count(*) FROM UNNEST(t.nums) AS u(x)),"
                    + " (SELECT sum(x) FROM UNNEST(t.nums) AS u(x)) FROM web.t AS t ORDER BY id"))
        .containsExactly("1, 2, 30", "2, 0, NULL", "3, 0, NULL", "4, 2, 30");
    assertThat(
            rows(
                "SELECT id FROM web.t AS t WHERE EXISTS"
                    + " (SELECT 1 FROM UNNEST(t.nums) AS u(x) WHERE x > 15) ORDER BY id"))
        .containsExactly("1", "4");
  }

  @Test
  void failsWhereAMapLacksTheKey() {
    assertThat(rows("SELECT tags['a'], tags['b'] FROM web.t WHERE id <= 2 ORDER BY id"))
        .containsExactly("1, NULL", "NULL, NULL");
    assertThatThrownBy(() -> rows("SELECT tags['a'] FROM web.t WHERE id = 3"))
        .hasMessageContaining("Key not present in map: a");
    assertThatThrownBy(() -> rows("SELECT tags[device.os] FROM web.t WHERE id = 4"))
        .hasMessageContaining("Key not present in map: y");
    assertThat(rows("SELECT tags[device.os] FROM web.t WHERE id = 2")).containsExactly("NULL");
    assertThat(rows("SELECT element_at(tags, 'a') FROM web.t ORDER BY id"))
        .containsExactly("1", "NULL", "NULL", "NULL");
  }

  @Test
  void countsArraysFromOneAndFailsBeyondTheirEnd() {
    assertThat(rows("SELECT nums[2], cardinality(nums) FROM web.t WHERE id <> 3 ORDER BY id"))
        .containsExactly("20, 2", "NULL, NULL", "30, 2");
    assertThatThrownBy(() -> rows("SELECT nums[1] FROM web.t WHERE id = 3"))
        .hasMessageContaining("INVALID_ARRAY_INDEX");
    assertThat(
            rows(
                "SELECT cardinality(nums), cardinality(tags), contains(nums, 30) FROM web.t"
                    + " ORDER BY id"))
        .containsExactly("2, 2, false", "NULL, NULL, NULL", "0, 0, false", "2, 1, true");
  }

  @Test
  void refusesToCompareNestedValues() {
    assertThat(asked.spark("SELECT id FROM web.t WHERE nums = ARRAY[1, 2]").isRefused()).isTrue();
  }
}

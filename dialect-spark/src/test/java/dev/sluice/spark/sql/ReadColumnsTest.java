package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A view over JSON holds what the plan says is read: wherever a query reads a column, it is said.
 */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class ReadColumnsTest {
  private final Asked asked;

  ReadColumnsTest(SparkEngine engine, @TempDir Path lake) throws IOException {
    Files.createDirectories(lake.resolve("j"));
    Files.createDirectories(lake.resolve("k"));
    Files.writeString(
        lake.resolve("j/1.json"),
        """
        {"id": 1, "a": 10, "b": "x", "s": {"p": 1}, "arr": [1, 2], "it": [{"k": 1, "v": "a"}]}
        {"id": 2, "a": 20, "b": "y", "s": null, "arr": [], "it": null}
        """);
    Files.writeString(
        lake.resolve("k/1.json"),
        "{\"id\": 1, \"c\": 100, \"d\": \"dx\"}\n{\"id\": 3, \"c\": 300}\n");
    this.asked = Asked.of(engine, catalog(lake));
  }

  private static Catalog catalog(Path lake) {
    DataType item =
        new DataType.Struct(
            List.of(
                new DataType.Field("k", Primitive.INTEGER),
                new DataType.Field("v", Primitive.STRING)));
    DataType struct = new DataType.Struct(List.of(new DataType.Field("p", Primitive.INTEGER)));
    Table j =
        Table.builder(new TableName("web", "j"))
            .column("id", Primitive.BIGINT)
            .column("a", Primitive.INTEGER)
            .column("b", Primitive.STRING)
            .column("s", struct)
            .column("arr", new DataType.Array(Primitive.INTEGER))
            .column("it", new DataType.Array(item))
            .storage(Storage.of(TableFormat.JSON_HIVE, lake.resolve("j").toString()))
            .build();
    Table k =
        Table.builder(new TableName("web", "k"))
            .column("id", Primitive.BIGINT)
            .column("c", Primitive.INTEGER)
            .column("d", Primitive.STRING)
            .storage(Storage.of(TableFormat.JSON_HIVE, lake.resolve("k").toString()))
            .build();
    return InMemoryCatalog.builder().table(j).table(k).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT count(*) FROM web.j|2",
        "SELECT q.* FROM (SELECT * FROM web.j) q ORDER BY q.a|1, 10, 'x', (1), [1, 2], [(1, 'a')]; 2, 20, 'y', NULL, [], NULL",
        "SELECT j.* FROM web.j, web.k WHERE j.id = k.id|1, 10, 'x', (1), [1, 2], [(1, 'a')]",
        "SELECT b FROM web.j ORDER BY a * 2 DESC|'y'; 'x'",
        "SELECT b AS a FROM web.j ORDER BY a|'x'; 'y'",
        "SELECT b FROM web.j GROUP BY b HAVING max(a) > 10|'y'",
        "SELECT b FROM web.j QUALIFY row_number() OVER (ORDER BY a DESC) = 1|'y'",
        "SELECT id FROM web.j WHERE EXISTS (SELECT 1 FROM web.k WHERE k.id = j.id AND k.c > j.a)|1",
        "SELECT id, (SELECT max(c) FROM web.k WHERE k.id = j.id) FROM web.j ORDER BY id|1, 100; 2, NULL",
        "SELECT id FROM web.j WHERE (SELECT count(*) FROM web.k WHERE c > a) > 1 ORDER BY id|1; 2",
        "SELECT x FROM web.j CROSS JOIN UNNEST(arr) AS u(x) ORDER BY x|1; 2",
        "SELECT x FROM web.j, UNNEST(ARRAY[a, a + 1]) AS u(x) ORDER BY x|10; 11; 20; 21",
        "SELECT id, k, v FROM web.j LEFT JOIN UNNEST(it) AS u(k, v) ON true ORDER BY id|1, 1, 'a'; 2, NULL, NULL",
        "SELECT id, (SELECT sum(x) FROM UNNEST(arr) AS u(x)) FROM web.j ORDER BY id|1, 3; 2, NULL",
        "SELECT z FROM web.j CROSS JOIN LATERAL (SELECT a * 10 AS z) AS l ORDER BY z|100; 200",
        "SELECT b, sum(count(*)) OVER (ORDER BY max(a)) FROM web.j GROUP BY b ORDER BY b|'x', 1; 'y', 2",
        "SELECT first_value(b) OVER w FROM web.j WINDOW w AS (PARTITION BY s.p ORDER BY a) ORDER BY 1|'x'; 'y'",
        "SELECT count(*) FILTER (WHERE a > 10) FROM web.j|1",
        "WITH w AS (SELECT *, a + 1 AS e FROM web.j) SELECT e FROM w ORDER BY b|11; 21",
        "SELECT z FROM web.j AS t(x, y, z, s, arr, it) WHERE t.x = 1|'x'",
        "SELECT j.b, k.d FROM web.j LEFT JOIN web.k ON k.id = j.id AND j.a = 10 ORDER BY b|'x', 'dx'; 'y', NULL",
        "SELECT id FROM web.j UNION SELECT c FROM web.k ORDER BY 1|1; 2; 100; 300",
      })
  void isCompleteWhereverAColumnIsRead(String sql, String rows) {
    assertThat(String.join("; ", asked.rows(sql))).isEqualTo(rows);
  }
}

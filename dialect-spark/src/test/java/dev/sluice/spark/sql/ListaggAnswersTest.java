package dev.sluice.spark.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType.Primitive;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.spark.client.SharedSpark;
import dev.sluice.spark.client.SparkEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What of listagg a Trino 411 cannot be asked; the answers are what Trino's documentation says. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class ListaggAnswersTest {
  private static final String TOWNS =
      " FROM (VALUES ('c', 1), ('a', 2), ('', 3), (NULL, 4), ('a', 5)) AS t (x, n)";

  private final SparkEngine engine;
  private final Asked asked;

  ListaggAnswersTest(SparkEngine engine) {
    this.engine = engine;
    this.asked = Asked.of(engine);
  }

  @Test
  void aFilterLeavesRowsOut() {
    assertThat(
            asked.values(
                "SELECT listagg(x, ',') WITHIN GROUP (ORDER BY n) FILTER (WHERE n > 1),"
                    + " listagg(DISTINCT x, ',') WITHIN GROUP (ORDER BY x DESC) FILTER (WHERE n <> 3),"
                    + " listagg(x, ',') WITHIN GROUP (ORDER BY n) FILTER (WHERE n > 9)"
                    + TOWNS))
        .containsExactly("'a,,a'", "'c,a'", "NULL");
  }

  @Test
  void aTextThatIsTooLongForAthenaIsAnAnswer() {
    String sql =
        "SELECT length(listagg(concat(x, x, x, x, x, x, x, x, x, x)) WITHIN GROUP (ORDER BY n))"
            + " FROM (VALUES ('%s', 1), ('b', 2)) AS t (x, n)".formatted("z".repeat(120_000));
    assertThat(asked.spark(sql).caveats()).isNotEmpty();
    assertThat(asked.values(sql)).containsExactly("1200010");
  }

  @Test
  void thereIsNoOnOverflow() {
    Plan plan =
        OwnText.plan(
            "SELECT listagg(x, ',' ON OVERFLOW TRUNCATE '~' WITH COUNT) WITHIN GROUP (ORDER BY n)"
                + TOWNS,
            List.of(new ResultColumn("l", Primitive.STRING)));
    assertThatThrownBy(() -> engine.describe(plan)).hasMessageContaining("PARSE_SYNTAX_ERROR");
  }
}

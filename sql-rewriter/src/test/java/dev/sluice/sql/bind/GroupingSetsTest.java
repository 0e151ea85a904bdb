package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingSetsTest {
  private static String grouped(String by) {
    return canonical("SELECT count(*) FROM web.users GROUP BY " + by);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISTINCT id, name|id, name",
        "DISTINCT ROLLUP (id), ROLLUP (users.id)|GROUPING SETS (id, ())",
        "DISTINCT ROLLUP (id, name), CUBE (name)" + "|GROUPING SETS ((id, name), (id), (name), ())",
        "DISTINCT GROUPING SETS ((id), (name, id), (id, name))|GROUPING SETS (id, (name, id))",
        "DISTINCT GROUPING SETS ((id), ROLLUP (id))|GROUPING SETS (id, ())",
        "DISTINCT ROLLUP (id, id), ()|GROUPING SETS (id, ())",
        "DISTINCT ()|()"
      })
  void distinctSetsAreSaidOnce(String by, String meant) {
    assertThat(grouped(by)).isEqualTo(grouped(meant));
  }

  @Test
  void thereAreNoMoreThanTrinoTakes() {
    assertThatThrownBy(
            () ->
                grouped(
                    "DISTINCT CUBE (id, name, country), "
                        + "ROLLUP (id, name), ".repeat(20)
                        + "id"))
        .hasMessageContaining("more than 2048 grouping sets");
  }
}

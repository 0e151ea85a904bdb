package dev.sluice.sql.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes are those that a Trino 411 planned, or refused to. */
class CorrelationDetectorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXISTS (SELECT 1 FROM web.users r WHERE r.id < u.id)",
        "EXISTS (SELECT 1 FROM web.users r WHERE r.id = u.id ORDER BY r.name)",
        "name NOT IN (SELECT r.name FROM web.users r WHERE r.id < u.id)",
        "name > ALL (SELECT r.name FROM web.users r WHERE r.id < u.id)",
        "name = (SELECT max(r.name) FROM web.users r WHERE r.id < u.id)",
        "id = (SELECT count(DISTINCT r.name) FROM web.users r WHERE r.id < u.id)",
        "name = (SELECT u.name || 'x')",
        "EXISTS (SELECT 1 FROM (SELECT * FROM web.users r WHERE r.id = u.id) AS z WHERE z.id > 1)",
        "EXISTS (SELECT 1 FROM UNNEST(ARRAY[u.id]) AS a (x))",
        "id = (SELECT count(*) FROM UNNEST(ARRAY[u.id]) AS a (x))",
        "name IN (SELECT r.name FROM web.users r)"
      })
  void plainOnesAreNoOtherShape(String condition) {
    assertThat(capabilities(condition)).doesNotContain(Capability.CORRELATED_SHAPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EXISTS (SELECT 1 FROM web.users r WHERE r.id < u.id LIMIT 1)|CORRELATED_WITH_LIMIT",
        "id = (SELECT r.id FROM web.users r WHERE r.id = u.id ORDER BY 1 OFFSET 1)|CORRELATED_WITH_LIMIT",
        "EXISTS (SELECT 1 FROM web.users r WHERE r.id < u.id GROUP BY r.name HAVING count(*) > 1)|CORRELATED_WITH_GROUPS",
        "name IN (SELECT DISTINCT r.name FROM web.users r WHERE r.id < u.id)|CORRELATED_SHAPE",
        "EXISTS (SELECT 1 FROM web.users r WHERE r.id < u.id UNION SELECT 2)|CORRELATED_SHAPE",
        "name = (SELECT max(concat(u.name, r.name)) FROM web.users r)|CORRELATED_SHAPE",
        "id = (SELECT max(n) FROM (SELECT row_number() OVER (ORDER BY r.id) AS n FROM web.users r WHERE r.id = u.id))|CORRELATED_WITH_WINDOW",
        "EXISTS (SELECT 1 FROM web.users r WHERE EXISTS (SELECT 1 FROM web.users c WHERE c.id = u.id AND c.id = r.id))|CORRELATION_SKIPS_A_LEVEL",
        "EXISTS (SELECT 1 FROM (SELECT * FROM web.users r WHERE r.id = u.id) AS z)|CORRELATION_IN_FROM",
        "name = (SELECT max(r.name) FROM web.users r LEFT JOIN web.users c ON c.id = u.id)|CORRELATED_SHAPE",
        "EXISTS (SELECT 1 FROM UNNEST(ARRAY[u.id]) AS a (x) WHERE a.x > 5)|CORRELATED_UNNEST_WITH_CONDITION",
        "EXISTS (SELECT 1 FROM UNNEST(ARRAY[u.id]) AS a (x) WHERE a.x > u.id)|UNNEST_SUBQUERY_NAMES_OUTER_ROW",
        "id IN (SELECT a.x FROM UNNEST(ARRAY[u.id]) AS a (x))|CORRELATED_SHAPE"
      })
  void othersAreFound(String condition, Capability capability) {
    assertThat(capabilities(condition)).contains(Capability.CORRELATED_SUBQUERY, capability);
  }

  @Test
  void subqueriesInTheConditionOfAnOuterJoinAreFound() {
    String exists = "EXISTS (SELECT 1 FROM web.users z WHERE z.id = u.id)";
    String join = "SELECT 1 FROM web.users u %s JOIN web.users r ON " + exists;
    assertThat(DetectorsTest.detect(join.formatted("LEFT")))
        .extracting(Requirement::capability)
        .contains(Capability.CORRELATION_IN_OUTER_JOIN);
    assertThat(DetectorsTest.detect(join.formatted("INNER")))
        .extracting(Requirement::capability)
        .contains(Capability.CORRELATED_SUBQUERY)
        .doesNotContain(Capability.CORRELATION_IN_OUTER_JOIN);
  }

  private static List<Capability> capabilities(String condition) {
    return DetectorsTest.detect("SELECT 1 FROM web.users u WHERE " + condition).stream()
        .map(Requirement::capability)
        .toList();
  }
}

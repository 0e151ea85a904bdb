package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.NativeQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructToLeavesTest {
  private static final String SELECT = "SELECT id, c.device.screen, n FROM web.clicks c WHERE ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.device.screen.width = 3",
        "3 > c.device.screen.width",
        "c.device.screen.width IS NOT NULL",
        "c.device.screen.width BETWEEN 1 AND 2",
        "c.device.screen.width NOT IN (1, 2)",
        "c.device.screen.width IN (SELECT n FROM web.clicks)",
        "id > 3 AND (c.device.screen.width < 3 OR c.device.screen.width <> 7)",
      })
  void aStructThatIsThereComesBackFieldByField(String condition) {
    NativeQuery query = Lake.query(SELECT + condition);
    assertThat(query.sql()).contains("\"c\".\"device\".\"screen\".\"width\" AS \"screen.width\"");
    assertThat(query.structsByField()).containsExactly(1);
    assertThat(query.session()).isEmpty();
    assertThat(query.serializedColumns()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.device.os = 'ios'",
        "c.device.screen.width IS NULL",
        "c.device.screen.width = 3 OR id > 3",
        "coalesce(c.device.screen.width, 3) = 3",
        "c.device.screen.width IS DISTINCT FROM 3",
        "NOT (c.device.screen.width = 3 AND id > 3)",
        "c.device.screen.width NOT IN (SELECT n FROM web.clicks)",
      })
  void aStructThatMayBeNullDoesNot(String condition) {
    assertThat(Lake.refusals(SELECT + condition)).isNotEmpty();
  }

  @Test
  void aStructOfMoreThanScalarsDoesNot() {
    assertThat(Lake.refusals("SELECT c.device FROM web.clicks c WHERE c.device.os = 'ios'"))
        .isNotEmpty();
  }

  @Test
  void aBranchOfASetOperatorDoesNot() {
    String branch = SELECT + "c.device.screen.width = 3";
    assertThat(Lake.refusals(branch + " UNION ALL " + branch)).isNotEmpty();
  }
}

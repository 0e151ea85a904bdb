package dev.sluice.sql.rewrite;

import static dev.sluice.sql.Queries.rewritten;
import static dev.sluice.sql.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.TestDialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.Printer;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final TestDialect PLAIN = TestDialect.plain("plain");

  @Test
  void filterBecomesACase() {
    TestDialect dialect = PLAIN.with(new FilterToCase());
    assertThat(text("SELECT sum(n) FILTER (WHERE ok) FROM web.events", dialect))
        .startsWith(
            "SELECT SUM(CASE WHEN \"events\".\"ok\" THEN \"events\".\"n\" ELSE NULL END) AS");
    assertThat(text("SELECT count(*) FILTER (WHERE ok) FROM web.events", dialect))
        .startsWith("SELECT COUNT(CASE WHEN \"events\".\"ok\" THEN 1 ELSE NULL END) AS");
    assertThat(text("SELECT count(DISTINCT n) FILTER (WHERE n > 1) FROM web.events", dialect))
        .startsWith("SELECT COUNT(DISTINCT CASE WHEN \"events\".\"n\" > 1 THEN");
    assertThat(
            rewritten("SELECT sum(n) FILTER (WHERE ok) FROM web.events", dialect).remarks().rules())
        .containsExactly("filter-to-case");
    assertThat(rewritten("SELECT sum(n) FROM web.events", dialect).remarks().rules()).isEmpty();
  }

  @Test
  void nullOrderIsSaidWhereTheEngineHasAnother() {
    TestDialect dialect = PLAIN.with(new ExplicitNullOrder()).ordering(new NullOrder(true, false));
    assertThat(text("SELECT n FROM web.events ORDER BY n, id DESC, d DESC NULLS FIRST", dialect))
        .endsWith(
            "ORDER BY \"n\", \"events\".\"id\" DESC NULLS LAST,"
                + " \"events\".\"d\" DESC NULLS FIRST");
    assertThat(text("SELECT rank() OVER (ORDER BY n DESC) FROM web.events", dialect))
        .contains("OVER (ORDER BY \"events\".\"n\" DESC NULLS LAST)");
    assertThat(text("SELECT n FROM web.events ORDER BY 1 DESC", dialect))
        .endsWith("ORDER BY 1 DESC NULLS LAST");
  }

  @Test
  void qualifyBecomesASubquery() {
    assertThat(
            text(
                "SELECT name, n AS x FROM web.events"
                    + " QUALIFY row_number() OVER (PARTITION BY name ORDER BY n) = 1"
                    + " ORDER BY x, d LIMIT 2",
                PLAIN.with(new QualifyToSubquery())))
        .isEqualTo(
            "SELECT \"_q\".\"_c0\" AS \"name\", \"_q\".\"_c1\" AS \"x\" FROM (SELECT"
                + " \"events\".\"name\" AS \"_c0\", \"events\".\"n\" AS \"_c1\", \"events\".\"d\""
                + " AS \"_o0\", (ROW_NUMBER() OVER (PARTITION BY \"events\".\"name\" ORDER BY"
                + " \"events\".\"n\")) = 1 AS \"_qualify\" FROM \"web\".\"events\" AS \"events\")"
                + " AS \"_q\" WHERE \"_q\".\"_qualify\" ORDER BY \"x\", \"_q\".\"_o0\" LIMIT 2");
  }

  @Test
  void qualifyOfDistinctRowsOrdersByWhatIsSelected() {
    assertThat(
            text(
                "SELECT DISTINCT n + 1 AS x FROM web.events"
                    + " QUALIFY rank() OVER (ORDER BY n) = 1 ORDER BY n + 1",
                PLAIN.with(new QualifyToSubquery())))
        .startsWith("SELECT DISTINCT \"_q\".\"_c0\" AS \"x\" FROM")
        .endsWith("ORDER BY \"_q\".\"_c0\"")
        .doesNotContain("_o0");
  }

  @Test
  void aFunctionWithoutARowIsRefused() {
    TestDialect dialect = PLAIN.knowing(FunctionTable.builder().same("+", "=").build());
    assertThat(rewritten("SELECT lower(name), n + 1 FROM web.events", dialect).remarks().refusals())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.text()).contains("function lower has no row");
              assertThat(reason.position()).hasToString("line 1, column 8");
            });
  }

  @Test
  void theBoundsOfAFrameAreRewrittenToo() {
    TestDialect dialect =
        PLAIN.knowing(FunctionTable.builder().same("sum", "+").renamed("abs", "ABSOLUTE").build());
    assertThat(
            text(
                "SELECT sum(n) OVER (ORDER BY d ROWS BETWEEN abs(1) PRECEDING AND CURRENT ROW)"
                    + " FROM web.events",
                dialect))
        .contains("ROWS BETWEEN ABSOLUTE(1) PRECEDING AND CURRENT ROW");
  }

  @Test
  void printersQuoteAsTheirEnginesDo() {
    TestDialect dialect = PLAIN.printing(new Printer("`", true));
    assertThat(text("SELECT 'it''s', 'a\\b', `x``y` FROM web.odd", dialect))
        .startsWith("SELECT 'it''s' AS `_col0`, 'a\\\\b' AS `_col1`, `odd`.`x``y` FROM");
  }
}

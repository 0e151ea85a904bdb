package dev.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Plan;
import dev.sluice.Reason;
import java.util.List;
import org.apache.calcite.sql.parser.SqlParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured is the same work on both sides: every query, and none that fails. */
class SuiteTest {
  @ParameterizedTest
  @CsvSource({"tpch, 22", "tpcds, 99", "nested, 10"})
  void sluiceAndCalciteReadEveryQuery(String name, int queries) throws SqlParseException {
    Suite suite = Suite.of(name);
    CalciteReference calcite = new CalciteReference(suite);
    assertThat(suite.queries()).hasSize(queries);
    try (Planning planning = new Planning(suite.catalog())) {
      for (String query : suite.queries()) {
        Plan plan = planning.plan(query);
        assertThat(plan.decision().engine()).as(query).isNotNull();
        assertThat(calcite.validate(query)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in10000", "union1000", "and3000"})
  void everyEngineTakesLargeQueries(String query) {
    assertThat(candidates(query)).hasSize(3).noneMatch(Candidate::isRefused);
  }

  /** Redshift has no external table of 5,000 columns, so nothing is printed for it there. */
  @ParameterizedTest
  @ValueSource(strings = {"star5000", "named5000"})
  void everyEngineButRedshiftTakesATableOfFiveThousandColumns(String query) {
    assertThat(candidates(query))
        .hasSize(3)
        .filteredOn(Candidate::isRefused)
        .singleElement()
        .satisfies(
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::capability)
                    .containsExactly("WIDE_TABLE"));
  }

  private static List<Candidate> candidates(String query) {
    try (Planning planning = new Planning(SizeBenchmark.catalog())) {
      return planning.plan(SizeBenchmark.text(query)).decision().candidates();
    }
  }
}

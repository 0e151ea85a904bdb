package dev.sluice.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.Verdict;
import dev.sluice.sql.TestDialect;
import dev.sluice.sql.dialect.Dialect;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final EngineName A = EngineName.of("athena");
  private static final EngineName B = EngineName.of("spectrum");
  private static final EngineName LAST = EngineName.of("spark");
  private static final Map<EngineName, Dialect> DIALECTS =
      Map.of(
          A, TestDialect.plain("athena").ranked(1, false),
          B, TestDialect.plain("spectrum").ranked(2, false),
          LAST, TestDialect.plain("spark").ranked(0, true));

  private static Decision decide(PlanOptions options, Candidate... candidates) {
    return new Policy(DIALECTS, Set.of(A, B, LAST))
        .decide(List.of(candidates), options, new NearestQuery(List.of()));
  }

  private static Candidate can(EngineName engine, int rules, int caveats) {
    List<String> names = List.of("one", "two", "three").subList(0, rules);
    return new Candidate(
        engine,
        rules == 0 ? Verdict.NATIVE : Verdict.REWRITTEN,
        new NativeQuery("SELECT 1"),
        names,
        Collections.nCopies(caveats, reason("FUNCTION", null)),
        List.of());
  }

  private static Candidate cannot(EngineName engine, Reason... reasons) {
    return new Candidate(engine, Verdict.REFUSED, null, List.of(), List.of(), List.of(reasons));
  }

  private static Reason reason(
      String capability, @org.jspecify.annotations.Nullable String column) {
    return new Reason(capability, null, column, null, "because", "a source");
  }

  @Test
  void theLeastRankComesFirstWhenNothingElseDecides() {
    Decision decision = decide(PlanOptions.DEFAULT, can(LAST, 0, 0), can(B, 0, 0), can(A, 0, 0));
    assertThat(decision.candidates()).extracting(Candidate::engine).containsExactly(A, B, LAST);
    assertThat(decision.explanation()).isEqualTo("Athena answers, as the query stands.");
  }

  @Test
  void fewerRewritesComeBeforeRankAndCaveatsAfterRewrites() {
    assertThat(decide(PlanOptions.DEFAULT, can(A, 1, 0), can(B, 0, 0)).engine()).isEqualTo(B);
    assertThat(decide(PlanOptions.DEFAULT, can(A, 0, 1), can(B, 2, 0)).engine()).isEqualTo(B);
  }

  @Test
  void theLastResortIsLastWhateverItsMerits() {
    assertThat(decide(PlanOptions.DEFAULT, can(LAST, 0, 0), can(A, 2, 1)).engine()).isEqualTo(A);
  }

  @Test
  void aPreferredEngineComesFirstUnlessItCannot() {
    PlanOptions prefer = new PlanOptions(List.of(LAST, B), false);
    assertThat(decide(prefer, can(A, 0, 0), can(B, 1, 1), can(LAST, 0, 0)).candidates())
        .extracting(Candidate::engine)
        .containsExactly(LAST, B, A);
    assertThat(decide(prefer, can(A, 0, 0), cannot(B), cannot(LAST)).engine()).isEqualTo(A);
  }

  @Test
  void anEngineThatIsNotHereIsChosenAndAnotherAnswers() {
    Decision decision =
        new Policy(DIALECTS, Set.of(LAST))
            .decide(
                List.of(can(A, 1, 0), can(LAST, 0, 0)),
                PlanOptions.DEFAULT,
                new NearestQuery(List.of()));
    assertThat(decision.engine()).isEqualTo(A);
    assertThat(decision.answeredBy()).isEqualTo(LAST);
    assertThat(decision.explanation())
        .isEqualTo(
            "Athena would answer, with one rewrite. It is not configured here, so the rows come"
                + " from the embedded Spark.");
  }

  @Test
  void saysWhichChangeWouldHelpOnlyWhenItTakesAwayEveryReason() {
    Reason column = reason("UNSUPPORTED_TYPE", "u");
    Reason other = reason("READ_AVRO", null);
    assertThat(
            decide(PlanOptions.DEFAULT, cannot(A, column, other), cannot(B, other)).explanation())
        .isEqualTo("No engine can answer this query.");
    assertThat(
            decide(PlanOptions.DEFAULT, cannot(A, column, other), cannot(B, column)).explanation())
        .isEqualTo(
            "No engine can answer this query. Nothing would stand against spectrum in the same"
                + " query without column u.");
  }
}

package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who answers: the order of the candidates, preferences, strictness, and nobody at all. */
class DecisionPolicyTest {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPARK = EngineName.of("spark");
  private static final String EVERYWHERE = "SELECT count(*) AS n FROM web.users";
  private static final String SPARK_ALONE = "SELECT kind FROM web.ad_events_by_url";
  private static final String NOWHERE = "SELECT reading_id,\n  payload\nFROM web.readings";
  private static final String CAVEAT_IN_ATHENA = "SELECT session_id FROM web.sessions";

  /** Stands in FROM of the decision only: these tests run nothing. */
  private record Present(EngineName name) implements Engine {
    @Override
    public Rows run(Plan plan, RunListener listener) {
      throw new UnsupportedOperationException("Nothing runs here");
    }

    @Override
    public void close() {}
  }

  private static Decision decide(String sql, PlanOptions options, EngineName... present) {
    return plan(sql, options, present).decision();
  }

  private static Plan plan(String sql, PlanOptions options, EngineName... present) {
    try (Sluice sluice = open(present)) {
      return sluice.plan(sql, options);
    }
  }

  private static Sluice open(EngineName... present) {
    Sluice.Builder builder =
        Sluice.builder()
            .configuration(SluiceConfiguration.builder().lake(Golden.LAKE).build())
            // Takes the place of the real one, which this process may be set up for.
            .engine(new Present(SPARK));
    for (EngineName name : present) {
      builder.engine(new Present(name));
    }
    return builder.open();
  }

  @Test
  void theEngineOfFewestRewritesComesFirstAndTheLastResortLast() {
    Decision decision = decide(EVERYWHERE, PlanOptions.DEFAULT, ATHENA);

    assertThat(decision.engine()).isEqualTo(ATHENA);
    assertThat(decision.answeredBy()).isEqualTo(ATHENA);
    List<EngineName> able =
        decision.candidates().stream()
            .filter(candidate -> !candidate.isRefused())
            .map(Candidate::engine)
            .toList();
    assertThat(able).startsWith(ATHENA).endsWith(SPARK);
  }

  @Test
  void refusedCandidatesStandBehindTheOthers() {
    List<Boolean> refused =
        decide(SPARK_ALONE, PlanOptions.DEFAULT).candidates().stream()
            .map(Candidate::isRefused)
            .toList();

    assertThat(refused).containsExactly(false, true, true);
  }

  @Test
  void everyColumnOfTheMatrixIsACandidateOnce() {
    assertThat(decide(NOWHERE, PlanOptions.DEFAULT).candidates())
        .extracting(candidate -> candidate.engine().value())
        .containsExactlyInAnyOrder("athena", "spectrum", "spark");
  }

  @Test
  void aPreferredEngineGoesFirstEvenTheLastResort() {
    PlanOptions spark = new PlanOptions(List.of(SPARK), false);

    assertThat(decide(EVERYWHERE, spark, ATHENA).engine()).isEqualTo(SPARK);
  }

  @Test
  void aPreferenceForAnEngineThatCannotChangesNothing() {
    PlanOptions athena = new PlanOptions(List.of(ATHENA), false);

    assertThat(decide(SPARK_ALONE, athena, ATHENA).engine()).isEqualTo(SPARK);
  }

  @Test
  void strictRefusesACandidateForItsCaveat() {
    PlanOptions strict = new PlanOptions(List.of(), true);

    Candidate relaxed =
        decide(CAVEAT_IN_ATHENA, PlanOptions.DEFAULT).candidate(ATHENA).orElseThrow();
    Candidate refused = decide(CAVEAT_IN_ATHENA, strict).candidate(ATHENA).orElseThrow();

    assertThat(relaxed.isRefused()).isFalse();
    assertThat(relaxed.caveats()).isNotEmpty();
    assertThat(refused.isRefused()).isTrue();
    assertThat(refused.reasons()).isEqualTo(relaxed.caveats());
  }

  @Test
  void whereTheChosenEngineIsNotConfiguredTheEmbeddedOneAnswersAndTheDecisionSaysSo() {
    Decision decision = decide(EVERYWHERE, PlanOptions.DEFAULT);

    assertThat(decision.engine()).isEqualTo(ATHENA);
    assertThat(decision.answeredBy()).isEqualTo(SPARK);
    assertThat(decision.explanation()).contains("not configured here").contains("Spark");
  }

  @Test
  void whatNoEngineCanAnswerIsPlannedWithEveryReasonAndRefusedWhenRun() {
    try (Sluice sluice = open(ATHENA)) {
      Plan plan = sluice.plan(NOWHERE);
      SluiceException error =
          catchThrowableOfType(
              SluiceException.class, () -> sluice.run(plan, RunListener.NONE).close());

      assertThat(plan.decision().engine()).isNull();
      assertThat(plan.decision().answeredBy()).isNull();
      assertThat(plan.decision().candidates())
          .allSatisfy(candidate -> assertThat(candidate.reasons()).isNotEmpty());
      assertThat(error.code()).isEqualTo(ErrorCode.NO_ENGINE);
      assertThat(error.plan()).contains(plan);
      assertThat(error.position()).contains(new SqlPosition(3, 6));
      assertThat(error).hasMessageContaining("athena: ").hasMessageContaining("spark: ");
      assertThat(error).hasMessageContaining("spectrum: ").hasMessageContaining("uniontype");
    }
  }

  @Test
  void whatOnlyAnUnconfiguredEngineCanAnswerSaysThatItIsNotConfigured() {
    try (Sluice sluice = open()) {
      // Ion is read by Athena alone where it is nested.
      Plan plan = sluice.plan("SELECT id FROM raw.ions");
      SluiceException error =
          catchThrowableOfType(
              SluiceException.class, () -> sluice.run(plan, RunListener.NONE).close());

      assertThat(plan.decision().engine()).isEqualTo(ATHENA);
      assertThat(plan.decision().answeredBy()).isNull();
      assertThat(error.code()).isEqualTo(ErrorCode.ENGINE_NOT_CONFIGURED);
    }
  }
}

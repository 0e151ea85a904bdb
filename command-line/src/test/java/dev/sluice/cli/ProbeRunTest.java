package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.matrix.Capability;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.ProbeOutcome;
import dev.sluice.probe.ProbeReport;
import dev.sluice.probe.ProbeRun;
import dev.sluice.probe.Probes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How answers are judged, whoever gives them. */
final class ProbeRunTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final Lake LAKE = ProbeLake.of("s3://bucket/here/", "scratch", "test");

  /** Rows that an engine gives for what reads no table, reads the simplest table, or counts. */
  private static Rows sane(Plan plan) {
    if (plan.sql().equals("SELECT 1")) {
      return numbers(1);
    } else if (plan.sql().contains("count(*) FROM")) {
      return numbers(6);
    }
    return new ListRows(
        List.of(
            new ResultColumn("id", Primitive.INTEGER), new ResultColumn("name", Primitive.STRING)),
        Stream.<List<@Nullable Object>>of(List.of(1, "Ann"), List.of(2, "Bob ")),
        List.of());
  }

  private static Rows numbers(Integer... numbers) {
    return new ListRows(
        List.of(new ResultColumn("id", Primitive.INTEGER)),
        Stream.of(numbers).map(number -> List.<@Nullable Object>of(number)),
        List.of());
  }

  /** What comes of one probe where the engine answers like that to the query itself. */
  private static Judgement judged(Capability capability, Function<Plan, Rows> answer) {
    return judged(capability, answer, ProbeRunTest::sane);
  }

  private static Judgement judged(
      Capability capability, Function<Plan, Rows> answer, Function<Plan, Rows> others) {
    String sql =
        LAKE.named(
            Probes.shipped().all().stream()
                .filter(probe -> probe.capability() == capability)
                .findFirst()
                .orElseThrow()
                .sql());
    SluiceConfiguration configuration = SluiceConfiguration.builder().build();
    try (Sluice sluice =
        Sluice.builder()
            .catalog(LAKE.catalog())
            .engine(
                new FakeEngine(
                    SPECTRUM,
                    plan -> plan.sql().equals(sql) ? answer.apply(plan) : others.apply(plan)))
            .open()) {
      List<Judgement> judgements =
          new ProbeRun(
                  sluice,
                  LAKE,
                  configuration,
                  List.of(SPECTRUM),
                  Probes.shipped(),
                  List.of(capability))
              .judge(RunListener.NONE);
      assertThat(judgements).hasSize(1);
      return judgements.get(0);
    }
  }

  private static Function<Plan, Rows> failing(ErrorCode code) {
    return plan -> {
      throw new SluiceException(code, "so it is");
    };
  }

  @Test
  void rightRowsAreRightWhereTheMatrixSendsQueries() {
    assertThat(judged(Capability.NAN_COMPARISON, plan -> numbers(6, 1)).outcome())
        .isEqualTo(ProbeOutcome.AS_THE_MATRIX_SAYS);
  }

  @Test
  void rightRowsOfWhatIsRefusedAreADifference() {
    Judgement found = judged(Capability.IN_SUBQUERY_OVER_NESTED, plan -> numbers(1, 2, 3));
    assertThat(found.outcome()).isEqualTo(ProbeOutcome.ANSWERS_RIGHT);
    assertThat(ProbeReport.of(List.of(found), Map.of(), LocalDate.of(2026, 11, 27)))
        .contains(
            "# IN_SUBQUERY_OVER_NESTED on spectrum: the matrix says refuse; it answers right\n",
            "IN_SUBQUERY_OVER_NESTED:\n  spectrum:\n    verdict: native\n");
  }

  @Test
  void otherRowsAreWrongWhereTheMatrixSendsQueriesAndNoSurpriseWhereItDoesNot() {
    Judgement found = judged(Capability.NAN_COMPARISON, plan -> numbers(1));
    assertThat(found.outcome()).isEqualTo(ProbeOutcome.ANSWERS_OTHERWISE);
    assertThat(found.detail()).isEqualTo("answers [1], not [1] [6]");
    assertThat(judged(Capability.IN_SUBQUERY_OVER_NESTED, plan -> numbers(1)).outcome())
        .isEqualTo(ProbeOutcome.AS_THE_MATRIX_SAYS);
  }

  @Test
  void theOrderOfRowsCountsWhereItIsAskedFor() {
    assertThat(judged(Capability.LIMIT_OFFSET, plan -> numbers(1, 2)).outcome())
        .isEqualTo(ProbeOutcome.AS_THE_MATRIX_SAYS);
    assertThat(judged(Capability.LIMIT_OFFSET, plan -> numbers(2, 1)).outcome())
        .isEqualTo(ProbeOutcome.ANSWERS_OTHERWISE);
  }

  @Test
  void aFailureIsOneWhereTheMatrixSendsQueries() {
    Judgement found = judged(Capability.NAN_COMPARISON, failing(ErrorCode.ENGINE_FAILED));
    assertThat(found.outcome()).isEqualTo(ProbeOutcome.FAILS);
    assertThat(found.detail()).isEqualTo("so it is");
  }

  @Test
  void whatSaysNothingOfTheEngineIsNotJudged() {
    for (ErrorCode code :
        List.of(
            ErrorCode.ACCESS_DENIED,
            ErrorCode.CREDENTIALS_INVALID,
            ErrorCode.ENGINE_UNAVAILABLE,
            ErrorCode.QUERY_STOPPED)) {
      assertThat(judged(Capability.NAN_COMPARISON, failing(code)).outcome())
          .as(code.toString())
          .isEqualTo(ProbeOutcome.NOT_JUDGED);
    }
  }

  @Test
  void whatComesOnceIsChance() {
    AtomicInteger asked = new AtomicInteger();
    Judgement found =
        judged(
            Capability.NAN_COMPARISON,
            plan ->
                asked.incrementAndGet() == 1
                    ? failing(ErrorCode.ENGINE_FAILED).apply(plan)
                    : numbers(1, 6));
    assertThat(found.outcome()).isEqualTo(ProbeOutcome.NOT_JUDGED);
    assertThat(found.detail()).startsWith("Asked twice it did not do the same");
  }

  @Test
  void aTableThatCannotBeCountedIsInTheWayUnlessThatIsTheQuestion() {
    Function<Plan, Rows> noCounts =
        plan ->
            plan.sql().contains("count(*) FROM")
                ? failing(ErrorCode.ENGINE_FAILED).apply(plan)
                : sane(plan);
    Judgement inTheWay =
        judged(Capability.NAN_COMPARISON, failing(ErrorCode.ENGINE_FAILED), noCounts);
    assertThat(inTheWay.outcome()).isEqualTo(ProbeOutcome.NOT_JUDGED);
    assertThat(inTheWay.detail()).contains("cannot count the rows of people");
    assertThat(judged(Capability.READ_ORC, failing(ErrorCode.ENGINE_FAILED), noCounts).outcome())
        .isEqualTo(ProbeOutcome.FAILS);
  }

  @Test
  void anEngineThatSeesNothingOfTheLakeIsAskedNoMore() {
    Judgement found =
        judged(
            Capability.READ_ORC,
            plan -> {
              throw new AssertionError("asked all the same");
            },
            failing(ErrorCode.ENGINE_FAILED));
    assertThat(found.outcome()).isEqualTo(ProbeOutcome.NOT_JUDGED);
    assertThat(found.detail()).isEqualTo("so it is");
  }
}

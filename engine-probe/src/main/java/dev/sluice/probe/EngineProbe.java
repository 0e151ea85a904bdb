package dev.sluice.probe;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.FileSchemas;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Planner;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.Cell;
import dev.sluice.matrix.CellVerdict;
import dev.sluice.sql.plan.QueryPlannerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts probes to one engine, whatever the matrix says of it. Safe for use by several threads. */
final class EngineProbe {
  private final Sluice sluice;
  private final Lake lake;
  private final SluiceConfiguration configuration;
  private final CapabilityMatrix matrix;
  private final EngineName engine;
  private final Planner whateverTheMatrixSays;

  EngineProbe(
      Sluice sluice,
      Lake lake,
      SluiceConfiguration configuration,
      CapabilityMatrix matrix,
      EngineName engine) {
    this.sluice = sluice;
    this.lake = lake;
    this.configuration = configuration;
    this.matrix = matrix;
    this.engine = engine;
    this.whateverTheMatrixSays = planner(capability -> true);
  }

  EngineName engine() {
    return engine;
  }

  /** What would be sent for a query; what Sluice has no words for has no text. */
  Optional<String> text(String sql) {
    try {
      return Optional.ofNullable(candidate(plan(whateverTheMatrixSays, sql)).query())
          .map(query -> query.sql());
    } catch (SluiceException e) {
      return Optional.empty();
    }
  }

  /** Whether the engine answers anything at all; else why not. */
  Optional<String> absence() {
    Answer answer = Answer.of(sluice, plan(whateverTheMatrixSays, "SELECT 1"));
    return answer instanceof Answer.Given ? Optional.empty() : Optional.of(why(answer));
  }

  /** Whether the engine sees the lake at all; else why not. */
  Optional<String> blindness(Probe simplest) {
    Answer answer = ask(simplest);
    if (answer instanceof Answer.Given given && simplest.isAnsweredBy(given.rows())) {
      return Optional.empty();
    } else if (answer instanceof Answer.Given given) {
      return Optional.of(otherwise(simplest, given.rows()));
    }
    return Optional.of(why(answer));
  }

  /** That nothing could be asked, or nothing was to be. */
  Judgement notJudged(Probe probe, String why) {
    return judgement(probe, ProbeOutcome.NOT_JUDGED, why);
  }

  Judgement judge(Probe probe) {
    Judgement first = judged(probe);
    if (!first.outcome().isDifferent()) {
      return first;
    }
    // Once may be chance: a node that was lost, a file that was not seen yet.
    Judgement second = judged(probe);
    return second.outcome() == first.outcome()
        ? second
        : judgement(
            probe,
            ProbeOutcome.NOT_JUDGED,
            "Asked twice it did not do the same: " + first.detail() + "; " + second.detail());
  }

  private Judgement judged(Probe probe) {
    Cell cell = matrix.cell(engine, probe.capability());
    Answer answer = ask(probe);
    if (answer instanceof Answer.None none) {
      return judgement(probe, ProbeOutcome.NOT_JUDGED, none.why());
    }
    boolean right = answer instanceof Answer.Given given && probe.isAnsweredBy(given.rows());
    CellVerdict verdict = cell.verdict();
    if (right) {
      ProbeOutcome outcome =
          verdict.routes() ? ProbeOutcome.AS_THE_MATRIX_SAYS : ProbeOutcome.ANSWERS_RIGHT;
      return judgement(probe, outcome, "answers right");
    } else if (verdict == CellVerdict.REFUSE || verdict == CellVerdict.WRONG) {
      return judgement(probe, ProbeOutcome.AS_THE_MATRIX_SAYS, why(answer));
    }
    return inTheWay(probe)
        .map(reason -> judgement(probe, ProbeOutcome.NOT_JUDGED, reason))
        .orElseGet(
            () ->
                answer instanceof Answer.Given given
                    ? judgement(
                        probe, ProbeOutcome.ANSWERS_OTHERWISE, otherwise(probe, given.rows()))
                    : judgement(probe, ProbeOutcome.FAILS, why(answer)));
  }

  /** What else than the capability may be why the engine does not answer right. */
  private Optional<String> inTheWay(Probe probe) {
    Candidate others =
        candidate(plan(planner(probe.capability()::equals), lake.named(probe.sql())));
    if (others.isRefused()) {
      String names =
          others.reasons().stream()
              .map(Reason::capability)
              .distinct()
              .collect(Collectors.joining(", "));
      return Optional.of("The query needs " + names + " too, which the matrix refuses");
    }
    return probe.tables().stream()
        .map(table -> unread(probe.capability(), table))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Why a table cannot even be counted, where that has nothing to do with the capability. */
  private Optional<String> unread(Capability capability, String table) {
    String sql = lake.named("SELECT count(*) FROM {" + table + "}");
    Planner without =
        QueryPlannerProvider.of(
            lake.catalog(),
            FileSchemas.none(),
            configuration,
            Cells.refusing(Cells.routing(matrix, engine, any -> true), engine, capability),
            Map.of(engine, sluice.view(engine)));
    if (candidate(plan(without, sql)).isRefused()) {
      return Optional.empty();
    }
    Answer answer = Answer.of(sluice, plan(whateverTheMatrixSays, sql));
    return answer instanceof Answer.Given
        ? Optional.empty()
        : Optional.of("It cannot count the rows of " + table + " either: " + why(answer));
  }

  private Answer ask(Probe probe) {
    Plan plan;
    try {
      plan = plan(whateverTheMatrixSays, lake.named(probe.sql()));
    } catch (SluiceException e) {
      return new Answer.None("Sluice does not plan it: " + e.getMessage());
    }
    Candidate candidate = candidate(plan);
    if (candidate.isRefused()) {
      String reasons =
          candidate.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
      return new Answer.None("Sluice has no words for it there: " + reasons);
    }
    return Answer.of(sluice, plan);
  }

  private Plan plan(Planner planner, String sql) {
    return planner.plan(sql, List.of(), PlanOptions.DEFAULT.withPrefer(List.of(engine)));
  }

  private Candidate candidate(Plan plan) {
    return plan.decision().candidate(engine).orElseThrow();
  }

  private Planner planner(Predicate<Capability> opened) {
    return QueryPlannerProvider.of(
        lake.catalog(),
        FileSchemas.none(),
        configuration,
        Cells.routing(matrix, engine, opened),
        Map.of(engine, sluice.view(engine)));
  }

  private Judgement judgement(Probe probe, ProbeOutcome outcome, String detail) {
    return new Judgement(
        engine,
        probe.capability(),
        matrix.cell(engine, probe.capability()),
        outcome,
        detail.replaceAll("\\s+", " ").strip());
  }

  private static String otherwise(Probe probe, List<String> rows) {
    return "answers " + shown(rows) + ", not " + shown(probe.rows());
  }

  private static String shown(List<String> rows) {
    String all = rows.stream().limit(5).collect(Collectors.joining(" "));
    return rows.isEmpty() ? "no rows" : rows.size() > 5 ? all + " …" : all;
  }

  private static String why(Answer answer) {
    if (answer instanceof Answer.Failed failed) {
      return failed.why();
    } else if (answer instanceof Answer.None none) {
      return none.why();
    }
    return "answers " + shown(((Answer.Given) answer).rows());
  }
}

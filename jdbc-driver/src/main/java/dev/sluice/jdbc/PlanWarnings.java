package dev.sluice.jdbc;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.Reason;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user should know of a plan that runs. */
final class PlanWarnings {

  private PlanWarnings() {}

  static @Nullable SQLWarning of(Plan plan) {
    SQLWarning first = null;
    List<String> texts = texts(plan.decision());
    for (int i = texts.size() - 1; i >= 0; i--) {
      SQLWarning warning = new SQLWarning(texts.get(i), States.WARNING);
      if (first != null) {
        warning.setNextWarning(first);
      }
      first = warning;
    }
    return first;
  }

  private static List<String> texts(Decision decision) {
    List<String> texts = new ArrayList<>();
    EngineName engine = decision.answeredBy();
    if (engine != null && !engine.equals(decision.engine())) {
      texts.add(decision.explanation());
    }
    decision.candidates().stream()
        .filter(candidate -> candidate.engine().equals(engine))
        .map(Candidate::caveats)
        .flatMap(List::stream)
        .map(Reason::text)
        .forEach(texts::add);
    return texts;
  }
}

package dev.sluice.jdbc;

import dev.sluice.Candidate;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.Reason;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the user should know of a plan that runs. */
final class PlanWarnings {
  private PlanWarnings() {}

  static @Nullable SQLWarning of(Plan plan) {
    SQLWarning first = null;
    for (String text : texts(plan.decision())) {
      first = States.warned(first, text);
    }
    return first;
  }

  private static List<String> texts(Decision decision) {
    List<String> texts = new ArrayList<>();
    EngineName engine = decision.answeredBy();
    if (engine != null && !engine.equals(decision.engine())) {
      texts.add(decision.explanation());
    }
    Optional.ofNullable(engine).flatMap(decision::candidate).stream()
        .map(Candidate::caveats)
        .flatMap(List::stream)
        .map(Reason::text)
        .forEach(texts::add);
    return texts;
  }
}

package dev.sluice.probe;

import dev.sluice.ErrorCode;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine made of a query. */
sealed interface Answer {

  /** Its rows, as {@link AnswerText} writes them. */
  record Given(List<String> rows) implements Answer {}

  /** It took the query and failed. */
  record Failed(String why) implements Answer {}

  /** It did not come to that. */
  record None(String why) implements Answer {}

  /** What is more is not looked at: no probe has as many rows. */
  int MOST_ROWS = 1000;

  static Answer of(Sluice sluice, Plan plan) {
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      List<String> answer = new ArrayList<>();
      while (answer.size() < MOST_ROWS && rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(rows.value(i));
        }
        answer.add(AnswerText.row(row));
      }
      return new Given(answer);
    } catch (SluiceException e) {
      if (e.code() == ErrorCode.CANCELLED && Thread.currentThread().isInterrupted()) {
        throw e;
      }
      String why = String.valueOf(e.getMessage());
      return e.code() == ErrorCode.ENGINE_FAILED ? new Failed(why) : new None(why);
    } catch (RuntimeException e) {
      // A defect of Sluice says nothing of the engine.
      return new None("Sluice failed unexpectedly: " + e);
    }
  }
}

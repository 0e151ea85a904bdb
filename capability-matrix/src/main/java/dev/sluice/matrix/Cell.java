package dev.sluice.matrix;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one engine makes of one capability, and how that is known.
 *
 * @param rule the rule that makes it work; present for {@link CellVerdict#REWRITE} alone
 * @param why for a person; always present where the verdict does not route
 * @param caveat how the answer could differ, depending on the data; null where it could not
 * @param source the document or measurement
 * @param sourceDate the date of the source's content, as exact as known: {@code 2026-09}
 * @param checked when the source was last read
 * @param probe a short SQL text that shows the behaviour
 */
public record Cell(
    CellVerdict verdict,
    @Nullable String rule,
    @Nullable String why,
    @Nullable String caveat,
    String source,
    @Nullable String sourceDate,
    LocalDate checked,
    Confidence confidence,
    Evidence evidence,
    @Nullable String probe) {
  public Cell {
    if ((rule != null) != (verdict == CellVerdict.REWRITE)) {
      throw new IllegalArgumentException("A rule stands in 'rewrite' cells and in no others");
    }
    if (why == null && !verdict.routes()) {
      throw new IllegalArgumentException("'" + verdict + "' needs a why");
    }
  }

  /** The source with its date, as one text. */
  public String datedSource() {
    return sourceDate == null ? source : source + " (" + sourceDate + ")";
  }

  /** What an engine is taken to do with a capability that its column does not mention. */
  static Cell missing() {
    return new Cell(
        CellVerdict.UNKNOWN,
        null,
        "Nothing is recorded; would be settled by a row in the matrix",
        null,
        "none",
        null,
        LocalDate.EPOCH,
        Confidence.LOW,
        Evidence.DOCUMENTED,
        null);
  }
}

package dev.sluice.matrix;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one engine reads over one change of schema, and how that is known.
 *
 * @param outcome what it reads, at worst: some data may fare better
 * @param why for a person; always present where nothing is established
 * @param standIn what Trino 411, Athena's stand-in, does, where that is something else: it
 *     contradicts a document, or a later Trino
 * @param source the document or measurement
 * @param sourceDate the date of the source's content, as exact as known
 * @param checked when the source was last read
 */
public record EvolutionCell(
    Outcome outcome,
    @Nullable String why,
    @Nullable Outcome standIn,
    String source,
    @Nullable String sourceDate,
    LocalDate checked,
    Confidence confidence,
    Evidence evidence) {
  private static final EvolutionCell MISSING =
      new EvolutionCell(
          Outcome.of(Reading.UNKNOWN),
          "Nothing is recorded; would be settled by a case run on the engine",
          null,
          "none",
          null,
          LocalDate.EPOCH,
          Confidence.LOW,
          Evidence.DOCUMENTED);

  public EvolutionCell {
    if (why == null && outcome.reading() == Reading.UNKNOWN) {
      throw new IllegalArgumentException("'unknown' needs a why");
    }
  }

  public Reading reading() {
    return outcome.reading();
  }

  /** Whether a row of the data speaks of it. */
  public boolean isRecorded() {
    return this != MISSING;
  }

  /** What is taken to happen where the data say nothing. */
  static EvolutionCell missing() {
    return MISSING;
  }
}

package dev.sluice.matrix;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one engine reads over one change of schema, and how that is known.
 *
 * @param outcome what it reads, at worst: some data may fare better
 * @param inConditions what comes of a condition on what changed, where that is something else:
 *     files of older types have statistics of older types
 * @param why for a person; always present where nothing is established
 * @param standIn what Trino 411, Athena's stand-in, does, where that is something else: it
 *     contradicts a document, or a later Trino
 * @param standInConditions the same of conditions
 * @param source the document or measurement
 * @param sourceDate the date of the source's content, as exact as known
 * @param checked when the source was last read
 */
public record EvolutionCell(
    Outcome outcome,
    @Nullable Outcome inConditions,
    @Nullable String why,
    @Nullable Outcome standIn,
    @Nullable Outcome standInConditions,
    String source,
    @Nullable String sourceDate,
    LocalDate checked,
    Confidence confidence,
    Evidence evidence) {
  private static final EvolutionCell MISSING =
      new EvolutionCell(
          Outcome.of(Reading.UNKNOWN),
          null,
          "Nothing is recorded; would be settled by a case run on the engine",
          null,
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

  /** The worst that a query can meet. */
  public Outcome worst() {
    return inConditions == null || inConditions.reading().compareTo(outcome.reading()) < 0
        ? outcome
        : inConditions;
  }

  public Reading reading() {
    return worst().reading();
  }

  /** Whether a row of the data speaks of it. */
  public boolean isRecorded() {
    return this != MISSING;
  }

  /** What is taken to happen where the data say nothing. */
  public static EvolutionCell missing() {
    return MISSING;
  }
}

package dev.sluice.conversion;

import java.util.List;

/**
 * What a conversion has done.
 *
 * @param plan as it was when the run began
 * @param converted parts that were published
 * @param failed parts that stay as they were
 */
public record ConversionReport(
    ConversionPlan plan, List<Converted> converted, List<Failed> failed) {
  public ConversionReport {
    converted = List.copyOf(converted);
    failed = List.copyOf(failed);
  }

  /** A part that was published. */
  public record Converted(ConversionPlan.Part part, long rows, long bytes) {}

  /** A part that could not be converted. */
  public record Failed(ConversionPlan.Part part, String why) {}

  public long rows() {
    return converted.stream().mapToLong(Converted::rows).sum();
  }

  public long bytes() {
    return converted.stream().mapToLong(Converted::bytes).sum();
  }
}

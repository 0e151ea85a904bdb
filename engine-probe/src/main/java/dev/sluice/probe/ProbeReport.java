package dev.sluice.probe;

import dev.sluice.matrix.Capability;
import dev.sluice.matrix.OverlayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the probes found, as an overlay over the matrix; all else stands in its comments. */
public final class ProbeReport {
  private ProbeReport() {}

  /**
   * @param notProbed of the capabilities that were asked for, why they have no probe
   */
  public static String of(
      List<Judgement> judgements, Map<Capability, String> notProbed, LocalDate today) {
    List<Judgement> different =
        judgements.stream().filter(one -> one.outcome().isDifferent()).toList();
    long agree = count(judgements, ProbeOutcome.AS_THE_MATRIX_SAYS);
    long open = count(judgements, ProbeOutcome.NOT_JUDGED);
    StringBuilder text = new StringBuilder();
    text.append("# sluice probe, ").append(today).append(": of ").append(judgements.size());
    text.append(" cells ").append(agree).append(" are as the matrix says, ");
    text.append(different.size()).append(" are not, ").append(open).append(" were not judged;\n");
    text.append("# ").append(notProbed.size()).append(" capabilities have no probe.\n");
    different.forEach(one -> text.append("# ").append(sentence(one)).append('\n'));
    text.append(OverlayText.of(different.stream().map(one -> Cells.found(one, today)).toList()));
    text.append(open(judgements));
    if (!notProbed.isEmpty()) {
      text.append("# Not probed:\n");
      notProbed.forEach(
          (capability, why) -> text.append("#   ").append(capability + ": " + why).append('\n'));
    }
    return text.toString();
  }

  private static long count(List<Judgement> judgements, ProbeOutcome outcome) {
    return judgements.stream().filter(one -> one.outcome() == outcome).count();
  }

  private static String sentence(Judgement one) {
    String says = one.cell().verdict().toString().toLowerCase(java.util.Locale.ROOT);
    return one.capability()
        + " on "
        + one.engine()
        + ": the matrix says "
        + says
        + "; "
        + switch (one.outcome()) {
          case ANSWERS_RIGHT -> "it answers right";
          case FAILS -> "it fails";
          case ANSWERS_OTHERWISE -> "it answers other rows";
          case AS_THE_MATRIX_SAYS -> "and so it is";
          case NOT_JUDGED -> "not judged";
        };
  }

  /** One line for all cells that share their reason: an engine that is not there has them all. */
  private static String open(List<Judgement> judgements) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Judgement one : judgements) {
      if (one.outcome() == ProbeOutcome.NOT_JUDGED) {
        byReason
            .computeIfAbsent(one.engine() + ": " + one.detail(), unused -> new ArrayList<>())
            .add(one.capability().name());
      }
    }
    StringBuilder text = new StringBuilder(byReason.isEmpty() ? "" : "# Not judged:\n");
    byReason.forEach(
        (reason, capabilities) ->
            text.append("#   ")
                .append(
                    capabilities.size() > 5
                        ? capabilities.size() + " capabilities"
                        : String.join(", ", capabilities))
                .append(" on ")
                .append(reason)
                .append('\n'));
    return text.toString();
  }
}

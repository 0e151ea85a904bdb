package dev.sluice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One engine, weighed for one query.
 *
 * @param query what would be sent; null when refused
 * @param rules the names of the rules that rewrote it, each once, in the order applied
 * @param caveats documented ways in which this engine could answer differently, depending on the
 *     data
 * @param reasons why it is refused; for the others, what had to be rewritten
 */
public record Candidate(
    EngineName engine,
    Verdict verdict,
    @Nullable NativeQuery query,
    List<String> rules,
    List<Reason> caveats,
    List<Reason> reasons) {
  public Candidate {
    rules = List.copyOf(rules);
    caveats = List.copyOf(caveats);
    reasons = List.copyOf(reasons);
    if ((query == null) != (verdict == Verdict.REFUSED)) {
      throw new IllegalArgumentException("A candidate has a query unless it is refused: " + engine);
    }
  }

  public boolean isRefused() {
    return verdict == Verdict.REFUSED;
  }
}

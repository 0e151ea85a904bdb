package dev.sluice.matrix;

import dev.sluice.Reason;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one engine makes of a list of requirements.
 *
 * @param reasons when refused, only what refuses; otherwise what has to be rewritten
 * @param caveats how the answer could differ, depending on the data
 * @param rules names of the rules that the engine needs, in the order of the reasons
 */
public record Assessment(
    boolean refused, List<Reason> reasons, List<Reason> caveats, Set<String> rules) {
  public Assessment {
    reasons = List.copyOf(reasons);
    caveats = List.copyOf(caveats);
    rules = Collections.unmodifiableSet(new LinkedHashSet<>(rules));
  }
}

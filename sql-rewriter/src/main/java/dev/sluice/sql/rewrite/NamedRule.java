package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import java.util.Set;

/**
 * A rewrite that has no class of its own: rows of the dialect's function table, its printer or the
 * aliases do it, and say so by this name.
 *
 * <pre>
 * avg(x)
 * AVG(CAST(x AS DOUBLE PRECISION))
 * </pre>
 */
public record NamedRule(String name, Set<Capability> claims) implements Rule {
  public NamedRule {
    claims = Set.copyOf(claims);
  }

  public static NamedRule of(String name, Capability... claims) {
    return new NamedRule(name, Set.of(claims));
  }
}

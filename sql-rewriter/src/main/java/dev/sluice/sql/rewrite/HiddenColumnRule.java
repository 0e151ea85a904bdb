package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.HiddenColumn;
import java.util.Map;
import java.util.Set;

/**
 * An engine's own names of the columns that tell where a row comes from.
 *
 * <pre>
 * SELECT "$file_size" FROM web.users
 * SELECT users."$size" FROM web.users AS users
 * </pre>
 */
public record HiddenColumnRule(String name, Set<Capability> claims, Map<HiddenColumn, String> names)
    implements Rule {
  public HiddenColumnRule {
    claims = Set.copyOf(claims);
    names = Map.copyOf(names);
  }

  /** What the engine calls a column; others keep their names. */
  String name(HiddenColumn column, Remarks remarks) {
    String own = names.get(column);
    if (own != null) {
      remarks.applied(name);
    }
    return own == null ? column.id() : own;
  }
}

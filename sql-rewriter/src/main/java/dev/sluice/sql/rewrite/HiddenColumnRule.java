package dev.sluice.sql.rewrite;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.ColumnReference;
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
public record HiddenColumnRule(
    String name, Set<Capability> claims, Map<HiddenColumn, String> names) implements Rule {
  public HiddenColumnRule {
    claims = Set.copyOf(claims);
    names = Map.copyOf(names);
  }

  /** What the engine calls a column; others keep their names. */
  String column(ColumnReference reference) {
    return HiddenColumn.of(reference).map(names::get).orElse(reference.column());
  }
}

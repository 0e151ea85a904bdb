package dev.sluice.sql.rewrite;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The alias that each FROM item goes by in the rewritten text: the user's own, unless another item
 * anywhere in the query has it, or a schema or an ordered output column is called so. In Redshift
 * {@code c.orders} means the table {@code orders} of a schema {@code c} before it means the array
 * of alias {@code c} (Amazon Redshift Database Developer Guide, tutorial-query-nested-data,
 * 2023-04-24). In Trino {@code ORDER BY c.x} means a field of the output column {@code c}, if there
 * is one, before a column of alias {@code c} (Trino 411, tried 2026-11-26).
 */
public final class Aliases {
  private final Map<FromItem, String> byItem = new IdentityHashMap<>();
  private final boolean movedFromSchemas;

  public Aliases(BoundQuery bound, Set<String> schemaNames) {
    Set<String> taken = new HashSet<>();
    schemaNames.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    movedFromSchemas =
        bound.items().stream()
            .anyMatch(item -> taken.contains(item.alias().toLowerCase(Locale.ROOT)));
    taken.addAll(bound.orderedNames());
    Map<String, Integer> counts = new HashMap<>();
    bound.items().forEach(item -> byItem.put(item, free(item.alias(), taken, counts)));
  }

  private static String free(String wanted, Set<String> taken, Map<String, Integer> counts) {
    String base = wanted.isEmpty() ? "t" : wanted;
    String alias = base;
    while (!taken.add(alias)) {
      alias = base + "_" + counts.merge(base, 2, (count, unused) -> count + 1);
    }
    return alias;
  }

  /** Whether some item goes by another alias than the user's, since a schema is called so. */
  boolean movedFromSchemas() {
    return movedFromSchemas;
  }

  public String of(FromItem item) {
    return Objects.requireNonNull(byItem.get(item), "alias");
  }
}

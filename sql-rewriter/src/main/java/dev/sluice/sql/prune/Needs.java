package dev.sluice.sql.prune;

import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a query needs of the partitioned tables.
 *
 * @param unseen tables that may be read in places that are not among the uses
 */
record Needs(List<TableUse> uses, Set<TableName> unseen) {
  Needs {
    uses = List.copyOf(uses);
    unseen = Set.copyOf(unseen);
  }

  /** The places where a table is read; none if every partition of it is needed. */
  private List<TableUse> of(Table table) {
    if (unseen.contains(table.name())) {
      return List.of();
    }
    return uses.stream().filter(use -> use.item().table().name().equals(table.name())).toList();
  }

  /** The values that are needed of a table's key. */
  KeyValues values(Table table, String key) {
    List<TableUse> reads = of(table);
    return reads.isEmpty()
        ? KeyValues.ALL
        : reads.stream()
            .map(use -> use.narrowed(key).values())
            .reduce(KeyValues.NONE, KeyValues::or);
  }

  /** Whether every partition is needed, whatever its values. */
  boolean selectsAll(Table table) {
    return selectAll(of(table));
  }

  private static boolean selectAll(List<TableUse> reads) {
    return reads.isEmpty() || reads.stream().anyMatch(TableUse::selectsAll);
  }

  /** Whether a partition is needed, given by its values in the order of the keys. */
  Predicate<List<String>> selector(Table table) {
    List<TableUse> reads = of(table);
    return selectAll(reads) ? values -> true : values -> isNeeded(reads, values);
  }

  private static boolean isNeeded(List<TableUse> reads, List<String> values) {
    for (TableUse use : reads) {
      if (use.selects(values)) {
        return true;
      }
    }
    return false;
  }
}

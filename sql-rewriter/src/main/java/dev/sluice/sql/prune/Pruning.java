package dev.sluice.sql.prune;

import dev.sluice.Column;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlSelect;

/** What a query needs of the partitioned tables, and what an engine would not see by itself. */
public final class Pruning {
  private final List<TableUse> uses;

  Pruning(List<TableUse> uses) {
    this.uses = List.copyOf(uses);
  }

  /** The ranges of a table over all its uses, one for each key that they narrow. */
  public List<KeyRanges> ranges(Table table) {
    List<KeyRanges> narrowed = new ArrayList<>();
    List<TableUse> reads = of(table);
    for (Column key : table.partitionKeys()) {
      KeyValues values = KeyValues.NONE;
      for (TableUse use : reads) {
        values = values.or(use.narrowed(key.name()).values());
      }
      if (!reads.isEmpty() && !values.hasAllTexts()) {
        narrowed.add(new KeyRanges(key.name(), ranges(values)));
      }
    }
    return narrowed;
  }

  private static List<KeyRange> ranges(KeyValues values) {
    List<KeyRange> ranges = new ArrayList<>(values.ranges());
    boolean hasNull = ranges.stream().anyMatch(range -> range.contains(TableUse.NULL_VALUE));
    if (values.nulls() && !hasNull) {
      ranges.add(KeyRange.exactly(TableUse.NULL_VALUE));
    }
    return ranges;
  }

  /**
   * Whether a partition can hold rows that the query needs.
   *
   * @param values of the partition, one a key, in the table's order
   */
  public boolean selects(Table table, List<String> values) {
    List<TableUse> reads = of(table);
    return reads.isEmpty() || reads.stream().anyMatch(use -> use.selects(values));
  }

  private List<TableUse> of(Table table) {
    return uses.stream().filter(use -> use.item().table().name().equals(table.name())).toList();
  }

  /** Ranges of a SELECT that not every engine would prune by on reading the user's own WHERE. */
  public List<HiddenRanges> hidden(SqlSelect select) {
    Map<FromItem.TableItem, List<TableUse>> byItem = new LinkedHashMap<>();
    uses.stream()
        .filter(use -> use.select() == select)
        .forEach(use -> byItem.computeIfAbsent(use.item(), item -> new ArrayList<>()).add(use));
    List<HiddenRanges> hidden = new ArrayList<>();
    byItem.forEach(
        (item, reads) ->
            item.table().partitionKeys().forEach(key -> add(item, key.name(), reads, hidden)));
    return hidden;
  }

  private static void add(
      FromItem.TableItem item, String key, List<TableUse> reads, List<HiddenRanges> hidden) {
    KeyValues values = KeyValues.NONE;
    boolean isVisible = true;
    for (TableUse use : reads) {
      TableUse.Narrowed narrowed = use.narrowed(key);
      values = values.or(narrowed.inWhere());
      isVisible &= narrowed.isVisible();
    }
    if (!isVisible && !values.hasAllTexts() && !values.texts().isEmpty()) {
      hidden.add(new HiddenRanges(item, new KeyRanges(key, values.ranges()), values.nulls()));
    }
  }

  /**
   * The ranges that one use of a table needs.
   *
   * @param orNull whether rows whose key is NULL are needed too
   */
  public record HiddenRanges(FromItem.TableItem item, KeyRanges ranges, boolean orNull) {}
}

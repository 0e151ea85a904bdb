package dev.sluice.sql.prune;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.sluice.Column;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlSelect;

/** The ranges that pruning found, and which of them an engine would not see by itself. */
public final class Pruning {
  private final List<Found> found;

  Pruning(List<Found> found) {
    this.found = List.copyOf(found);
  }

  /**
   * The ranges of one key of one table in one SELECT.
   *
   * @param visible whether the user's own predicate is one that every engine prunes by
   */
  record Found(
      FromItem.TableItem item,
      String key,
      ImmutableRangeSet<KeyText> ranges,
      SqlSelect select,
      boolean visible) {
    boolean isAll() {
      return ranges.encloses(Range.all());
    }
  }

  /** The ranges of a table over all its uses, one for each key that they narrow. */
  public List<KeyRanges> ranges(Table table) {
    List<KeyRanges> narrowed = new ArrayList<>();
    for (Column key : table.partitionKeys()) {
      RangeSet<KeyText> union = TreeRangeSet.create();
      boolean known = false;
      for (Found one : found) {
        if (one.item().table().name().equals(table.name()) && one.key().equals(key.name())) {
          union.addAll(one.ranges());
          known = true;
        }
      }
      if (known && !union.encloses(Range.all())) {
        narrowed.add(new KeyRanges(key.name(), keyRanges(union)));
      }
    }
    return narrowed;
  }

  private static KeyRange keyRange(Range<KeyText> range) {
    boolean hasLower = range.hasLowerBound();
    boolean hasUpper = range.hasUpperBound();
    return new KeyRange(
        hasLower ? range.lowerEndpoint().value() : null,
        hasLower && range.lowerBoundType() == BoundType.CLOSED,
        hasUpper ? range.upperEndpoint().value() : null,
        hasUpper && range.upperBoundType() == BoundType.CLOSED);
  }

  /** Ranges of a SELECT that not every engine would prune by on reading the user's own WHERE. */
  public List<HiddenRanges> hidden(SqlSelect select) {
    return found.stream()
        .filter(one -> one.select() == select && !one.visible() && !one.isAll())
        .filter(one -> !one.ranges().isEmpty())
        .map(one -> new HiddenRanges(one.item(), new KeyRanges(one.key(), keyRanges(one.ranges()))))
        .toList();
  }

  /** The ranges that one use of a table needs. */
  public record HiddenRanges(FromItem.TableItem item, KeyRanges ranges) {}

  private static List<KeyRange> keyRanges(RangeSet<KeyText> ranges) {
    return ranges.asRanges().stream().map(Pruning::keyRange).toList();
  }
}

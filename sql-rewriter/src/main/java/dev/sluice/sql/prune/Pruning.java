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
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.Aliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The ranges that pruning found, and how they are said where an engine would not see them. */
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
        narrowed.add(
            new KeyRanges(key.name(), union.asRanges().stream().map(Pruning::keyRange).toList()));
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

  /** What to AND to a SELECT's WHERE so that every engine prunes as Sluice does. */
  public Optional<SqlNode> predicate(SqlSelect select, Aliases aliases) {
    return found.stream()
        .filter(one -> one.select() == select && !one.visible() && !one.isAll())
        .filter(one -> !one.ranges().isEmpty())
        .map(one -> predicate(one, aliases))
        .reduce(Nodes::and);
  }

  private static SqlNode predicate(Found one, Aliases aliases) {
    SqlNode key = Nodes.name(aliases.of(one.item()), one.key());
    return one.ranges().asRanges().stream()
        .map(range -> predicate(key, range))
        .reduce(Nodes::or)
        .orElseThrow();
  }

  private static SqlNode predicate(SqlNode key, Range<KeyText> range) {
    if (range.hasLowerBound()
        && range.hasUpperBound()
        && range.lowerEndpoint().equals(range.upperEndpoint())) {
      return compare(SqlStdOperatorTable.EQUALS, key, range.lowerEndpoint());
    }
    List<SqlNode> bounds = new ArrayList<>();
    if (range.hasLowerBound()) {
      boolean closed = range.lowerBoundType() == BoundType.CLOSED;
      bounds.add(
          compare(
              closed ? SqlStdOperatorTable.GREATER_THAN_OR_EQUAL : SqlStdOperatorTable.GREATER_THAN,
              key,
              range.lowerEndpoint()));
    }
    if (range.hasUpperBound()) {
      boolean closed = range.upperBoundType() == BoundType.CLOSED;
      bounds.add(
          compare(
              closed ? SqlStdOperatorTable.LESS_THAN_OR_EQUAL : SqlStdOperatorTable.LESS_THAN,
              key,
              range.upperEndpoint()));
    }
    return bounds.stream().reduce(Nodes::and).orElseThrow();
  }

  private static SqlNode compare(SqlOperator operator, SqlNode key, KeyText bound) {
    return Nodes.call(operator, key, Nodes.text(bound.value()));
  }
}

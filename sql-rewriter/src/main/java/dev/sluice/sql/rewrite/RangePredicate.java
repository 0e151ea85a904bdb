package dev.sluice.sql.rewrite;

import dev.sluice.KeyRange;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.prune.Pruning.HiddenRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Says ranges of partition keys as comparisons that every engine prunes by. */
public final class RangePredicate {
  private RangePredicate() {}

  /** What to AND to a SELECT's WHERE; empty when nothing is hidden. */
  public static Optional<SqlNode> of(List<HiddenRanges> hidden, Aliases aliases) {
    return hidden.stream()
        .map(one -> of(one, aliases))
        .flatMap(Optional::stream)
        .reduce(Nodes::and);
  }

  private static Optional<SqlNode> of(HiddenRanges hidden, Aliases aliases) {
    String alias = aliases.of(hidden.item());
    if (hidden.split().isPresent()) {
      return SplitKeyPredicate.of(hidden.split().get(), hidden.ranges().ranges(), alias);
    }
    SqlNode key = Nodes.name(alias, hidden.ranges().key());
    SqlNode within =
        hidden.ranges().ranges().stream()
            .map(range -> of(key, range))
            .reduce(Nodes::or)
            .orElseThrow();
    return Optional.of(hidden.orNull() ? Nodes.or(within, Nodes.isNull(key)) : within);
  }

  private static SqlNode of(SqlNode key, KeyRange range) {
    String lower = range.lower();
    String upper = range.upper();
    if (lower != null && lower.equals(upper)) {
      return compare(SqlStdOperatorTable.EQUALS, key, lower);
    }
    List<SqlNode> bounds = new ArrayList<>();
    if (lower != null) {
      bounds.add(
          compare(
              range.lowerInclusive()
                  ? SqlStdOperatorTable.GREATER_THAN_OR_EQUAL
                  : SqlStdOperatorTable.GREATER_THAN,
              key,
              lower));
    }
    if (upper != null) {
      bounds.add(
          compare(
              range.upperInclusive()
                  ? SqlStdOperatorTable.LESS_THAN_OR_EQUAL
                  : SqlStdOperatorTable.LESS_THAN,
              key,
              upper));
    }
    return bounds.stream().reduce(Nodes::and).orElseThrow();
  }

  private static SqlNode compare(SqlOperator operator, SqlNode key, String bound) {
    return Nodes.call(operator, key, Nodes.text(bound));
  }
}

package dev.sluice.sql.rewrite;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.KeyRange;
import dev.sluice.sql.bind.SplitKey;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Says ranges of a {@link SplitKey} as comparisons of its keys, unit by unit.
 *
 * <pre>
 * datetime BETWEEN '2026-03-27-16' AND '2026-03-28-02'
 * year = '2026' AND month = '03' AND day >= '27' AND day <= '28'
 *   AND (day > '27' OR hour >= '16') AND (day < '28' OR hour <= '02')
 * </pre>
 */
final class SplitKeyPredicate {
  private final SplitKey split;
  private final String alias;

  private SplitKeyPredicate(SplitKey split, String alias) {
    this.split = split;
    this.alias = alias;
  }

  /** Follows from the text being in one of {@code ranges}; empty where nothing does. */
  static Optional<SqlNode> of(SplitKey split, List<KeyRange> ranges, String alias) {
    SplitKeyPredicate predicate = new SplitKeyPredicate(split, alias);
    List<SqlNode> said = new ArrayList<>();
    for (KeyRange range : ranges) {
      Optional<SqlNode> one = predicate.of(range);
      if (one.isEmpty()) {
        return one;
      }
      said.add(one.get());
    }
    return said.stream().reduce(Nodes::or);
  }

  private Optional<SqlNode> of(KeyRange range) {
    Bound lower = Bound.of(range.lower(), split.keys().size(), range.lowerInclusive());
    Bound upper = Bound.of(range.upper(), split.keys().size(), range.upperInclusive());
    List<SqlNode> all = new ArrayList<>();
    int same = 0;
    while (same < lower.units.size()
        && same < upper.units.size()
        && lower.units.get(same).equals(upper.units.get(same))) {
      all.add(compare(SqlStdOperatorTable.EQUALS, same, lower.units.get(same)));
      same++;
    }
    SqlNode from = side(lower.units, same, SqlStdOperatorTable.GREATER_THAN, lower.reachesLower());
    SqlNode to = side(upper.units, same, SqlStdOperatorTable.LESS_THAN, upper.reachesUpper());
    if (from != null) {
      all.add(from);
    }
    if (to != null) {
      all.add(to);
    }
    return all.stream().reduce(Nodes::and);
  }

  /** The units from {@code first} on are beyond those of a bound, or equal if it is reached. */
  private @Nullable SqlNode side(
      List<String> units, int first, SqlOperator beyond, boolean isReached) {
    if (first >= units.size()) {
      return null;
    }
    SqlOperator upTo =
        beyond == SqlStdOperatorTable.GREATER_THAN
            ? SqlStdOperatorTable.GREATER_THAN_OR_EQUAL
            : SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
    boolean isLast = first == units.size() - 1;
    if (isLast) {
      return compare(isReached ? upTo : beyond, first, units.get(first));
    }
    // An engine that does not prune by the OR prunes by what stands before it.
    SqlNode rest = side(units, first + 1, beyond, isReached);
    return Nodes.and(
        compare(upTo, first, units.get(first)),
        Nodes.or(compare(beyond, first, units.get(first)), Objects.requireNonNull(rest)));
  }

  private SqlNode compare(SqlOperator operator, int unit, String digits) {
    Column key = split.keys().get(unit);
    boolean isText =
        key.type() == DataType.Primitive.STRING || key.type() instanceof DataType.Varchar;
    SqlNode value = isText ? Nodes.text(digits) : Nodes.number(Long.parseLong(digits));
    return Nodes.call(operator, Nodes.name(alias, key.name()), value);
  }

  /**
   * A bound of a range as far as it names units.
   *
   * @param units the digits of the first units
   * @param isWhole whether they are the whole text
   * @param isFull whether they are all the units
   */
  private record Bound(List<String> units, boolean isWhole, boolean isFull, boolean inclusive) {

    static Bound of(@Nullable String text, int keys, boolean inclusive) {
      List<String> units = new ArrayList<>();
      int at = 0;
      if (text != null) {
        while (units.size() < keys) {
          int start = units.isEmpty() ? 0 : at + 1;
          int end = start + SplitKey.digits(units.size());
          boolean begins = units.isEmpty() || (at < text.length() && text.charAt(at) == '-');
          if (!begins || end > text.length() || !text.substring(start, end).matches("\\d+")) {
            break;
          }
          units.add(text.substring(start, end));
          at = end;
        }
      }
      boolean isWhole = text != null && at == text.length();
      return new Bound(units, isWhole, units.size() == keys, inclusive);
    }

    /** Whether a text with just these units can be in a range above it. */
    boolean reachesLower() {
      return !isWhole || !isFull || inclusive;
    }

    /** The same below it: a text that goes on after the bound is above it. */
    boolean reachesUpper() {
      return !isWhole || (isFull && inclusive);
    }
  }
}

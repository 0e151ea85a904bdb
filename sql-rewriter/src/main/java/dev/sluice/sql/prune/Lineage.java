package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;

/**
 * Where columns of subqueries come from, on the way from the outermost query to one table: of a
 * subquery that is a set operator, one branch at a time. Immutable.
 */
final class Lineage {
  private final BoundQuery bound;
  private final Map<FromItem, SqlSelect> branches;

  private Lineage(BoundQuery bound, Map<FromItem, SqlSelect> branches) {
    this.bound = bound;
    this.branches = branches;
  }

  static Lineage of(BoundQuery bound) {
    return new Lineage(bound, Map.of());
  }

  Lineage through(FromItem.QueryItem item, SqlSelect branch) {
    Map<FromItem, SqlSelect> more = new IdentityHashMap<>(branches);
    more.put(item, branch);
    return new Lineage(bound, more);
  }

  /** The expression of a subquery that a column stands for, if the way leads through it. */
  Optional<SqlNode> definition(ColumnReference reference) {
    SqlSelect branch = branches.get(reference.item());
    if (branch == null || !(reference.item() instanceof FromItem.QueryItem item)) {
      return Optional.empty();
    }
    return Optional.of(column(branch, item.columns().indexOf(reference.column())));
  }

  /** What a SELECT's column stands for, counted from 0. */
  static SqlNode column(SqlSelect branch, int column) {
    SqlNode node = branch.getSelectList().get(column);
    return node.getKind() == SqlKind.AS ? ((SqlCall) node).operand(0) : node;
  }

  /** The SELECTs whose rows a query's rows are; branches of VALUES are left out. */
  static List<SqlSelect> branches(SqlNode query) {
    List<SqlSelect> selects = new ArrayList<>();
    add(query, selects);
    return selects;
  }

  /**
   * @return whether every branch is a SELECT
   */
  static boolean add(SqlNode query, List<SqlSelect> selects) {
    if (query instanceof SqlSelect select) {
      return selects.add(select);
    } else if (query instanceof SqlWith with) {
      return add(with.body, selects);
    }
    boolean all = query.isA(SqlKind.SET_QUERY);
    if (all) {
      for (SqlNode branch : ((SqlCall) query).getOperandList()) {
        all &= add(branch, selects);
      }
    }
    return all;
  }
}

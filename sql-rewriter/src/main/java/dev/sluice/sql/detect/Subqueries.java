package dev.sluice.sql.detect;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSetOperator;
import org.apache.calcite.sql.SqlWith;

/** Tells the query's own SELECTs from those that stand inside another one. */
final class Subqueries {
  private final Set<SqlNode> own = Collections.newSetFromMap(new IdentityHashMap<>());

  Subqueries(BoundQuery bound) {
    addOwn(bound.root());
  }

  private void addOwn(SqlNode node) {
    own.add(node);
    if (node instanceof SqlWith with) {
      addOwn(with.body);
    } else if (node instanceof SqlCall call && call.getOperator() instanceof SqlSetOperator) {
      call.getOperandList().forEach(this::addOwn);
    }
  }

  /** Whether a query's rows go into another query instead of into the result. */
  boolean contains(SqlNode query) {
    return !own.contains(query);
  }

  /** Whether a table with nested columns stands in a FROM clause at or below {@code node}. */
  static boolean readsNested(BoundQuery bound, SqlNode node) {
    return References.defined(bound, node).stream().anyMatch(Subqueries::isNested);
  }

  static boolean isNested(FromItem item) {
    return item instanceof FromItem.TableItem table
        && table.table().columns().stream().anyMatch(column -> column.type().isNested());
  }
}

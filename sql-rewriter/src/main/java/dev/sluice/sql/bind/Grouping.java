package dev.sluice.sql.bind;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/** Holds a grouped query to its groups: outside aggregates only what is grouped by has a value. */
final class Grouping {
  private final Binding binding;
  private final List<SqlNode> keys;
  private final Set<FromItem> own = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param keys the bound expressions that are grouped by
   * @param scope the query's own FROM clause; columns of outer queries are free
   */
  Grouping(Binding binding, List<SqlNode> keys, Scope scope) {
    this.binding = binding;
    this.keys = keys;
    scope.relations().forEach(relation -> own.add(relation.item()));
  }

  void check(@Nullable SqlNode node) {
    if (node == null || isKey(node)) {
      return;
    } else if (node instanceof SqlIdentifier id) {
      ColumnReference reference = binding.references.get(id);
      if (reference != null && own.contains(reference.item()) && !isBelowKey(id)) {
        throw BindErrors.invalid(
            id, reference.dotted() + " is neither grouped by nor inside an aggregate", "");
      }
    } else if (node instanceof SqlNodeList list) {
      list.forEach(this::check);
    } else if (node instanceof SqlCall call) {
      call(call);
    }
  }

  private void call(SqlCall call) {
    if (call.getKind() == SqlKind.OVER) {
      over(call);
    } else if (call.getKind() == SqlKind.GROUPING) {
      grouping(call);
    } else if (!isAggregate(call)) {
      call.getOperandList().forEach(this::check);
    }
  }

  private void grouping(SqlCall call) {
    for (SqlNode operand : call.getOperandList()) {
      if (!isKey(operand)) {
        throw BindErrors.invalid(
            call, "grouping() is of what is grouped by, and " + operand + " is not", "");
      }
    }
  }

  private static boolean isAggregate(SqlCall call) {
    return switch (call.getKind()) {
      case FILTER, WITHIN_GROUP -> true;
      default -> call.getOperator().isAggregator();
    };
  }

  /** A window goes over the groups, so what it is given has to be grouped too. */
  private void over(SqlCall over) {
    SqlCall function = over.operand(0);
    while (function.getKind() == SqlKind.IGNORE_NULLS
        || function.getKind() == SqlKind.RESPECT_NULLS) {
      function = function.operand(0);
    }
    function.getOperandList().forEach(this::check);
    check(over.operand(1));
  }

  private boolean isKey(SqlNode node) {
    return keys.stream().anyMatch(key -> key.equalsDeep(node, Litmus.IGNORE));
  }

  /** A field of what is grouped by. */
  private boolean isBelowKey(SqlIdentifier id) {
    return keys.stream()
        .anyMatch(
            key ->
                key instanceof SqlIdentifier above
                    && above.names.size() < id.names.size()
                    && id.names.subList(0, above.names.size()).equals(above.names));
  }
}

package dev.sluice.sql.bind;

import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlPivot;

/** Says what of a PIVOT's text Calcite's grammar lets pass and Sluice does not take. */
final class PivotCheck {
  private final SqlPivot pivot;
  private final SqlNodeList aggregates;
  private final SqlNodeList axes;
  private final SqlNodeList values;

  PivotCheck(SqlPivot pivot) {
    this.pivot = pivot;
    this.aggregates = pivot.operand(1);
    this.axes = pivot.operand(2);
    this.values = pivot.operand(3);
  }

  void check() {
    if (values.isEmpty()) {
      throw BindErrors.invalid(pivot, "PIVOT needs values to compare with", "");
    }
    aggregates.forEach(this::aggregate);
    values.forEach(value -> value((SqlNodeList) PivotSelect.Named.of(value).node()));
  }

  private void aggregate(SqlNode aggregate) {
    PivotSelect.Named computed = PivotSelect.Named.of(aggregate);
    if (aggregates.size() > 1 && computed.name() == null) {
      throw BindErrors.invalid(
          aggregate, "Each of several aggregates in a PIVOT needs a name", "; write … AS name");
    } else if (!(computed.node() instanceof SqlCall call) || isDecorated(call)) {
      throw BindErrors.invalid(aggregate, "PIVOT takes plain aggregates, as sum(x),", "");
    }
    Optional<SqlNode> query = query(computed.node());
    if (query.isPresent()) {
      throw BindErrors.invalid(
          query.get(),
          "A subquery cannot stand in an aggregate of PIVOT",
          "; write it into the query that PIVOT reads");
    }
  }

  private static boolean isDecorated(SqlCall call) {
    return switch (call.getKind()) {
      case OVER, FILTER, IGNORE_NULLS, RESPECT_NULLS -> true;
      default -> false;
    };
  }

  private void value(SqlNodeList wanted) {
    if (wanted.size() != axes.size()) {
      throw BindErrors.invalid(
          wanted,
          "PIVOT compares " + axes.size() + " columns with " + wanted.size() + " values",
          "");
    }
    wanted.forEach(PivotCheck::constant);
  }

  private static void constant(SqlNode value) {
    boolean isNamed = Subtree.of(value).stream().anyMatch(SqlIdentifier.class::isInstance);
    if (isNamed || query(value).isPresent()) {
      throw BindErrors.invalid(
          value,
          "PIVOT compares with constants, not with " + (isNamed ? "columns" : "subqueries"),
          "");
    }
  }

  private static Optional<SqlNode> query(SqlNode expression) {
    return Subtree.of(expression).stream().filter(node -> node.isA(SqlKind.QUERY)).findFirst();
  }
}

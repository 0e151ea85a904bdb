package dev.sluice.sql.rewrite;

import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/** Rewrites queries: SELECT, WITH, VALUES and the set operators. */
final class QueryRewriter {
  private final Target target;
  private final ExpressionRewriter expressions;
  private final FromRewriter from;

  QueryRewriter(Target target) {
    this.target = target;
    this.expressions = new ExpressionRewriter(target, this);
    this.from = new FromRewriter(target, this, expressions);
  }

  SqlNode query(SqlNode node) {
    if (node instanceof SqlSelect select) {
      return select(select);
    } else if (node instanceof SqlWith with) {
      return with(with);
    } else if (node instanceof SqlIdentifier) {
      return node;
    } else if (node instanceof SqlCall call && call.getKind() == SqlKind.VALUES) {
      return Nodes.call(
          call.getOperator(),
          call.getOperandList().stream()
              .map(row -> ValuesRow.of(((SqlCall) row).getOperandList(), expressions))
              .toArray(SqlNode[]::new));
    } else if (node instanceof SqlCall call) {
      return call.getOperator()
          .createCall(
              call.getParserPosition(),
              call.getOperandList().stream().map(this::query).toArray(SqlNode[]::new));
    }
    throw new IllegalStateException("Not a query: " + node.getKind());
  }

  private SqlNode with(SqlWith with) {
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode node : with.withList) {
      SqlWithItem item = (SqlWithItem) node;
      items.add(
          new SqlWithItem(
              item.getParserPosition(),
              item.name,
              item.columnList,
              query(item.query),
              item.recursive));
    }
    return new PlainWith(
        with.getParserPosition(),
        new SqlNodeList(items, with.withList.getParserPosition()),
        query(with.body));
  }

  private SqlSelect select(SqlSelect select) {
    SqlNode fromClause = select.getFrom();
    SqlNode rewrittenFrom = fromClause == null ? null : from.from(fromClause);
    OutputColumns output = new OutputColumns(target, expressions, select);
    SqlSelect rewritten =
        new SqlSelect(
            select.getParserPosition(),
            Selects.keywords(select),
            output.items(),
            rewrittenFrom,
            where(select),
            expressions.group(select.getGroup()),
            expressions.optional(select.getHaving()),
            expressions.list(select.getWindowList()),
            expressions.optional(select.getQualify()),
            output.order(),
            select.getOffset(),
            select.getFetch(),
            null);
    for (SelectRule rule : target.rules(SelectRule.class)) {
      SqlSelect changed = rule.apply(rewritten);
      if (changed != rewritten) {
        target.remarks().applied(rule.name());
      }
      rewritten = changed;
    }
    return rewritten;
  }

  /** The user's condition, and the ranges that pruning found where the engine would not. */
  private @Nullable SqlNode where(SqlSelect select) {
    SqlNode where = expressions.optional(select.getWhere());
    Optional<SqlNode> ranges = RangePredicate.of(target.pruning().hidden(select), target.aliases());
    if (ranges.isEmpty()) {
      return where;
    }
    return where == null ? ranges.get() : Nodes.and(where, ranges.get());
  }
}

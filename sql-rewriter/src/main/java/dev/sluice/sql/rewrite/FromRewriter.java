package dev.sluice.sql.rewrite;

import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Rewrites FROM clauses: the engine's table names, aliases everywhere, UNNEST in its words. */
final class FromRewriter {
  private final Target target;
  private final QueryRewriter queries;
  private final ExpressionRewriter expressions;

  FromRewriter(Target target, QueryRewriter queries, ExpressionRewriter expressions) {
    this.target = target;
    this.queries = queries;
    this.expressions = expressions;
  }

  SqlNode from(SqlNode node) {
    if (node instanceof SqlJoin join) {
      return join(join);
    } else if (node.getKind() == SqlKind.TABLESAMPLE) {
      SqlCall sampled = (SqlCall) node;
      return Nodes.call(sampled.getOperator(), from(sampled.operand(0)), sampled.operand(1));
    }
    Optional<UnnestRule> rule = target.rule(UnnestRule.class);
    FromItem item = target.bound().item(node);
    if (item instanceof FromItem.UnnestItem unnest && rule.isPresent()) {
      target.remarks().applied(rule.get().name());
      return rule.get().join(null, unnest(unnest, rule.get()), false, node, target.remarks());
    }
    return item(node);
  }

  private SqlNode join(SqlJoin join) {
    SqlNode left = from(join.getLeft());
    Optional<UnnestRule> rule = target.rule(UnnestRule.class);
    FromItem item = target.bound().item(join.getRight());
    boolean isWhole = join.getRight().getKind() != SqlKind.TABLESAMPLE;
    if (item instanceof FromItem.UnnestItem unnest && isWhole && rule.isPresent()) {
      return unnestJoin(join, left, unnest, rule.get());
    }
    SqlJoin rewritten = otherJoin(join, left);
    return rule.isPresent() ? rule.get().beside(rewritten, join, target.remarks()) : rewritten;
  }

  private SqlJoin otherJoin(SqlJoin join, SqlNode left) {
    return new SqlJoin(
        join.getParserPosition(),
        left,
        SqlLiteral.createBoolean(join.isNatural(), join.getParserPosition()),
        join.getJoinType().symbol(join.getParserPosition()),
        from(join.getRight()),
        join.getConditionType().symbol(join.getParserPosition()),
        join.getConditionType() == JoinConditionType.USING
            ? join.getCondition()
            : expressions.optional(join.getCondition()));
  }

  private SqlNode unnestJoin(
      SqlJoin join, SqlNode left, FromItem.UnnestItem unnest, UnnestRule rule) {
    boolean outer = join.getJoinType() == JoinType.LEFT;
    boolean plain =
        switch (join.getJoinType()) {
          case COMMA, CROSS, INNER, LEFT -> isTrue(join.getCondition());
          default -> false;
        };
    if (!plain) {
      target
          .remarks()
          .refuse(
              join,
              "OTHER_SYNTAX",
              "a join with UNNEST other than CROSS JOIN, or LEFT JOIN … ON TRUE",
              "Sluice has no rewrite for it");
      return left;
    }
    target.remarks().applied(rule.name());
    return rule.join(left, unnest(unnest, rule), outer, join, target.remarks());
  }

  private static boolean isTrue(@Nullable SqlNode condition) {
    return condition == null
        || (condition instanceof SqlLiteral literal && Boolean.TRUE.equals(literal.getValue()));
  }

  private SqlNode unnest(FromItem.UnnestItem item, UnnestRule rule) {
    List<SqlNode> operands = new ArrayList<>();
    for (SqlNode operand : ((SqlCall) item.call()).getOperandList()) {
      operands.add(expressions.expression(operand));
    }
    return rule.from(item, target.aliases().of(item), operands);
  }

  private SqlNode item(SqlNode node) {
    FromItem item = java.util.Objects.requireNonNull(target.bound().item(node), "FROM item");
    String alias = target.aliases().of(item);
    if (item instanceof FromItem.TableItem table) {
      List<String> name = target.tableNames().apply(table.table());
      return Nodes.as(new SqlIdentifier(name, node.getParserPosition()), alias);
    }
    List<SqlNode> operands = new ArrayList<>();
    operands.add(inner(item));
    operands.add(Nodes.name(alias));
    operands.addAll(columnNames(node, item));
    return SqlStdOperatorTable.AS.createCall(node.getParserPosition(), operands);
  }

  /** The columns that the user named, or that an UNNEST must have names for. */
  private static List<SqlNode> columnNames(SqlNode node, FromItem item) {
    List<SqlNode> names = new ArrayList<>();
    if (item instanceof FromItem.UnnestItem unnest) {
      unnest.columns().forEach(column -> names.add(Nodes.name(Columns.printed(column.name()))));
    } else if (node instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      for (SqlNode name : as.getOperandList().subList(2, as.operandCount())) {
        names.add(Nodes.name(Columns.printed(((SqlIdentifier) name).getSimple())));
      }
    }
    return names;
  }

  private SqlNode inner(FromItem item) {
    if (item instanceof FromItem.UnnestItem unnest) {
      SqlCall call = (SqlCall) unnest.call();
      return Nodes.call(
          call.getOperator(),
          call.getOperandList().stream().map(expressions::expression).toArray(SqlNode[]::new));
    }
    SqlNode node = ((FromItem.QueryItem) item).node();
    if (node instanceof SqlCall lateral && lateral.getKind() == SqlKind.LATERAL) {
      return Nodes.call(lateral.getOperator(), queries.query(lateral.operand(0)));
    }
    return queries.query(node);
  }
}

package dev.sluice.standin.redshift.sql;

import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;

/** Operators and conditions. */
final class ConditionText {
  /** All that Redshift has; {@code ->} and the like are not among them. */
  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "%", "||", "=", "<>", "!=", "<", ">", "<=", ">=", "AND", "OR", "~",
          "!~", "&", "|", "<<", ">>");

  private ConditionText() {}

  static String binary(ExpressionText expressions, BinaryExpression e) {
    if (e instanceof LikeExpression like) {
      return like(expressions, like);
    }
    String operator = e.getStringExpression();
    if (!OPERATORS.contains(operator)) {
      throw ExpressionText.refused(e);
    }
    return expressions.print(e.getLeftExpression())
        + " "
        + operator
        + " "
        + expressions.print(e.getRightExpression());
  }

  private static String like(ExpressionText expressions, LikeExpression like) {
    String word =
        switch (like.getLikeKeyWord()) {
          case LIKE -> "LIKE";
          case ILIKE -> "ILIKE";
          case SIMILAR_TO -> "SIMILAR TO";
          default -> throw ExpressionText.refused(like);
        };
    if (like.isUseBinary()) {
      throw ExpressionText.refused(like);
    }
    String escape =
        like.getEscape() == null ? "" : " ESCAPE " + expressions.print(like.getEscape());
    return expressions.print(like.getLeftExpression())
        + (like.isNot() ? " NOT " : " ")
        + word
        + " "
        + expressions.print(like.getRightExpression())
        + escape;
  }

  static String condition(ExpressionText expressions, Expression e) {
    if (e instanceof Between between
        && !between.isUsingSymmetric()
        && !between.isUsingAsymmetric()) {
      return expressions.print(between.getLeftExpression())
          + (between.isNot() ? " NOT BETWEEN " : " BETWEEN ")
          + expressions.print(between.getBetweenExpressionStart())
          + " AND "
          + expressions.print(between.getBetweenExpressionEnd());
    } else if (e instanceof IsNullExpression isNull
        && !isNull.isUseIsNull()
        && !isNull.isUseNotNull()) {
      return expressions.print(isNull.getLeftExpression())
          + (isNull.isNot() ? " IS NOT NULL" : " IS NULL");
    } else if (e instanceof IsBooleanExpression truth) {
      return expressions.print(truth.getLeftExpression())
          + (truth.isNot() ? " IS NOT " : " IS ")
          + (truth.isTrue() ? "TRUE" : "FALSE");
    } else if (e instanceof InExpression in && !in.isGlobal()) {
      return in(expressions, in);
    } else if (e instanceof ExistsExpression exists
        && exists.getRightExpression() instanceof ParenthesedSelect select) {
      return (exists.isNot() ? "NOT EXISTS " : "EXISTS ")
          + expressions.queries().subquery(select, expressions.scope(), Scope.Place.EXISTS);
    }
    throw ExpressionText.refused(e);
  }

  private static String in(ExpressionText expressions, InExpression in) {
    Expression list = in.getRightExpression();
    String right =
        list instanceof ParenthesedSelect select
            ? expressions.queries().subquery(select, expressions.scope(), Scope.Place.IN)
            : expressions.print(list);
    return expressions.print(in.getLeftExpression()) + (in.isNot() ? " NOT IN " : " IN ") + right;
  }
}

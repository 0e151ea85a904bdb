package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Gives every nameless item of a FROM clause an alias that no user can write, so that what names
 * lead to it can be told; refuses what no FROM clause of Sluice holds yet. Changes the tree in
 * place.
 */
final class FromAliases extends SqlBasicVisitor<@Nullable Void> {
  static final String PREFIX = "EXPR$F";

  private int next;

  static void in(SqlNode query) {
    query.accept(new FromAliases());
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      select.setFrom(aliased(select.getFrom()));
    }
    return super.visit(call);
  }

  private SqlNode aliased(SqlNode node) {
    if (node instanceof SqlIdentifier) {
      return node;
    } else if (node instanceof SqlJoin join) {
      join.setLeft(aliased(join.getLeft()));
      join.setRight(aliased(join.getRight()));
      return join;
    } else if (node instanceof SqlCall as && as.getKind() == SqlKind.AS) {
      requireKnown(as.operand(0));
      return as.operandCount() == 2 ? as(as.operand(0), as.operand(1), as) : as;
    }
    requireKnown(node);
    return as(node, new SqlIdentifier(PREFIX + next++, SqlParserPos.ZERO), node);
  }

  /** Left to itself, Calcite calls the only column of a VALUES as its alias; Trino does not. */
  private static SqlNode as(SqlNode node, SqlNode alias, SqlNode at) {
    List<SqlNode> operands = new ArrayList<>(List.of(node, alias));
    if (node instanceof SqlCall values && values.getKind() == SqlKind.VALUES) {
      int columns = ((SqlCall) values.operand(0)).operandCount();
      for (int i = 0; i < columns; i++) {
        operands.add(new SqlIdentifier(TrinoUnnest.unnamed(i), SqlParserPos.ZERO));
      }
    }
    return SqlStdOperatorTable.AS.createCall(at.getParserPosition(), operands);
  }

  private static void requireKnown(SqlNode node) {
    boolean known =
        node instanceof SqlIdentifier
            || node.isA(SqlKind.QUERY)
            || node.getKind() == SqlKind.UNNEST
            || node.getKind() == SqlKind.LATERAL;
    if (!known) {
      String name = node.getKind().sql.replace('_', ' ');
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          name + " is not supported in FROM yet, at " + Positions.of(node),
          Positions.of(node));
    }
  }
}

package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Looks once over a finished tree, without recursion, for what the tokens could not show: a tree
 * too deep or too large to be walked by others, and an alias on a star, which Calcite lets pass.
 */
final class TreeCheck {
  /** Levels of tree for one level of nesting: a subquery is a list, an AS, a SELECT and more. */
  private static final int LEVELS = 4;

  /** Nodes for each token allowed; a tree only has more where Calcite repeats a CASE's operand. */
  private static final int NODES = 10;

  private int deepest;

  private record Step(SqlNode node, int depth) {}

  private final long mostLevels;
  private final long mostNodes;
  private final Deque<Step> ahead = new ArrayDeque<>();

  private TreeCheck(long mostLevels, long mostNodes) {
    this.mostLevels = mostLevels;
    this.mostNodes = mostNodes;
  }

  static void check(SqlNode tree, QueryLimits limits) {
    new TreeCheck((long) LEVELS * limits.depth(), (long) NODES * limits.tokens()).walk(tree);
  }

  /** How many levels a tree has. */
  static int levels(SqlNode tree) {
    TreeCheck check = new TreeCheck(Long.MAX_VALUE, Long.MAX_VALUE);
    check.walk(tree);
    return check.deepest;
  }

  private void walk(SqlNode tree) {
    ahead.push(new Step(tree, 1));
    for (long seen = 0; !ahead.isEmpty(); seen++) {
      Step step = ahead.pop();
      deepest = Math.max(deepest, step.depth());
      if (step.depth() > mostLevels) {
        throw tooLarge(step.node(), "has more than %d levels".formatted(mostLevels), "depth");
      } else if (seen > mostNodes) {
        throw tooLarge(step.node(), "has more than %d parts".formatted(mostNodes), "tokens");
      }
      if (step.node() instanceof SqlCall call) {
        refuseNamedStar(call);
        call.getOperandList().forEach(operand -> push(operand, step.depth() + 1));
      } else if (step.node() instanceof SqlNodeList list) {
        list.forEach(item -> push(item, step.depth() + 1));
      }
    }
  }

  private void push(@Nullable SqlNode node, int depth) {
    if (node != null) {
      ahead.push(new Step(node, depth));
    }
  }

  private static void refuseNamedStar(SqlCall call) {
    if (call.getKind() != SqlKind.AS) {
      return;
    }
    List<SqlNode> operands = call.getOperandList();
    if (isStar(operands.get(0))) {
      SqlPosition where = position(operands.get(1));
      throw new SluiceException(
          ErrorCode.SYNTAX_ERROR,
          "Syntax error at " + where + ": found '" + operands.get(1) + "'; * takes no name",
          where);
    }
  }

  private static boolean isStar(SqlNode node) {
    return node instanceof SqlIdentifier id
        ? id.isStar()
        : node instanceof SqlCall call && call.getOperator() == Stars.OF_ROW;
  }

  private static SluiceException tooLarge(SqlNode node, String what, String limit) {
    SqlPosition where = position(node);
    return new SluiceException(
        ErrorCode.QUERY_TOO_LARGE,
        "The query's tree " + what + " at " + where + QueryParser.raise(limit),
        where);
  }

  private static SqlPosition position(SqlNode node) {
    SqlParserPos pos = node.getParserPosition();
    return new SqlPosition(Math.max(1, pos.getLineNum()), Math.max(1, pos.getColumnNum()));
  }
}

package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.SqlParserUtil;

/**
 * Makes a tree of the flat list of operands and operators that the grammar collects. Calcite does
 * it, in quadratic time and as deep as the list is long; so a long list is first cut at its ORs and
 * ANDs, the two operators that bind loosest, and the parts are joined as a balanced tree, which
 * means the same because both are associative.
 */
public final class OperatorTree {
  /** Below this, exactly Calcite's tree. */
  private static final int SHORT = 128;

  /** What is left between two ANDs; Calcite needs some 20 ms for one of this size. */
  private static final int LONGEST = 2_000;

  private OperatorTree() {}

  /** Called by the generated parser only. */
  public static SqlNode of(List<Object> list) {
    signDecimals(list);
    if (list.size() < SHORT) {
      return SqlParserUtil.toTree(list);
    }
    return unionsOfAll(list).orElseGet(() -> joined(list, SqlKind.OR));
  }

  /** Calcite would make a whole number of a decimal without a fraction behind a minus. */
  private static void signDecimals(List<Object> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      if (list.get(i) instanceof DecimalLiteral number
          && list.get(i - 1) instanceof SqlParserUtil.ToTreeListItem item
          && item.getOperator() == SqlStdOperatorTable.UNARY_MINUS) {
        list.set(
            i - 1, DecimalLiteral.negative(number, item.getPos().plus(number.getParserPosition())));
        list.remove(i);
      }
    }
  }

  /** Queries with UNION ALL between them, which is associative too. */
  private static Optional<SqlNode> unionsOfAll(List<Object> list) {
    List<SqlNode> queries = new ArrayList<>();
    List<SqlParserPos> places = new ArrayList<>();
    for (Object part : list) {
      if (part instanceof SqlNode query) {
        queries.add(query);
      } else if (part instanceof SqlParserUtil.ToTreeListItem item
          && item.getOperator() == SqlStdOperatorTable.UNION_ALL) {
        places.add(item.getPos());
      } else {
        return Optional.empty();
      }
    }
    return places.size() == queries.size() - 1
        ? Optional.of(balanced(SqlStdOperatorTable.UNION_ALL, queries, places))
        : Optional.empty();
  }

  private static SqlNode joined(List<Object> list, SqlKind kind) {
    List<List<Object>> parts = new ArrayList<>();
    List<SqlParserPos> cuts = new ArrayList<>();
    if (!cut(list, kind, parts, cuts)) {
      return small(list);
    }
    List<SqlNode> nodes = new ArrayList<>();
    for (List<Object> part : parts) {
      nodes.add(kind == SqlKind.OR ? joined(part, SqlKind.AND) : small(part));
    }
    SqlOperator operator = kind == SqlKind.OR ? SqlStdOperatorTable.OR : SqlStdOperatorTable.AND;
    return balanced(operator, nodes, cuts);
  }

  /** Cuts the list at an operator; false if it is no plain chain, which only Calcite can judge. */
  private static boolean cut(
      List<Object> list, SqlKind kind, List<List<Object>> parts, List<SqlParserPos> cuts) {
    int betweens = 0;
    int start = 0;
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof SqlParserUtil.ToTreeListItem item)) {
        continue;
      }
      SqlKind here = item.getOperator().getKind();
      if (here == SqlKind.BETWEEN) {
        betweens++;
      } else if (here == SqlKind.AND && betweens > 0) {
        // The AND of a BETWEEN.
        betweens--;
      } else if (here == SqlKind.OR && betweens > 0) {
        return false;
      } else if (here == kind) {
        parts.add(list.subList(start, i));
        cuts.add(item.getPos());
        start = i + 1;
      }
    }
    parts.add(list.subList(start, list.size()));
    return betweens == 0 && parts.stream().noneMatch(List::isEmpty);
  }

  private static SqlNode small(List<Object> list) {
    if (list.size() > LONGEST) {
      SqlParserPos pos = positionOf(list.get(LONGEST));
      SqlPosition where = new SqlPosition(pos.getLineNum(), pos.getColumnNum());
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE,
          "More than " + LONGEST + " operators and operands in one chain at " + where,
          where);
    }
    return SqlParserUtil.toTree(new ArrayList<>(list));
  }

  private static SqlParserPos positionOf(Object part) {
    return part instanceof SqlParserUtil.ToTreeListItem item
        ? item.getPos()
        : ((SqlNode) part).getParserPosition();
  }

  private static SqlNode balanced(
      SqlOperator operator, List<SqlNode> nodes, List<SqlParserPos> cuts) {
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    int middle = nodes.size() / 2;
    SqlNode left = balanced(operator, nodes.subList(0, middle), cuts.subList(0, middle - 1));
    SqlNode right =
        balanced(operator, nodes.subList(middle, nodes.size()), cuts.subList(middle, cuts.size()));
    SqlParserPos pos =
        SqlParserPos.sum(
            List.of(left.getParserPosition(), cuts.get(middle - 1), right.getParserPosition()));
    return operator.createCall(pos, left, right);
  }
}

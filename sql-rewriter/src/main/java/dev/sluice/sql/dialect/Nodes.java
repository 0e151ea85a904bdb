package dev.sluice.sql.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** Makes nodes of a rewritten tree. Forms and rules make nodes, never text. */
public final class Nodes {
  private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

  private Nodes() {}

  /** An engine's own function, printed under {@code name} as it stands. */
  public static SqlFunction function(String name) {
    return new SqlFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.SYSTEM);
  }

  public static SqlNode call(String function, SqlNode... operands) {
    return function(function).createCall(NOWHERE, operands);
  }

  public static SqlNode call(SqlOperator operator, SqlNode... operands) {
    return operator.createCall(NOWHERE, operands);
  }

  /** A word that stands bare in the text: a date part, say. */
  public static SqlNode keyword(String word) {
    return new Keyword(word);
  }

  public static SqlNode text(String value) {
    return SqlLiteral.createCharString(value, NOWHERE);
  }

  public static SqlNode number(long value) {
    return SqlLiteral.createExactNumeric(Long.toString(value), NOWHERE);
  }

  public static SqlNode nullLiteral() {
    return SqlLiteral.createNull(NOWHERE);
  }

  public static SqlNode truth(boolean value) {
    return SqlLiteral.createBoolean(value, NOWHERE);
  }

  public static SqlIdentifier name(String... parts) {
    return new SqlIdentifier(Arrays.asList(parts), NOWHERE);
  }

  public static SqlIdentifier name(List<String> parts) {
    return new SqlIdentifier(parts, NOWHERE);
  }

  public static SqlNode as(SqlNode node, String alias) {
    return call(SqlStdOperatorTable.AS, node, name(alias));
  }

  /** {@code CASE WHEN condition THEN value [ELSE otherwise] END}. */
  public static SqlNode when(SqlNode condition, SqlNode value, SqlNode otherwise) {
    return new SqlCase(
        NOWHERE,
        null,
        new SqlNodeList(List.of(condition), NOWHERE),
        new SqlNodeList(List.of(value), NOWHERE),
        otherwise);
  }

  public static SqlNode when(SqlNode condition, SqlNode value) {
    return when(condition, value, nullLiteral());
  }

  /**
   * {@code TRIM(LEADING characters FROM text)}.
   *
   * @param function {@code ltrim} to cut at the beginning, {@code rtrim} at the end, {@code trim}
   *     at both
   */
  public static SqlNode trim(String function, SqlNode characters, SqlNode text) {
    SqlTrimFunction.Flag where =
        switch (function) {
          case "ltrim" -> SqlTrimFunction.Flag.LEADING;
          case "rtrim" -> SqlTrimFunction.Flag.TRAILING;
          default -> SqlTrimFunction.Flag.BOTH;
        };
    return call(SqlStdOperatorTable.TRIM, where.symbol(NOWHERE), characters, text);
  }

  /**
   * An aggregate that sees its rows in an order: {@code array_agg(x ORDER BY y)}, and any other as
   * {@code f(x) WITHIN GROUP (ORDER BY y)}.
   */
  public static SqlNode ordered(SqlNode aggregate, SqlNodeList order) {
    if (!(aggregate instanceof SqlCall call)
        || !call.getOperator().getName().equalsIgnoreCase("array_agg")) {
      return call(SqlStdOperatorTable.WITHIN_GROUP, aggregate, order);
    }
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    operands.add(order);
    return SqlLibraryOperators.ARRAY_AGG.createCall(
        call.getFunctionQuantifier(), NOWHERE, operands);
  }

  public static SqlNode isNull(SqlNode node) {
    return call(SqlStdOperatorTable.IS_NULL, node);
  }

  public static SqlNode and(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.AND, left, right);
  }

  public static SqlNode or(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.OR, left, right);
  }

  public static SqlNode plus(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.PLUS, left, right);
  }

  public static SqlNode minus(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.MINUS, left, right);
  }

  public static SqlNode times(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.MULTIPLY, left, right);
  }

  public static SqlNode dividedBy(SqlNode left, SqlNode right) {
    return call(SqlStdOperatorTable.DIVIDE, left, right);
  }
}

package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Comparisons, logic, and functions that choose one of several values. */
final class ConditionRows {
  /** Beyond it CASE and the like lose digits or fail. */
  private static final int CHOSEN_DIGITS = 19;

  private ConditionRows() {}

  static void add(Rows rows) {
    rows.instants("=", ConditionRows::compared).instants("<>", ConditionRows::compared);
    for (String order : List.of("<", "<=", ">", ">=", "between")) {
      rows.instants(order, ConditionRows::ordered);
    }
    rows.instants("in", ConditionRows::listed).instants("not in", ConditionRows::listed);
    rows.same("and", "or", "not", "exists", "$scalar_query");
    rows.scalars("is null", FunctionCall::same).scalars("is not null", FunctionCall::same);
    truthTests(rows);
    rows.instants("case", call -> chosen(call, call.same()));
    rows.instants("coalesce", call -> chosen(call, call.same()));
    rows.instants("nullif", ConditionRows::nullIf);
    rows.instants("if", ConditionRows::ifElse);
    rows.form("greatest", call -> extreme(call, "GREATEST"));
    rows.form("least", call -> extreme(call, "LEAST"));
  }

  private static SqlNode ordered(FunctionCall call) {
    return call.type(0) == Primitive.BOOLEAN
        ? call.refuse("an order of booleans", Sources.notFound("the order of booleans"))
        : compared(call);
  }

  /**
   * A real beside a whole number or a decimal: Trino compares them as reals, Redshift as doubles
   * (Amazon Redshift Database Developer Guide, r_numeric_computations201, 2025), where 0.1 is not
   * the real 0.1.
   */
  private static SqlNode compared(FunctionCall call) {
    boolean reals =
        call.operandTypes().contains(Primitive.REAL)
            && !call.operandTypes().contains(Primitive.DOUBLE);
    if (!reals) {
      return call.same();
    }
    List<SqlNode> operands = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      boolean real = call.type(i) == Primitive.REAL;
      operands.add(real ? call.operand(i) : call.cast(call.operand(i), Primitive.REAL));
    }
    SqlNode compared = call.call(call.original().getOperator(), operands);
    boolean mixed = call.operandTypes().stream().anyMatch(type -> type != Primitive.REAL);
    return mixed ? call.by(SpectrumRules.COMPARE_AS_REALS, compared) : compared;
  }

  private static SqlNode listed(FunctionCall call) {
    return call.type(0) == Primitive.REAL
        ? call.refuse(
            "a real among values of other types; compare with = instead",
            Sources.guide2025("r_numeric_computations201"))
        : call.same();
  }

  /**
   * IS TRUE is for WHERE only there; a CASE is for everywhere (Amazon Redshift Database Developer
   * Guide, r_Boolean_type, 2023-04-24).
   */
  private static void truthTests(Rows rows) {
    rows.form("is true", call -> test(call.operand(0), true));
    rows.form("is not true", call -> test(call.operand(0), false));
    rows.form("is false", call -> test(not(call.operand(0)), true));
    rows.form("is not false", call -> test(not(call.operand(0)), false));
  }

  private static SqlNode test(SqlNode condition, boolean whenItHolds) {
    return Nodes.when(condition, Nodes.truth(whenItHolds), Nodes.truth(!whenItHolds));
  }

  private static SqlNode not(SqlNode condition) {
    return Nodes.call(SqlStdOperatorTable.NOT, condition);
  }

  /**
   * The types of what may be chosen become one. For decimals the published formula ends at 19
   * digits (Amazon Redshift Database Developer Guide, r_numeric_computations201, 2023-04-24).
   */
  private static SqlNode chosen(FunctionCall call, SqlNode node) {
    DataType type = call.resultType();
    if (type instanceof DataType.Decimal decimal && decimal.precision() > CHOSEN_DIGITS) {
      return call.refuse(
          "a choice among decimals of more than 19 digits; cast them to fewer",
          Sources.guide("r_numeric_computations201"));
    } else if (type.isNested()
        || type instanceof DataType.Char
        || call.operandTypes().stream().anyMatch(DataType.Char.class::isInstance)) {
      return call.refuse(
          "a choice among CHAR or nested values", Sources.guide("c_Supported_data_types"));
    }
    return type == Primitive.REAL ? call.cast(node, type) : node;
  }

  /** The result has the first operand's type; Redshift does not say which it takes. */
  private static SqlNode nullIf(FunctionCall call) {
    TextRows.caveatOfTrailingBlanks(call);
    DataType first = call.type(0);
    boolean mixed = !first.equals(call.type(1)) && Kinds.isNumber(first);
    if (mixed && call.operandTypes().contains(Primitive.REAL)) {
      return call.refuse(
          "a real beside another type", Sources.guide2025("r_numeric_computations201"));
    }
    return mixed ? call.cast(chosen(call, call.same()), first) : chosen(call, call.same());
  }

  private static SqlNode ifElse(FunctionCall call) {
    SqlNode otherwise = call.count() > 2 ? call.operand(2) : Nodes.nullLiteral();
    return chosen(call, Nodes.when(call.operand(0), call.operand(1), otherwise));
  }

  /**
   * Trino answers NULL if any operand is NULL; Redshift skips NULLs (Amazon Redshift Database
   * Developer Guide, r_GREATEST_LEAST, 2023-04-24).
   */
  private static SqlNode extreme(FunctionCall call, String name) {
    if (call.resultType() == Primitive.BOOLEAN) {
      return call.refuse("an order of booleans", Sources.notFound("the order of booleans"));
    }
    if (call.count() == 1) {
      return call.operand(0);
    }
    TextRows.caveatOfTrailingBlanks(call);
    List<SqlNode> operands = new ArrayList<>(call.operands());
    Optional<SqlNode> anyNull = operands.stream().map(Nodes::isNull).reduce(Nodes::or);
    SqlNode extreme = Nodes.call(name, operands.toArray(SqlNode[]::new));
    SqlNode orNull = Nodes.when(anyNull.orElseThrow(), Nodes.nullLiteral(), extreme);
    return call.by(SpectrumRules.NULL_IF_ANY_IS, chosen(call, orNull));
  }
}

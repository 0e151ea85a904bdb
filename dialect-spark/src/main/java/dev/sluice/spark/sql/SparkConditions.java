package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.nullLiteral;
import static dev.sluice.sql.dialect.Nodes.when;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Conditions, comparisons and what chooses between values. */
final class SparkConditions {
  private static final List<String> COMPARISONS =
      List.of("=", "<>", "<", "<=", ">", ">=", "in", "not in", FunctionTable.BETWEEN);

  private SparkConditions() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .same("and", "or", "not")
        .same("is null", "is not null", "is true", "is false", "is not true", "is not false")
        .same("exists", "$scalar_query")
        .form("case", call -> asPlanned(call, call.same()))
        .form("coalesce", call -> asPlanned(call, call.same()))
        .form("grouping", grouping().castToResult())
        .form("like", SparkConditions::like)
        .form("not like", SparkConditions::like)
        .form("nullif", SparkConditions::nullIf)
        .form("if", SparkConditions::choose)
        .form("greatest", noNull("greatest"))
        .form("least", noNull("least"));
    for (String comparison : List.of("is distinct from", "is not distinct from")) {
      table.form(comparison, SparkConditions::comparedAlike);
    }
    for (String comparison : COMPARISONS) {
      table.form(comparison, SparkConditions::compare);
    }
  }

  /**
   * Trino compares a char as if blanks filled it up, whatever it is compared with; Spark compares
   * text as it stands.
   */
  private static boolean mixesChar(FunctionCall call) {
    return call.operandTypes().stream().anyMatch(DataType.Char.class::isInstance)
        && call.operandTypes().stream().distinct().count() > 1;
  }

  /** Whether what is chosen may have to be filled up; of CASE the types are not told. */
  private static boolean isPaddedOtherwise(FunctionCall call) {
    DataType type = call.resultType();
    return type instanceof DataType.Char
        && (call.name().equals("case")
            || call.operandTypes().stream()
                .anyMatch(other -> isText(other) && !other.equals(type)));
  }

  static SqlNode refuseChar(FunctionCall call) {
    return call.refuse(
        "Spark counts the blanks that fill up a char, Trino does not", SparkFunctions.SOURCE);
  }

  /** Of what compares numbers that may be none. */
  static void warnOfNotANumber(FunctionCall call) {
    boolean floating =
        call.operandTypes().stream()
            .map(type -> type instanceof DataType.Array array ? array.element() : type)
            .anyMatch(type -> type == Primitive.DOUBLE || type == Primitive.REAL);
    if (floating) {
      call.caveat(
          "NaN equals NaN in Spark and is above every number; in Trino it equals nothing",
          "Apache Spark SQL reference, Data Types, NaN Semantics (4.x)");
    }
  }

  private static SqlNode compare(FunctionCall call) {
    if (mixesChar(call)) {
      return refuseChar(call);
    }
    if (call.original().operand(1).isA(SqlKind.QUERY) && call.name().endsWith("in")) {
      call.caveat(
          "where the subquery gives a NULL and the condition is not all of WHERE, Spark answers false"
              + " where Trino answers NULL",
          SparkFunctions.SOURCE);
    }
    return comparedAlike(call);
  }

  /** Trino compares a real with an exact number as reals, Spark as doubles. */
  private static SqlNode comparedAlike(FunctionCall call) {
    if (mixesChar(call)) {
      return refuseChar(call);
    }
    if (!call.operandTypes().contains(Primitive.REAL)) {
      return call.same();
    }
    List<SqlNode> alike = new ArrayList<>();
    for (int i = 0; i < call.count(); i++) {
      alike.add(asReal(call, call.operand(i), call.type(i)));
    }
    SqlNode compared = call.call(call.original().getOperator(), alike);
    boolean changed = !alike.equals(call.operands());
    return changed ? call.by(SparkRules.COMPARE_AS_REALS, compared) : compared;
  }

  private static SqlNode nullIf(FunctionCall call) {
    if (mixesChar(call)) {
      return refuseChar(call);
    } else if (!call.operandTypes().contains(Primitive.REAL)) {
      return Nodes.call("nullif", call.operand(0), call.operand(1));
    }
    SqlNode left = asReal(call, call.operand(0), call.type(0));
    SqlNode right = asReal(call, call.operand(1), call.type(1));
    SqlNode same = Nodes.call(SqlStdOperatorTable.EQUALS, left, right);
    return when(same, nullLiteral(), call.operand(0));
  }

  private static SqlNode asReal(FunctionCall call, SqlNode operand, DataType type) {
    if (operand instanceof SqlNodeList list) {
      boolean exact = list.stream().allMatch(SparkConditions::isExactLiteral);
      return exact
          ? new SqlNodeList(
              list.stream().map(value -> call.cast(value, Primitive.REAL)).toList(),
              list.getParserPosition())
          : call.refuse(
              "a real is only compared with a list of exact literals", SparkFunctions.SOURCE);
    }
    boolean exact = SparkNumbers.isWhole(type) || type instanceof DataType.Decimal;
    return exact ? call.cast(operand, Primitive.REAL) : operand;
  }

  private static boolean isExactLiteral(SqlNode node) {
    return node instanceof SqlNumericLiteral literal && literal.getScale() != null;
  }

  /** A choice between a real and an exact number is a real in Trino and a double in Spark. */
  private static SqlNode asPlanned(FunctionCall call, SqlNode choice) {
    if (isPaddedOtherwise(call)) {
      return refuseChar(call);
    }
    return call.resultType() == Primitive.REAL ? call.cast(choice, Primitive.REAL) : choice;
  }

  private static SqlNode choose(FunctionCall call) {
    SqlNode otherwise = call.count() > 2 ? call.operand(2) : nullLiteral();
    return asPlanned(call, when(call.operand(0), call.operand(1), otherwise));
  }

  /** Trino answers NULL as soon as one operand is NULL; Spark passes NULLs over. */
  private static FunctionForm noNull(String name) {
    return call -> {
      if (isPaddedOtherwise(call)) {
        return refuseChar(call);
      }
      SqlNode anyNull = call.operands().stream().map(Nodes::isNull).reduce(Nodes::or).orElseThrow();
      SqlNode[] operands = SparkNumbers.alike(call).toArray(SqlNode[]::new);
      SqlNode value = operands.length == 1 ? operands[0] : Nodes.call(name, operands);
      SqlNode orNull = when(anyNull, nullLiteral(), value);
      return operands.length == 1 ? orNull : call.by(SparkRules.NULL_IF_ANY_IS, orNull);
    };
  }

  /** Without ESCAPE nothing escapes in Trino; in Spark a backslash does. */
  private static SqlNode like(FunctionCall call) {
    if (call.count() > 2) {
      return call.same();
    }
    String pattern = call.text(1).orElse("");
    if (pattern.indexOf('\\') < 0) {
      return call.same();
    }
    char escape = 1;
    while (pattern.indexOf(escape) >= 0) {
      escape++;
    }
    List<SqlNode> operands =
        List.of(call.operand(0), call.operand(1), Nodes.text(String.valueOf(escape)));
    return call.by(
        SparkRules.NAME_ANOTHER_ESCAPE, call.call(call.original().getOperator(), operands));
  }

  /** Whether a type is text. */
  static boolean isText(DataType type) {
    return type == Primitive.STRING
        || type instanceof DataType.Varchar
        || type instanceof DataType.Char;
  }

  /** Of several columns Trino makes one number; Spark's takes one. */
  private static FunctionForm grouping() {
    return call ->
        call.count() == 1
            ? call.same()
            : call.refuse("Spark's takes one column", SparkFunctions.SOURCE);
  }
}

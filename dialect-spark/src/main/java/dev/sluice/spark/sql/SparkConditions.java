package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.nullLiteral;
import static dev.sluice.sql.dialect.Nodes.when;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.List;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlNode;

/** Conditions, comparisons and what chooses between values. */
final class SparkConditions {
  private static final List<String> COMPARISONS =
      List.of(
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "in",
          "not in",
          "is distinct from",
          "is not distinct from");

  private SparkConditions() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .same("and", "or", "not")
        .same("is null", "is not null", "is true", "is false", "is not true", "is not false")
        .same("exists", "$scalar_query", "case", "coalesce")
        .same("rollup", "cube", "grouping sets", "grouping")
        .form("like", SparkConditions::like)
        .form("not like", SparkConditions::like)
        .form(
            "nullif",
            call ->
                mixesChar(call)
                    ? compare(call)
                    : Nodes.call("nullif", call.operand(0), call.operand(1)))
        .form("if", SparkConditions::choose)
        .form("greatest", noNull("greatest"))
        .form("least", noNull("least"));
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

  private static SqlNode compare(FunctionCall call) {
    if (mixesChar(call)) {
      return call.refuse(
          "Spark counts the blanks that fill up a char, Trino does not", SparkFunctions.SOURCE);
    }
    if (call.type(0) == DataType.Primitive.DOUBLE || call.type(0) == DataType.Primitive.REAL) {
      call.caveat(
          "NaN equals NaN in Spark and is above every number; in Trino it equals nothing",
          "Apache Spark SQL reference, Data Types, NaN Semantics (4.x)");
    }
    return call.same();
  }

  private static SqlNode choose(FunctionCall call) {
    SqlNode otherwise = call.count() > 2 ? call.operand(2) : nullLiteral();
    return when(call.operand(0), call.operand(1), otherwise);
  }

  /** Trino answers NULL as soon as one operand is NULL; Spark passes NULLs over. */
  private static FunctionForm noNull(String name) {
    return call -> {
      SqlNode anyNull = call.operands().stream().map(Nodes::isNull).reduce(Nodes::or).orElseThrow();
      SqlNode value =
          call.count() == 1
              ? call.operand(0)
              : Nodes.call(name, call.operands().toArray(SqlNode[]::new));
      return when(anyNull, nullLiteral(), value);
    };
  }

  /** Without ESCAPE nothing escapes in Trino; in Spark a backslash does. */
  private static SqlNode like(FunctionCall call) {
    if (call.count() > 2) {
      return call.same();
    }
    if (!(call.operand(1) instanceof SqlCharStringLiteral)) {
      call.caveat(
          "where a value used as a pattern holds a backslash, Spark takes it for an escape",
          SparkFunctions.SOURCE);
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
    return call.call(
        call.original().getOperator(),
        java.util.List.of(call.operand(0), call.operand(1), Nodes.text(String.valueOf(escape))));
  }

  /** Whether a type is text. */
  static boolean isText(DataType type) {
    return type == DataType.Primitive.STRING
        || type instanceof DataType.Varchar
        || type instanceof DataType.Char;
  }
}

package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.Nodes;
import java.util.List;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;

/** Aggregates, plain, filtered or over windows. */
final class AggregateRows {
  private static final int CHOSEN_DIGITS = 19;

  private AggregateRows() {}

  static void add(Rows rows) {
    rows.form("count", FunctionCall::same);
    rows.form("sum", new Sum());
    rows.form("avg", new Average());
    rows.instants("min", AggregateRows::extreme);
    rows.instants("max", AggregateRows::extreme);
    rows.form("approx_distinct", new ApproximateCount());
    rows.form("grouping", AggregateRows::grouping);
    rows.refused(
        "listagg",
        "LISTAGG leaves empty texts out there, where Athena's keeps them",
        Sources.guide("r_LISTAGG"));
  }

  /** Over BIGINT it is a NUMERIC there, over REAL a double (r_SUM, 2023-04-24). */
  private static final class Sum implements FunctionForm {
    @Override
    public SqlNode call(FunctionCall call) {
      return ofFiltered(call);
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      boolean same = Kinds.isDecimal(call.resultType()) || call.resultType() == Primitive.DOUBLE;
      return same ? whole : call.cast(whole, call.resultType());
    }
  }

  /** Over whole numbers it loses the fraction there (r_AVG, 2023-04-24). */
  private static final class Average implements FunctionForm {
    @Override
    public SqlNode call(FunctionCall call) {
      if (Kinds.isDecimal(call.type(0))) {
        return call.refuse(
            "of decimals: whether the last digit is rounded or cut is not known",
            Sources.guide("r_AVG"));
      }
      SqlNode operand = call.operand(0);
      if (!Kinds.isInteger(call.type(0))) {
        return call.same();
      }
      List<SqlNode> asDouble = List.of(call.cast(operand, Primitive.DOUBLE));
      return call.by(
          SpectrumRules.AVERAGE_AS_DOUBLE, call.call(call.original().getOperator(), asDouble));
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      return call.resultType() == Primitive.REAL ? call.cast(whole, Primitive.REAL) : whole;
    }
  }

  private static SqlNode extreme(FunctionCall call) {
    if (call.type(0) == Primitive.BOOLEAN) {
      return call.refuse("of booleans", Sources.notFound("MIN and MAX of booleans"));
    }
    TextRows.caveatOfTrailingBlanks(call);
    return ofFiltered(call);
  }

  /** What FILTER has become is a CASE, which is no place for long decimals. */
  private static SqlNode ofFiltered(FunctionCall call) {
    boolean isLong =
        call.type(0) instanceof DataType.Decimal decimal && decimal.precision() > CHOSEN_DIGITS;
    return isLong && call.operand(0) instanceof SqlCase
        ? call.refuse(
            "FILTER or CASE over decimals of more than 19 digits; cast them to fewer",
            Sources.guide("r_numeric_computations201"))
        : call.same();
  }

  private static final class ApproximateCount implements FunctionForm {
    private static final SqlOperator OPERATOR = new Syntax.ApproximateCountDistinct();
    private static final String PAGE = Sources.guide("r_COUNT");

    @Override
    public SqlNode call(FunctionCall call) {
      return Nodes.call(OPERATOR, call.operand(0));
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      if (whole.getKind() == SqlKind.OVER) {
        call.refuse("over a window", PAGE);
      }
      return whole;
    }
  }

  private static SqlNode grouping(FunctionCall call) {
    return call.count() == 1
        ? call.same()
        : call.refuse("of several columns", Sources.notFound("GROUPING of several columns"));
  }
}

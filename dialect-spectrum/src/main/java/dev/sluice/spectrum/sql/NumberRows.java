package dev.sluice.spectrum.sql;

import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Arithmetic and numeric functions. Sums, differences and products of decimals have the same scale
 * on both sides, and too many digits fail; quotients differ (Amazon Redshift Database Developer
 * Guide, r_numeric_computations201, 2023-04-24; Trino documentation, "Decimal functions and
 * operators").
 */
final class NumberRows {
  private static final String COMPUTATIONS = Sources.guide("r_numeric_computations201");

  private NumberRows() {}

  static void add(Rows rows) {
    rows.intervals("+", NumberRows::sum).intervals("-", NumberRows::sum);
    rows.intervals("*", NumberRows::product).form("/", NumberRows::quotient);
    rows.form("%", NumberRows::remainder).form("mod", NumberRows::remainder);
    rows.form("abs", call -> ofResultType(call, Nodes.call("ABS", call.operand(0))));
    rows.form("round", NumberRows::round);
    rows.form("floor", call -> whole(call, "FLOOR"));
    rows.form("ceil", call -> whole(call, "CEILING"));
    rows.form("power", call -> partial(call, "POWER"));
    rows.form("exp", call -> partial(call, "EXP"));
    rows.form("sqrt", call -> partial(call, "SQRT"));
    rows.form("ln", call -> partial(call, "LN"));
    rows.form("log10", call -> partial(call, "LOG"));
  }

  private static SqlNode sum(FunctionCall call) {
    return IntervalRows.areIn(call) ? IntervalRows.sum(call) : arithmetic(call);
  }

  private static SqlNode product(FunctionCall call) {
    return IntervalRows.areIn(call) ? IntervalRows.times(call) : arithmetic(call);
  }

  private static SqlNode arithmetic(FunctionCall call) {
    return call.resultType() == Primitive.REAL ? ofReals(call) : call.same();
  }

  /**
   * Four bytes on either side, whatever Redshift computes with: a double's sum, difference, product
   * or quotient of two reals rounds to the very real.
   */
  private static SqlNode ofReals(FunctionCall call) {
    SqlNode[] operands =
        call.operands().stream()
            .map(operand -> call.cast(operand, Primitive.REAL))
            .toArray(SqlNode[]::new);
    SqlNode real = call.cast(Nodes.call(call.original().getOperator(), operands), Primitive.REAL);
    boolean mixed = call.operandTypes().stream().anyMatch(type -> type != Primitive.REAL);
    return mixed ? call.by(SpectrumRules.COMPARE_AS_REALS, real) : real;
  }

  private static SqlNode quotient(FunctionCall call) {
    if (Kinds.isDecimal(call.resultType())) {
      return call.refuse("a quotient of decimals has another scale there", COMPUTATIONS);
    }
    return arithmetic(call);
  }

  private static SqlNode remainder(FunctionCall call) {
    return Kinds.isInteger(call.resultType())
        ? call.same()
        : call.refuse("a remainder of anything but whole numbers", Sources.guide("r_MOD"));
  }

  private static SqlNode ofResultType(FunctionCall call, SqlNode node) {
    return call.cast(node, call.resultType());
  }

  private static SqlNode whole(FunctionCall call, String name) {
    return Kinds.isInteger(call.type(0))
        ? call.operand(0)
        : ofResultType(call, Nodes.call(name, call.operand(0)));
  }

  /** Decimals round half away from zero on both sides; of doubles the page says nothing. */
  private static SqlNode round(FunctionCall call) {
    boolean digitsAreKnown = call.count() < 2 || call.whole(1).isPresent();
    if (!digitsAreKnown) {
      return call.refuse("a number of digits that is no literal", Sources.guide("r_ROUND"));
    } else if (Kinds.isInteger(call.type(0)) && call.whole(1).orElse(0) >= 0) {
      return call.operand(0);
    } else if (Kinds.isFloating(call.type(0))) {
      call.caveat(
          "how a floating number right between two others rounds is not documented",
          Sources.guide("r_ROUND"));
    }
    SqlNode[] operands = call.operands().toArray(SqlNode[]::new);
    return ofResultType(call, Nodes.call("ROUND", operands));
  }

  private static SqlNode ofDoubles(FunctionCall call, String name) {
    SqlNode[] operands =
        call.operands().stream()
            .map(operand -> call.cast(operand, Primitive.DOUBLE))
            .toArray(SqlNode[]::new);
    return Nodes.call(name, operands);
  }

  private static SqlNode partial(FunctionCall call, String name) {
    call.caveat(
        "fails outside its domain, where Athena gives NaN or an infinity",
        Sources.guide("r_" + name));
    return ofDoubles(call, name);
  }

  /** {@code x + 1} and the like, for forms of other rows. */
  static SqlNode modulo(SqlNode number, long divisor) {
    return Nodes.call(SqlStdOperatorTable.PERCENT_REMAINDER, number, Nodes.number(divisor));
  }
}

package dev.sluice.spectrum.sql;

import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.Nodes;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Window functions that are no aggregates. */
final class WindowRows {
  private WindowRows() {}

  static void add(Rows rows) {
    rows.same("row_number", "rank", "dense_rank");
    FunctionForm ntile = FunctionCall::same;
    rows.form("ntile", ntile.castToResult());
    rows.instants("lag", WindowRows::shift).instants("lead", WindowRows::shift);
    rows.instants("first_value", new FirstOrLast()).instants("last_value", new FirstOrLast());
  }

  /** Athena fails on an offset that is NULL or negative; the page on Redshift's does not say. */
  private static SqlNode shift(FunctionCall call) {
    String page = Sources.guide2025("r_WF_LAG");
    if (call.count() > 2) {
      return call.refuse("a default value", page);
    }
    return call.count() > 1 && call.whole(1).orElse(-1) < 0
        ? call.refuse("an offset that is no literal from 0 on", page)
        : call.same();
  }

  /**
   * What becomes of NULLs is said inside the parentheses (Amazon Redshift Database Developer Guide,
   * r_WF_first_value, 2023-04-24).
   *
   * <pre>
   * first_value(x) IGNORE NULLS OVER (…)
   * FIRST_VALUE(x IGNORE NULLS) OVER (…)
   * </pre>
   */
  private static final class FirstOrLast implements FunctionForm {
    @Override
    public SqlNode call(FunctionCall call) {
      return call.same();
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      if (whole.getKind() == SqlKind.OVER) {
        SqlCall over = (SqlCall) whole;
        SqlCall inner = over.operand(0);
        boolean says =
            inner.getKind() == SqlKind.IGNORE_NULLS || inner.getKind() == SqlKind.RESPECT_NULLS;
        if (says) {
          return call.by(
              SpectrumRules.NULLS_INSIDE,
              Nodes.call(over.getOperator(), inside(inner), over.operand(1)));
        }
      }
      return whole;
    }

    private static SqlNode inside(SqlCall nulls) {
      SqlCall function = nulls.operand(0);
      return function
          .getOperator()
          .createCall(
              function.getParserPosition(),
              new SqlNode[] {
                Nodes.call(new Syntax.Trailing(nulls.getOperator().getName()), function.operand(0))
              });
    }
  }
}

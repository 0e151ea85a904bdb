package dev.sluice.spectrum.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** Syntax of Redshift's own that Calcite has no operator for. */
final class Syntax {
  private Syntax() {}

  private abstract static class Function extends SqlFunction {
    Function(String name) {
      super(
          name,
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG0,
          null,
          OperandTypes.VARIADIC,
          SqlFunctionCategory.SYSTEM);
    }
  }

  /** {@code APPROXIMATE COUNT(DISTINCT x)}. */
  static final class ApproximateCountDistinct extends Function {
    ApproximateCountDistinct() {
      super("APPROXIMATE COUNT");
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
      SqlWriter.Frame frame = writer.startFunCall(getName());
      writer.sep("DISTINCT");
      call.operand(0).unparse(writer, 0, 0);
      writer.endFunCall(frame);
    }
  }

  /** {@code EXTRACT(year FROM x)}. */
  static final class Extract extends Function {
    Extract() {
      super("EXTRACT");
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
      SqlWriter.Frame frame = writer.startFunCall(getName());
      call.operand(0).unparse(writer, 0, 0);
      writer.sep("FROM");
      call.operand(1).unparse(writer, 0, 0);
      writer.endFunCall(frame);
    }
  }

  /** Words after an operand: {@code x IGNORE NULLS}. */
  static final class Trailing extends SqlSpecialOperator {
    Trailing(String words) {
      super(words, SqlKind.OTHER);
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
      call.operand(0).unparse(writer, 0, 0);
      writer.keyword(getName());
    }
  }
}

package dev.sluice.sql.rewrite;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** BETWEEN as every engine reads it; Calcite's own prints ASYMMETRIC, which none of them takes. */
final class Between extends SqlSpecialOperator {
  private static final Between BETWEEN = new Between("BETWEEN");
  private static final Between NOT_BETWEEN = new Between("NOT BETWEEN");

  private Between(String name) {
    super(name, SqlKind.OTHER, SqlStdOperatorTable.BETWEEN.getLeftPrec(), true, null, null, null);
  }

  static SqlNode of(SqlCall between, SqlNode[] operands) {
    boolean negated = ((SqlBetweenOperator) between.getOperator()).isNegated();
    return (negated ? NOT_BETWEEN : BETWEEN).createCall(between.getParserPosition(), operands);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.SIMPLE);
    call.operand(0).unparse(writer, getLeftPrec(), getRightPrec());
    writer.keyword(getName());
    // As tight as addition: a bound that is itself a condition gets its parentheses.
    int bound = SqlStdOperatorTable.PLUS.getLeftPrec();
    call.operand(1).unparse(writer, bound, bound);
    writer.keyword("AND");
    call.operand(2).unparse(writer, bound, bound);
    writer.endList(frame);
  }
}

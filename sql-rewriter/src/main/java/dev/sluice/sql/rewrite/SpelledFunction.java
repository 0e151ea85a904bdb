package dev.sluice.sql.rewrite;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** A function under the very name that somebody gave it; others are printed in capitals. */
final class SpelledFunction extends SqlFunction {
  private static final long serialVersionUID = 1;

  SpelledFunction(String name) {
    super(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    writer.print(getName());
    writer.setNeedWhitespace(false);
    SqlWriter.Frame frame = writer.startList(SqlWriter.FrameTypeEnum.FUN_CALL, "(", ")");
    call.getOperandList()
        .forEach(
            operand -> {
              writer.sep(",");
              operand.unparse(writer, 0, 0);
            });
    writer.endList(frame);
  }
}

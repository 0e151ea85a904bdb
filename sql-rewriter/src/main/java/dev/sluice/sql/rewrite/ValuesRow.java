package dev.sluice.sql.rewrite;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A row of VALUES in bare parentheses; with the word ROW it is one struct to some engines. */
final class ValuesRow extends SqlSpecialOperator {
  private static final ValuesRow ROW = new ValuesRow();

  private ValuesRow() {
    super("", SqlKind.OTHER);
  }

  static SqlNode of(List<SqlNode> values, ExpressionRewriter expressions) {
    return ROW.createCall(
        SqlParserPos.ZERO, values.stream().map(expressions::expression).toArray(SqlNode[]::new));
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    SqlWriter.Frame frame = writer.startList("(", ")");
    for (SqlNode value : call.getOperandList()) {
      writer.sep(",");
      value.unparse(writer, 0, 0);
    }
    writer.endList(frame);
  }
}

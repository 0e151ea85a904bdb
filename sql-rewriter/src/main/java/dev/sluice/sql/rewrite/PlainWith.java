package dev.sluice.sql.rewrite;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * WITH whose body stands bare. Calcite puts parentheses around a body with ORDER BY, and Trino
 * drops the order of what stands in parentheses.
 */
final class PlainWith extends SqlWith {
  private static final SqlOperator OPERATOR = new Operator();

  PlainWith(SqlParserPos position, SqlNodeList withList, SqlNode body) {
    super(position, withList, body);
  }

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  private static final class Operator extends SqlSpecialOperator {
    Operator() {
      super("WITH", SqlKind.WITH, 2);
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
      SqlWith with = (SqlWith) call;
      SqlWriter.Frame whole = writer.startList(SqlWriter.FrameTypeEnum.WITH, "WITH", "");
      if (((SqlWithItem) with.withList.get(0)).recursive.booleanValue()) {
        writer.keyword("RECURSIVE");
      }
      SqlWriter.Frame items = writer.startList("", "");
      for (SqlNode item : with.withList) {
        writer.sep(",");
        item.unparse(writer, 0, 0);
      }
      writer.endList(items);
      SqlWriter.Frame body = writer.startList(SqlWriter.FrameTypeEnum.WITH_BODY);
      with.body.unparse(writer, 0, 0);
      writer.endList(body);
      writer.endList(whole);
    }
  }
}

package dev.sluice.sql.bind;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * {@code TABLE t} is short for {@code SELECT * FROM t}; {@code VALUES … ORDER BY} orders a table
 * too, whose columns need names.
 */
final class ExplicitTables extends SqlShuttle {
  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
      return selectAll(call.operand(0), call.getParserPosition());
    } else if (call instanceof SqlOrderBy order && order.query.getKind() == SqlKind.VALUES) {
      return new SqlOrderBy(
          order.getParserPosition(),
          selectAll(order.query, order.query.getParserPosition()),
          order.orderList,
          order.offset,
          order.fetch);
    }
    return super.visit(call);
  }

  private static SqlNode selectAll(SqlNode from, SqlParserPos at) {
    SqlNodeList star = SqlNodeList.of(SqlIdentifier.star(at));
    return new SqlSelect(
        at, null, star, from, null, null, null, null, null, null, null, null, null);
  }
}

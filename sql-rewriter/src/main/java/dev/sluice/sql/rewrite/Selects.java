package dev.sluice.sql.rewrite;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** What Calcite's SELECT node does not give away by itself. */
final class Selects {
  private Selects() {}

  /** An item of a SELECT without its alias. */
  static SqlNode bare(SqlNode item) {
    return item instanceof SqlCall as && as.getKind() == SqlKind.AS ? as.operand(0) : item;
  }

  /** An item of an ORDER BY with its key changed, and its direction and order of NULLs kept. */
  static SqlNode mapKey(SqlNode item, UnaryOperator<SqlNode> change) {
    return switch (item.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        SqlCall call = (SqlCall) item;
        SqlNode key = mapKey(call.operand(0), change);
        yield call.getOperator().createCall(call.getParserPosition(), key);
      }
      default -> change.apply(item);
    };
  }

  /** The keywords to make another SELECT of the same kind with. */
  static @Nullable SqlNodeList keywords(SqlSelect select) {
    return select.isDistinct()
        ? new SqlNodeList(
            List.of(SqlSelectKeyword.DISTINCT.symbol(SqlParserPos.ZERO)), SqlParserPos.ZERO)
        : null;
  }
}

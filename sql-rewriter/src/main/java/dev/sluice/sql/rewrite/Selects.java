package dev.sluice.sql.rewrite;

import java.util.List;
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

  /** The keywords to make another SELECT of the same kind with. */
  static @Nullable SqlNodeList keywords(SqlSelect select) {
    return select.isDistinct()
        ? new SqlNodeList(
            List.of(SqlSelectKeyword.DISTINCT.symbol(SqlParserPos.ZERO)), SqlParserPos.ZERO)
        : null;
  }
}

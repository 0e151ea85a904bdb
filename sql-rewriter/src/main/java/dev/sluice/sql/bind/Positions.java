package dev.sluice.sql.bind;

import dev.sluice.SqlPosition;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Places in the user's SQL. */
public final class Positions {
  private Positions() {}

  public static SqlPosition of(SqlNode node) {
    return of(node.getParserPosition());
  }

  public static SqlPosition of(SqlParserPos position) {
    return new SqlPosition(position.getLineNum(), position.getColumnNum());
  }
}

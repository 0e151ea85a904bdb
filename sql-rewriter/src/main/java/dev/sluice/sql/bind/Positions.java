package dev.sluice.sql.bind;

import dev.sluice.SqlPosition;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Places in the user's SQL. */
public final class Positions {
  private Positions() {}

  /** Where a node begins; of a name, the first part that the user wrote. */
  public static SqlPosition of(SqlNode node) {
    if (node instanceof SqlIdentifier id) {
      for (int i = 0; i < id.names.size(); i++) {
        SqlParserPos part = id.getComponentParserPosition(i);
        if (part.getLineNum() > 0) {
          return of(part);
        }
      }
    }
    return of(node.getParserPosition());
  }

  /** Whether the node stands in the user's text, not only in a rewritten one. */
  public static boolean isWritten(SqlNode node) {
    return of(node).line() > 0;
  }

  public static SqlPosition of(SqlParserPos position) {
    return new SqlPosition(position.getLineNum(), position.getColumnNum());
  }
}

package dev.sluice.sql.rewrite;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Predicates over predicates, {@code (a > 1) IS NULL}: Trino takes no second one without
 * parentheses, and Redshift binds IS tighter than Calcite's printer believes.
 */
final class Predicates {
  private static final SqlSpecialOperator PARENTHESES =
      new SqlSpecialOperator("(", SqlKind.OTHER, 200) {
        @Override
        public void unparse(
            SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
          SqlWriter.Frame frame = writer.startList("(", ")");
          call.operand(0).unparse(writer, 0, 0);
          writer.endList(frame);
        }
      };

  private Predicates() {}

  /** The rewritten operand of {@code call}, in parentheses where both are predicates. */
  static SqlNode operand(SqlCall call, SqlNode rewritten) {
    return isPredicate(call) && rewritten instanceof SqlCall inner && isPredicate(inner)
        ? PARENTHESES.createCall(SqlParserPos.ZERO, rewritten)
        : rewritten;
  }

  private static boolean isPredicate(SqlCall call) {
    return call.getOperator() instanceof Between
        || switch (call.getKind()) {
          case EQUALS,
              NOT_EQUALS,
              LESS_THAN,
              LESS_THAN_OR_EQUAL,
              GREATER_THAN,
              GREATER_THAN_OR_EQUAL,
              IS_DISTINCT_FROM,
              IS_NOT_DISTINCT_FROM,
              IS_NULL,
              IS_NOT_NULL,
              IS_TRUE,
              IS_NOT_TRUE,
              IS_FALSE,
              IS_NOT_FALSE,
              IN,
              NOT_IN,
              LIKE,
              BETWEEN ->
              true;
          default -> false;
        };
  }
}

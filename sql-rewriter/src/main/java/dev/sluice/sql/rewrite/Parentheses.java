package dev.sluice.sql.rewrite;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;

/**
 * Parentheses around a condition that is compared or tested itself. Grammars disagree on whether
 * {@code a LIKE b IS NULL} or {@code NOT a = b} may be written, and on what it means.
 */
final class Parentheses extends SqlSpecialOperator {
  private static final Parentheses AROUND = new Parentheses();

  private Parentheses() {
    super("", SqlKind.OTHER, 200);
  }

  /** The operands of {@code call}, those that are conditions in parentheses if it is one itself. */
  static SqlNode operand(SqlCall call, SqlNode operand, SqlNode rewritten) {
    // What an engine says instead may be a condition where the user's was a function.
    boolean condition =
        isTest(operand.getKind())
            || operand.getKind() == SqlKind.NOT
            || isTest(rewritten.getKind());
    return isTest(call.getKind()) && condition
        ? AROUND.createCall(operand.getParserPosition(), List.of(rewritten))
        : rewritten;
  }

  private static boolean isTest(SqlKind kind) {
    return switch (kind) {
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          LIKE,
          SIMILAR,
          IN,
          NOT_IN,
          BETWEEN,
          IS_NULL,
          IS_NOT_NULL,
          IS_TRUE,
          IS_FALSE,
          IS_NOT_TRUE,
          IS_NOT_FALSE,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM ->
          true;
      default -> false;
    };
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    SqlWriter.Frame frame = writer.startList("(", ")");
    call.operand(0).unparse(writer, 0, 0);
    writer.endList(frame);
  }
}

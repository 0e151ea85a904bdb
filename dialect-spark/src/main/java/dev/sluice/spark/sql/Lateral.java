package dev.sluice.spark.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;

/** {@code LATERAL} before a table function; Calcite's own wraps it in parentheses. */
final class Lateral extends SqlSpecialOperator {
  static final Lateral LATERAL = new Lateral();

  private Lateral() {
    super("LATERAL", SqlKind.OTHER, 200, true, null, null, null);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrecedence, int rightPrecedence) {
    writer.keyword(getName());
    call.operand(0).unparse(writer, 0, 0);
  }
}

package dev.sluice.spark.sql;

import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Spark's division of whole numbers, which cuts towards zero as Trino's does. */
final class Div extends SqlBinaryOperator {
  static final Div DIV = new Div();

  private Div() {
    super("DIV", SqlKind.OTHER, SqlStdOperatorTable.DIVIDE.getLeftPrec(), true, null, null, null);
  }
}

package dev.sluice.sql.parse;

import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A decimal without digits behind its point: {@code 7.} or {@code DECIMAL '7'}. Calcite's own
 * literal takes it for the whole number {@code 7}, which divides otherwise.
 */
public final class DecimalLiteral extends SqlNumericLiteral {
  private DecimalLiteral(SqlNumericLiteral number, SqlParserPos at) {
    super(number.bigDecimalValue(), number.getPrec(), number.getScale(), true, at);
  }

  /** A decimal as it stood in the text. */
  public static SqlNumericLiteral of(SqlNumericLiteral number) {
    return number.isInteger() ? new DecimalLiteral(number, number.getParserPosition()) : number;
  }

  /** A number with a minus before it. */
  public static SqlLiteral negative(SqlNumericLiteral number, SqlParserPos at) {
    SqlNumericLiteral negative = (SqlNumericLiteral) SqlLiteral.createNegative(number, at);
    return number instanceof DecimalLiteral ? of(negative) : negative;
  }

  @Override
  public boolean isInteger() {
    return false;
  }

  @Override
  public String toValue() {
    return super.toValue() + ".";
  }

  @Override
  public SqlNumericLiteral clone(SqlParserPos at) {
    return new DecimalLiteral(this, at);
  }
}

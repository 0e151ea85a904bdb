package dev.sluice.sql.parse;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Operators that Trino writes with words of their own and Calcite does not have. */
public final class TrinoOperators {
  /** {@code x AT TIME ZONE zone}: binds tighter than arithmetic, looser than a dot. */
  public static final SqlBinaryOperator AT_TIME_ZONE =
      new SqlBinaryOperator(
          "AT TIME ZONE",
          SqlKind.OTHER,
          70,
          true,
          TrinoOperators::zoned,
          null,
          OperandTypes.ANY_ANY);

  /** {@code n ROWS WITH TIES}: what a FETCH takes instead of a number where ties count. */
  public static final SqlOperator WITH_TIES =
      new SqlPostfixOperator(
          "ROWS WITH TIES", SqlKind.OTHER, 0, ReturnTypes.ARG0, null, OperandTypes.ANY);

  /** {@code ON OVERFLOW ERROR}, which listagg does anyway. */
  public static final SqlOperator ON_OVERFLOW_ERROR =
      new SqlSpecialOperator("ON OVERFLOW ERROR", SqlKind.OTHER);

  private TrinoOperators() {}

  /** Whether a FETCH goes on through the rows that tie with its last. */
  public static boolean isWithTies(@Nullable SqlNode fetch) {
    return fetch instanceof SqlCall call && call.getOperator() == WITH_TIES;
  }

  private static RelDataType zoned(SqlOperatorBinding call) {
    RelDataTypeFactory types = call.getTypeFactory();
    RelDataType instant = call.getOperandType(0);
    int precision = instant.getPrecision();
    RelDataType zoned =
        precision == RelDataType.PRECISION_NOT_SPECIFIED
            ? types.createSqlType(SqlTypeName.TIMESTAMP_TZ)
            : types.createSqlType(SqlTypeName.TIMESTAMP_TZ, precision);
    return types.createTypeWithNullability(
        zoned, instant.isNullable() || call.getOperandType(1).isNullable());
  }
}

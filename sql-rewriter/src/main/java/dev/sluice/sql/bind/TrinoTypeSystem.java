package dev.sluice.sql.bind;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * The result types of arithmetic and aggregates as Trino has them (Trino documentation, "Decimal
 * functions and operators" and "Aggregate functions").
 */
final class TrinoTypeSystem extends RelDataTypeSystemImpl {
  static final int MAX_DECIMAL_PRECISION = 38;
  static final int TIMESTAMP_PRECISION = 3;

  @Override
  public int getMaxPrecision(SqlTypeName typeName) {
    return switch (typeName) {
      case DECIMAL -> MAX_DECIMAL_PRECISION;
      case VARCHAR, CHAR, VARBINARY, BINARY -> Integer.MAX_VALUE;
      case TIMESTAMP, TIMESTAMP_TZ, TIME, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> 12;
      default -> super.getMaxPrecision(typeName);
    };
  }

  @Override
  public int getMaxScale(SqlTypeName typeName) {
    return typeName == SqlTypeName.DECIMAL ? MAX_DECIMAL_PRECISION : super.getMaxScale(typeName);
  }

  @Override
  public int getDefaultPrecision(SqlTypeName typeName) {
    return switch (typeName) {
      case DECIMAL -> MAX_DECIMAL_PRECISION;
      case TIMESTAMP, TIMESTAMP_TZ -> TIMESTAMP_PRECISION;
      case VARCHAR, VARBINARY -> RelDataType.PRECISION_NOT_SPECIFIED;
      default -> super.getDefaultPrecision(typeName);
    };
  }

  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }

  @Override
  public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
    return switch (argument.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> nullable(factory, SqlTypeName.BIGINT);
      case DECIMAL ->
          nullable(
              factory,
              factory.createSqlType(
                  SqlTypeName.DECIMAL, MAX_DECIMAL_PRECISION, argument.getScale()));
      default -> argument;
    };
  }

  @Override
  public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
    return switch (argument.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> nullable(factory, SqlTypeName.DOUBLE);
      default -> argument;
    };
  }

  @Override
  public @Nullable RelDataType deriveDecimalPlusType(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (!bothExact(left, right)) {
      return null;
    }
    RelDataType a = asDecimal(factory, left);
    RelDataType b = asDecimal(factory, right);
    int scale = Math.max(a.getScale(), b.getScale());
    int whole = Math.max(a.getPrecision() - a.getScale(), b.getPrecision() - b.getScale());
    return decimal(factory, whole + scale + 1, scale);
  }

  @Override
  public @Nullable RelDataType deriveDecimalMultiplyType(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (!bothExact(left, right)) {
      return null;
    }
    RelDataType a = asDecimal(factory, left);
    RelDataType b = asDecimal(factory, right);
    return decimal(factory, a.getPrecision() + b.getPrecision(), a.getScale() + b.getScale());
  }

  @Override
  public @Nullable RelDataType deriveDecimalDivideType(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (!bothExact(left, right)) {
      return null;
    }
    RelDataType a = asDecimal(factory, left);
    RelDataType b = asDecimal(factory, right);
    int scale = Math.max(a.getScale(), b.getScale());
    int precision = a.getPrecision() + b.getScale() + Math.max(0, b.getScale() - a.getScale());
    return decimal(factory, precision, scale);
  }

  @Override
  public @Nullable RelDataType deriveDecimalModType(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (!bothExact(left, right)) {
      return null;
    }
    RelDataType a = asDecimal(factory, left);
    RelDataType b = asDecimal(factory, right);
    int scale = Math.max(a.getScale(), b.getScale());
    int whole = Math.min(a.getPrecision() - a.getScale(), b.getPrecision() - b.getScale());
    return decimal(factory, whole + scale, scale);
  }

  /** Calcite asks for every exact pair; two integers stay integers. */
  private static boolean bothExact(RelDataType left, RelDataType right) {
    return SqlTypeUtil.isExactNumeric(left)
        && SqlTypeUtil.isExactNumeric(right)
        && (SqlTypeUtil.isDecimal(left) || SqlTypeUtil.isDecimal(right));
  }

  private static RelDataType asDecimal(RelDataTypeFactory factory, RelDataType type) {
    int digits =
        switch (type.getSqlTypeName()) {
          case TINYINT -> 3;
          case SMALLINT -> 5;
          case INTEGER -> 10;
          case BIGINT -> 19;
          default -> 0;
        };
    return digits == 0 ? type : factory.createSqlType(SqlTypeName.DECIMAL, digits, 0);
  }

  private static RelDataType decimal(RelDataTypeFactory factory, int precision, int scale) {
    RelDataType type =
        factory.createSqlType(
            SqlTypeName.DECIMAL,
            Math.min(MAX_DECIMAL_PRECISION, precision),
            Math.min(MAX_DECIMAL_PRECISION, scale));
    return nullable(factory, type);
  }

  private static RelDataType nullable(RelDataTypeFactory factory, SqlTypeName name) {
    return nullable(factory, factory.createSqlType(name));
  }

  private static RelDataType nullable(RelDataTypeFactory factory, RelDataType type) {
    return factory.createTypeWithNullability(type, true);
  }
}

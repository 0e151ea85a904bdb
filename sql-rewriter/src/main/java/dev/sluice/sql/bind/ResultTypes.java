package dev.sluice.sql.bind;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** How Trino derives a function's result type. All are nullable: no engine promises otherwise. */
final class ResultTypes {
  private ResultTypes() {}

  static final SqlReturnTypeInference BIGINT = nullable(SqlTypeName.BIGINT);
  static final SqlReturnTypeInference BOOLEAN = nullable(SqlTypeName.BOOLEAN);
  static final SqlReturnTypeInference DOUBLE = nullable(SqlTypeName.DOUBLE);
  static final SqlReturnTypeInference VARCHAR = nullable(SqlTypeName.VARCHAR);
  static final SqlReturnTypeInference DATE = nullable(SqlTypeName.DATE);
  static final SqlReturnTypeInference TIMESTAMP = timestamp(SqlTypeName.TIMESTAMP);
  static final SqlReturnTypeInference TIMESTAMP_TZ = timestamp(SqlTypeName.TIMESTAMP_TZ);
  static final SqlReturnTypeInference FIRST = operand(0);
  static final SqlReturnTypeInference SECOND = operand(1);
  static final SqlReturnTypeInference THIRD = operand(2);

  /** The common type of all operands. */
  static final SqlReturnTypeInference COMMON =
      ReturnTypes.LEAST_RESTRICTIVE.andThen(SqlTypeTransforms.FORCE_NULLABLE);

  /** The common type of both, but for decimals, which leave fewer digits. */
  static final SqlReturnTypeInference REMAINDER =
      ReturnTypes.DECIMAL_MOD
          .orElse(ReturnTypes.LEAST_RESTRICTIVE)
          .andThen(SqlTypeTransforms.FORCE_NULLABLE);

  /** The common type of what IF may answer. */
  static final SqlReturnTypeInference BRANCHES =
      binding -> {
        RelDataTypeFactory factory = binding.getTypeFactory();
        java.util.List<RelDataType> answers =
            binding.collectOperandTypes().subList(1, binding.getOperandCount());
        RelDataType common = factory.leastRestrictive(answers);
        return factory.createTypeWithNullability(common == null ? answers.get(0) : common, true);
      };

  /** floor and ceil: a decimal loses its fraction, other numbers keep their type. */
  static final SqlReturnTypeInference WHOLE =
      binding -> {
        RelDataType type = binding.getOperandType(0);
        if (!SqlTypeUtil.isDecimal(type)) {
          return forceNullable(binding, type);
        }
        int digits = type.getPrecision() - type.getScale() + Math.min(type.getScale(), 1);
        return decimal(binding, Math.max(1, digits), 0);
      };

  /** round: a decimal may carry into one more digit. */
  static final SqlReturnTypeInference ROUNDED =
      binding -> {
        RelDataType type = binding.getOperandType(0);
        if (!SqlTypeUtil.isDecimal(type)) {
          return forceNullable(binding, type);
        }
        return binding.getOperandCount() == 1
            ? WHOLE.inferReturnType(binding)
            : decimal(binding, type.getPrecision() + 1, type.getScale());
      };

  /** What an array or a map holds. */
  static final SqlReturnTypeInference ELEMENT =
      binding -> {
        RelDataType type = binding.getOperandType(0);
        RelDataType element =
            type.getSqlTypeName() == SqlTypeName.MAP
                ? type.getValueType()
                : type.getComponentType();
        return forceNullable(binding, java.util.Objects.requireNonNull(element, "element type"));
      };

  private static SqlReturnTypeInference nullable(SqlTypeName name) {
    return ReturnTypes.explicit(name).andThen(SqlTypeTransforms.FORCE_NULLABLE);
  }

  private static SqlReturnTypeInference timestamp(SqlTypeName name) {
    return ReturnTypes.explicit(name, TrinoTypeSystem.TIMESTAMP_PRECISION)
        .andThen(SqlTypeTransforms.FORCE_NULLABLE);
  }

  private static SqlReturnTypeInference operand(int index) {
    return binding -> forceNullable(binding, binding.getOperandType(index));
  }

  private static RelDataType decimal(SqlOperatorBinding binding, int precision, int scale) {
    RelDataTypeFactory factory = binding.getTypeFactory();
    int capped = Math.min(TrinoTypeSystem.MAX_DECIMAL_PRECISION, precision);
    return forceNullable(binding, factory.createSqlType(SqlTypeName.DECIMAL, capped, scale));
  }

  private static RelDataType forceNullable(SqlOperatorBinding binding, RelDataType type) {
    return binding.getTypeFactory().createTypeWithNullability(type, true);
  }
}

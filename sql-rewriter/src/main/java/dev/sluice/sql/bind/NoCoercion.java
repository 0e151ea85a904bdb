package dev.sluice.sql.bind;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercion;
import org.jspecify.annotations.Nullable;

/**
 * Changes no type. Calcite's own coercion would turn text into numbers, which Trino refuses; turned
 * off altogether, Calcite takes no NULL without a cast, which Trino does.
 */
final class NoCoercion implements TypeCoercion {
  private final RelDataTypeFactory types;

  NoCoercion(RelDataTypeFactory types) {
    this.types = types;
  }

  @Override
  public @Nullable RelDataType getTightestCommonType(
      @Nullable RelDataType left, @Nullable RelDataType right) {
    return left == null || right == null ? null : types.leastRestrictive(List.of(left, right));
  }

  @Override
  public @Nullable RelDataType getWiderTypeForTwo(
      @Nullable RelDataType left, @Nullable RelDataType right, boolean stringPromotion) {
    return getTightestCommonType(left, right);
  }

  @Override
  public @Nullable RelDataType getWiderTypeFor(
      List<RelDataType> typeList, boolean stringPromotion) {
    return types.leastRestrictive(typeList);
  }

  @Override
  public @Nullable RelDataType getWiderTypeForDecimal(
      @Nullable RelDataType left, @Nullable RelDataType right) {
    return getTightestCommonType(left, right);
  }

  @Override
  public @Nullable RelDataType commonTypeForBinaryComparison(
      @Nullable RelDataType left, @Nullable RelDataType right) {
    return getTightestCommonType(left, right);
  }

  @Override
  public boolean rowTypeCoercion(
      @Nullable SqlValidatorScope scope, SqlNode query, int columnIndex, RelDataType targetType) {
    return false;
  }

  @Override
  public boolean inOperationCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean quantifyOperationCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean binaryArithmeticCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean binaryComparisonCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean caseWhenCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean caseOrEquivalentCoercion(SqlCallBinding binding) {
    return false;
  }

  @Override
  public boolean builtinFunctionCoercion(
      SqlCallBinding binding, List<RelDataType> operandTypes, List<SqlTypeFamily> expected) {
    return false;
  }

  @Override
  public boolean userDefinedFunctionCoercion(
      SqlValidatorScope scope, SqlCall call, SqlFunction function) {
    return false;
  }

  @Override
  public boolean querySourceCoercion(
      @Nullable SqlValidatorScope scope,
      RelDataType sourceRowType,
      RelDataType targetRowType,
      SqlNode query) {
    return false;
  }
}

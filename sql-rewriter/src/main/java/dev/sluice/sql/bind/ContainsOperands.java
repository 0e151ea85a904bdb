package dev.sluice.sql.bind;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeName;

/** An array and a value of its elements' type. */
final class ContainsOperands implements SqlOperandTypeChecker {
  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    RelDataType array = binding.getOperandType(0);
    boolean fits =
        array.getSqlTypeName() == SqlTypeName.ARRAY
            && binding
                    .getTypeFactory()
                    .leastRestrictive(
                        List.of(
                            Objects.requireNonNull(array.getComponentType()),
                            binding.getOperandType(1)))
                != null;
    if (!fits && throwOnFailure) {
      throw binding.newValidationSignatureError();
    }
    return fits;
  }

  @Override
  public SqlOperandCountRange getOperandCountRange() {
    return SqlOperandCountRanges.of(2);
  }

  @Override
  public String getAllowedSignatures(SqlOperator operator, String name) {
    return "contains(array, element)";
  }
}

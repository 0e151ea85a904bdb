package dev.sluice.sql.bind;

import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A condition, a value for when it holds, and perhaps one of the same type for when it does not.
 */
final class IfOperands implements SqlOperandTypeChecker {
  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    int count = binding.getOperandCount();
    boolean fits =
        SqlTypeUtil.inBooleanFamily(binding.getOperandType(0))
            && binding
                    .getTypeFactory()
                    .leastRestrictive(binding.collectOperandTypes().subList(1, count))
                != null;
    if (!fits && throwOnFailure) {
      throw binding.newValidationSignatureError();
    }
    return fits;
  }

  @Override
  public SqlOperandCountRange getOperandCountRange() {
    return SqlOperandCountRanges.between(2, 3);
  }

  @Override
  public String getAllowedSignatures(SqlOperator operator, String name) {
    return "if(condition, value[, value])";
  }
}

package dev.sluice.sql.bind;

import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;

/** Operands, from {@code least} to {@code most} of them, that share a type. */
record SameTypeOperands(int least, int most) implements SqlOperandTypeChecker {
  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    boolean fits = binding.getTypeFactory().leastRestrictive(binding.collectOperandTypes()) != null;
    if (!fits && throwOnFailure) {
      throw binding.newValidationSignatureError();
    }
    return fits;
  }

  @Override
  public SqlOperandCountRange getOperandCountRange() {
    return SqlOperandCountRanges.between(least, most);
  }

  @Override
  public String getAllowedSignatures(SqlOperator operator, String name) {
    return name + "(value, value, …)";
  }
}

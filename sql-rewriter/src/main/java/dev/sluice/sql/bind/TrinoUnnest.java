package dev.sluice.sql.bind;

import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * UNNEST with the columns that Trino gives it: a struct's fields by name, all others without a
 * name, the ordinality as a bigint.
 */
final class TrinoUnnest extends SqlUnnestOperator {
  TrinoUnnest(boolean withOrdinality) {
    super(withOrdinality);
  }

  /** What Calcite calls a column that has no name; no name of a user's can be it. */
  static String unnamed(int index) {
    return "EXPR$" + index;
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding binding) {
    RelDataTypeFactory types = binding.getTypeFactory();
    RelDataTypeFactory.Builder columns = types.builder();
    for (RelDataType operand : binding.collectOperandTypes()) {
      if (operand.getSqlTypeName() == SqlTypeName.MAP) {
        add(columns, types, Objects.requireNonNull(operand.getKeyType(), "key"));
        add(columns, types, Objects.requireNonNull(operand.getValueType(), "value"));
      } else {
        RelDataType element = Objects.requireNonNull(operand.getComponentType(), "element");
        if (element.isStruct()) {
          fields(columns, types, element);
        } else {
          add(columns, types, element);
        }
      }
    }
    if (withOrdinality) {
      add(columns, types, types.createSqlType(SqlTypeName.BIGINT));
    }
    return columns.build();
  }

  private static void add(
      RelDataTypeFactory.Builder columns, RelDataTypeFactory types, RelDataType type) {
    columns.add(unnamed(columns.getFieldCount()), types.createTypeWithNullability(type, true));
  }

  private static void fields(
      RelDataTypeFactory.Builder columns, RelDataTypeFactory types, RelDataType element) {
    for (RelDataTypeField field : element.getFieldList()) {
      columns.add(field.getName(), types.createTypeWithNullability(field.getType(), true));
    }
  }
}

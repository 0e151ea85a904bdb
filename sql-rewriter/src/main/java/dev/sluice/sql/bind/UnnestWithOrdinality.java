package dev.sluice.sql.bind;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.type.SqlTypeName;

/** UNNEST … WITH ORDINALITY that counts in bigints, as Trino does; Calcite's own in integers. */
final class UnnestWithOrdinality extends SqlUnnestOperator {
  static final UnnestWithOrdinality INSTANCE = new UnnestWithOrdinality();

  private UnnestWithOrdinality() {
    super(true);
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding binding) {
    RelDataTypeFactory types = binding.getTypeFactory();
    List<RelDataTypeField> fields = super.inferReturnType(binding).getFieldList();
    RelDataTypeFactory.Builder row = types.builder();
    row.addAll(fields.subList(0, fields.size() - 1));
    return row.add(ORDINALITY_COLUMN_NAME, types.createSqlType(SqlTypeName.BIGINT)).build();
  }
}

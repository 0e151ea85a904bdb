package dev.sluice.tests;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.TypeTable;
import dev.sluice.sql.rewrite.OutputRule;
import dev.sluice.sql.rewrite.Rule;
import java.util.List;
import org.apache.calcite.sql.SqlDialect;

/**
 * A dialect that gives every value back as it is, so that its type can be seen.
 *
 * @param whole the dialect in all else
 */
record WithoutOutputRule(Dialect whole) implements Dialect {
  @Override
  public EngineName engine() {
    return whole.engine();
  }

  @Override
  public CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration) {
    return whole.configured(matrix, configuration);
  }

  @Override
  public int rank() {
    return whole.rank();
  }

  @Override
  public boolean isLastResort() {
    return whole.isLastResort();
  }

  @Override
  public FunctionTable functions() {
    return whole.functions();
  }

  @Override
  public TypeTable types() {
    return whole.types();
  }

  @Override
  public List<Rule> rules() {
    return whole.rules().stream().filter(rule -> !(rule instanceof OutputRule)).toList();
  }

  @Override
  public NullOrder nullOrder() {
    return whole.nullOrder();
  }

  @Override
  public List<String> tableName(TableName name, SluiceConfiguration configuration) {
    return whole.tableName(name, configuration);
  }

  @Override
  public String viewDialect() {
    return whole.viewDialect();
  }

  @Override
  public SqlDialect printer() {
    return whole.printer();
  }
}

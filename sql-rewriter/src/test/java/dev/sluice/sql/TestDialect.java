package dev.sluice.sql;

import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.Printer;
import dev.sluice.sql.dialect.TypeTable;
import dev.sluice.sql.rewrite.Rule;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDialect;

/** An engine made up for tests: it understands Sluice's SQL and uses the rules it is given. */
public record TestDialect(
    EngineName engine,
    int rank,
    boolean isLastResort,
    FunctionTable functions,
    List<Rule> rules,
    NullOrder nullOrder,
    SqlDialect printer)
    implements Dialect {

  /** Says everything as it stands. */
  public static TestDialect plain(String engine) {
    return new TestDialect(
        EngineName.of(engine),
        1,
        false,
        FunctionTable.ofTheOwnSemantics().build(),
        List.of(),
        new NullOrder(true, true),
        new Printer("\"", false));
  }

  public TestDialect with(Rule... newRules) {
    return new TestDialect(
        engine, rank, isLastResort, functions, List.of(newRules), nullOrder, printer);
  }

  public TestDialect ordering(NullOrder newNullOrder) {
    return new TestDialect(engine, rank, isLastResort, functions, rules, newNullOrder, printer);
  }

  public TestDialect ranked(int newRank, boolean lastResort) {
    return new TestDialect(engine, newRank, lastResort, functions, rules, nullOrder, printer);
  }

  public TestDialect printing(SqlDialect newPrinter) {
    return new TestDialect(engine, rank, isLastResort, functions, rules, nullOrder, newPrinter);
  }

  public TestDialect knowing(FunctionTable newFunctions) {
    return new TestDialect(engine, rank, isLastResort, newFunctions, rules, nullOrder, printer);
  }

  @Override
  public CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration) {
    return matrix;
  }

  @Override
  public TypeTable types() {
    return new TypeTable(
        type ->
            type instanceof DataType.Unsupported || type == DataType.Primitive.UNKNOWN
                ? Optional.empty()
                : Optional.of(type.toString()));
  }

  @Override
  public List<String> tableName(TableName name, SluiceConfiguration configuration) {
    return List.of(name.database(), name.table());
  }

  @Override
  public String viewDialect() {
    return engine.toString();
  }
}

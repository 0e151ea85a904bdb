package dev.sluice.athena.sql;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.athena.AthenaSettings;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.spi.Settings;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.TypeTable;
import dev.sluice.sql.rewrite.QualifyToSubquery;
import dev.sluice.sql.rewrite.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;

/** Athena engine version 3: Sluice's SQL means what it means there, so little changes. */
public final class AthenaDialect implements Dialect {
  private static final EngineName ATHENA = AthenaSettings.ATHENA;

  private final FunctionTable functions =
      FunctionTable.ofTheOwnSemantics()
          .form("trim", AthenaDialect::trim)
          .form("ltrim", AthenaDialect::trim)
          .form("rtrim", AthenaDialect::trim)
          .build();
  private final TypeTable types = new TypeTable(AthenaTypes::spell);
  private final List<Rule> rules = List.of(new QualifyToSubquery(), new ValuesAsText());
  private final SqlDialect printer = new AthenaPrinter();

  @Override
  public EngineName engine() {
    return ATHENA;
  }

  @Override
  public CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.engine(ATHENA);
    List<String> known = new ArrayList<>(matrix.settingNames(ATHENA));
    known.addAll(AthenaSettings.KEYS);
    Settings.requireKnown(ATHENA, settings.keySet(), known);
    return matrix.configured(ATHENA, settings);
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public boolean isLastResort() {
    return false;
  }

  @Override
  public FunctionTable functions() {
    return functions;
  }

  /**
   * Of given characters in the words that are documented (Trino documentation, functions/string).
   */
  private static SqlNode trim(FunctionCall call) {
    return call.count() == 1
        ? call.same()
        : Nodes.trim(call.name(), call.operand(1), call.operand(0));
  }

  @Override
  public TypeTable types() {
    return types;
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  /** NULLs last both ways (Amazon Athena User Guide, select, 2026-04). */
  @Override
  public NullOrder nullOrder() {
    return new NullOrder(true, true);
  }

  @Override
  public List<String> tableName(TableName name, SluiceConfiguration configuration) {
    return List.of(name.database(), name.table());
  }

  @Override
  public String viewDialect() {
    return "ATHENA";
  }

  @Override
  public SqlDialect printer() {
    return printer;
  }
}

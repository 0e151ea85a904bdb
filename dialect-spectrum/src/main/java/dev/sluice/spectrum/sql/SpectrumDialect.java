package dev.sluice.spectrum.sql;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.spectrum.ExternalSchemas;
import dev.sluice.spectrum.SpectrumSettings;
import dev.sluice.spi.Settings;
import dev.sluice.sql.bind.HiddenColumn;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.Printer;
import dev.sluice.sql.dialect.TypeTable;
import dev.sluice.sql.rewrite.ExplicitNullOrder;
import dev.sluice.sql.rewrite.FilterToCase;
import dev.sluice.sql.rewrite.HiddenColumnRule;
import dev.sluice.sql.rewrite.Rule;
import dev.sluice.sql.rewrite.StarRule;
import dev.sluice.sql.rewrite.StructToLeaves;
import dev.sluice.sql.rewrite.TiesToRank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlDialect;

/**
 * Amazon Redshift reading external tables. A database of the catalog is a schema of the same name
 * there, or the one that the engine's setting {@code schemas.DATABASE} names.
 */
public final class SpectrumDialect implements Dialect {
  static final EngineName SPECTRUM = SpectrumSettings.SPECTRUM;

  /**
   * Amazon Redshift Database Developer Guide, c-spectrum-external-tables, 2023-04-24: always in
   * double quotes, and never part of a star.
   */
  private static final Rule HIDDEN_COLUMNS =
      new HiddenColumnRule(
          "hidden-column-names",
          Set.of(Capability.HIDDEN_FILE_SIZE),
          Map.of(HiddenColumn.FILE_SIZE, "$size"));

  private final FunctionTable functions = SpectrumFunctions.table();
  private final TypeTable types = SpectrumTypes.table();
  private final List<Rule> rules =
      Stream.concat(
              Stream.of(
                  new StarRule(),
                  new StructToLeaves(),
                  new UnnestToRangeVariable(),
                  new SerializeNested(),
                  new FilterToCase(),
                  new TiesToRank(),
                  new ExplicitNullOrder(),
                  HIDDEN_COLUMNS),
              SpectrumRules.ALL.stream())
          .toList();

  /**
   * A backslash in a text literal is an escape there (Amazon Redshift Database Developer Guide,
   * pattern-matching-conditions-posix, 2023-04-24).
   */
  private final SqlDialect printer = new Printer("\"", true);

  @Override
  public EngineName engine() {
    return SPECTRUM;
  }

  @Override
  public CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration) {
    Map<String, String> settings = configuration.engine(SPECTRUM);
    List<String> known = new ArrayList<>(matrix.settingNames(SPECTRUM));
    known.add(ExternalSchemas.KEY);
    known.addAll(SpectrumSettings.KEYS);
    Settings.requireKnown(SPECTRUM, settings.keySet(), known);
    ExternalSchemas unused = ExternalSchemas.of(settings);
    return matrix.configured(SPECTRUM, settings);
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public boolean isLastResort() {
    return false;
  }

  @Override
  public FunctionTable functions() {
    return functions;
  }

  @Override
  public TypeTable types() {
    return types;
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  /**
   * NULLs last ascending, first descending (Amazon Redshift Database Developer Guide,
   * r_ORDER_BY_clause, 2023-04-24).
   */
  @Override
  public NullOrder nullOrder() {
    return new NullOrder(true, false);
  }

  @Override
  public List<String> tableName(TableName name, SluiceConfiguration configuration) {
    ExternalSchemas schemas = ExternalSchemas.of(configuration.engine(SPECTRUM));
    return List.of(schemas.of(name.database()), name.table());
  }

  @Override
  public String viewDialect() {
    return "REDSHIFT";
  }

  @Override
  public SqlDialect printer() {
    return printer;
  }
}

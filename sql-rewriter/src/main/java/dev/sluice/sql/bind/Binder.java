package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.QueryParser;
import dev.sluice.sql.parse.SluiceConformance;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/** Resolves names and types against a catalog. Shareable between threads. */
public final class Binder {
  private final Catalog catalog;
  private final QueryParser parser;
  private final TrinoFunctions functions = new TrinoFunctions();
  private final SluiceOperatorTable operators = new SluiceOperatorTable(functions);

  public Binder(Catalog catalog, QueryParser parser) {
    this.catalog = catalog;
    this.parser = parser;
  }

  /**
   * Parses and binds.
   *
   * @throws SluiceException with a code of the user's category and the place
   */
  public BoundQuery bind(String sql) {
    SqlNode pristine = parse(sql);
    CatalogTables tables = new CatalogTables(catalog);
    for (SqlIdentifier name : TableNames.in(pristine)) {
      tables.require(name);
    }
    // Validation changes the tree in place, so it is given one of its own.
    pristine.accept(new Unsupported());
    SqlNode resolved = Objects.requireNonNull(parse(sql).accept(new FunctionResolver(functions)));
    FromAliases.in(resolved);
    SqlValidator validator = validator(tables);
    try {
      SqlNode bound = validator.validate(resolved);
      WrittenNames written = WrittenNames.of(pristine);
      Annotations annotations = new Annotator(validator, tables, written).annotate(bound);
      bound.accept(new Comparisons(annotations));
      List<ResultColumn> columns = ResultColumns.of(bound, validator.getValidatedNodeType(bound));
      return new BoundQuery(pristine, bound, columns, annotations);
    } catch (CalciteContextException e) {
      throw BindErrors.translate(e, new NamesInScope(pristine, tables));
    } catch (CalciteException e) {
      throw BindErrors.translate(e, new NamesInScope(pristine, tables));
    }
  }

  private SqlNode parse(String sql) {
    return Objects.requireNonNull(parser.parse(sql).accept(new ExplicitTables()));
  }

  private SqlValidator validator(CatalogTables tables) {
    SluiceTypeFactory types = new SluiceTypeFactory();
    Properties properties = new Properties();
    properties.setProperty("caseSensitive", "true");
    CalciteCatalogReader reader =
        new CalciteCatalogReader(
            tables.schema(types), List.of(), types, new CalciteConnectionConfigImpl(properties));
    SqlValidator.Config config =
        SqlValidator.Config.DEFAULT
            .withConformance(SluiceConformance.INSTANCE)
            .withIdentifierExpansion(true)
            .withCallRewrite(false)
            .withTypeCoercionEnabled(true)
            .withTypeCoercionFactory((factory, unused) -> new NoCoercion(factory))
            .withDefaultNullCollation(NullCollation.LAST);
    return SqlValidatorUtil.newValidator(operators, reader, types, config);
  }
}

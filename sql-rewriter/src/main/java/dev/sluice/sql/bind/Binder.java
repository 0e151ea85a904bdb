package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.Table;
import dev.sluice.matrix.DeclaredFunction;
import dev.sluice.sql.parse.QueryParser;
import java.util.List;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Resolves names and types against a catalog. Shareable between threads. */
public final class Binder {
  private final Catalog catalog;
  private final QueryParser parser;
  private final TrinoFunctions functions = new TrinoFunctions();

  public Binder(Catalog catalog, QueryParser parser) {
    this(catalog, parser, List.of());
  }

  /**
   * @param declared functions besides Sluice's own
   * @throws SluiceException with CONFIGURATION_INVALID for one whose name is taken, or whose types
   *     are none
   */
  public Binder(Catalog catalog, QueryParser parser, List<DeclaredFunction> declared) {
    this.catalog = catalog;
    this.parser = parser;
    new UserFunctions(parser).addTo(functions, declared);
  }

  /**
   * Parses and binds.
   *
   * @throws SluiceException with a code of the user's category and the place
   */
  public BoundQuery bind(String sql) {
    SqlNode query = parser.parse(sql);
    return bind(query, tables(query), List.of());
  }

  /**
   * The table that a name means.
   *
   * @throws SluiceException TABLE_NOT_FOUND or TABLE_UNREADABLE, with the place
   */
  public Table table(SqlIdentifier name) {
    return new CatalogTables(catalog).require(name);
  }

  /** Looks up the tables that a query names, so that binding asks the catalog for nothing more. */
  public CatalogTables tables(SqlNode query) {
    CatalogTables tables = new CatalogTables(catalog);
    tables.find(query);
    return tables;
  }

  /**
   * Binds a parsed query.
   *
   * @param pristine a tree that nobody has changed
   * @param parameters a value for each {@code ?}, or none at all
   */
  public BoundQuery bind(
      SqlNode pristine, CatalogTables tables, List<? extends @Nullable Object> parameters) {
    Binding binding = new Binding(pristine, tables, functions, parameters);
    try {
      QueryBinder.Bound bound = new QueryBinder(binding).outermost(pristine);
      List<ResultColumn> columns = ResultColumns.of(bound.columns());
      return new BoundQuery(pristine, bound.node(), columns, binding);
    } catch (CalciteContextException e) {
      throw unreadable(e);
    }
  }

  /** Calcite reads dates and times out of literals, and says where it could not. */
  private static SluiceException unreadable(CalciteContextException e) {
    SqlPosition place = new SqlPosition(e.getPosLine(), e.getPosColumn());
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new SluiceException(
        ErrorCode.INVALID_QUERY, cause.getMessage() + " at " + place, place, null, e);
  }
}

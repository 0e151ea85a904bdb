package dev.sluice.sql.bind;

import dev.sluice.Catalog;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.parse.QueryParser;
import java.util.List;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlNode;

/** Resolves names and types against a catalog. Shareable between threads. */
public final class Binder {
  private final Catalog catalog;
  private final QueryParser parser;
  private final TrinoFunctions functions = new TrinoFunctions();

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
    SqlNode pristine = parser.parse(sql);
    Binding binding = new Binding(new CatalogTables(catalog), functions);
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

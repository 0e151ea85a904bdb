package dev.sluice.sql.bind;

import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWindow;

/**
 * What an expression can name, and what may stand in it.
 *
 * @param outputs the output columns that names mean before they mean columns of tables
 * @param aggregates where the aggregates that are found are written down
 * @param windows what the WINDOW clause declares, by name
 * @param inside the aggregate or window function whose argument the expression is part of
 */
record Place(
    Scope scope,
    Clause clause,
    Map<String, List<SqlNode>> outputs,
    List<SqlCall> aggregates,
    Map<String, SqlWindow> windows,
    Inside inside) {

  /** What function's arguments the expression belongs to. */
  enum Inside {
    NOTHING,
    WINDOW,
    AGGREGATE
  }

  static Place of(Scope scope, Clause clause, List<SqlCall> aggregates) {
    return new Place(scope, clause, Map.of(), aggregates, Map.of(), Inside.NOTHING);
  }

  Place inside(Inside function) {
    return new Place(scope, clause, outputs, aggregates, windows, function);
  }

  Place naming(Map<String, List<SqlNode>> names) {
    return new Place(scope, clause, names, aggregates, windows, inside);
  }

  Place within(Scope inner) {
    return new Place(inner, clause, outputs, aggregates, windows, inside);
  }

  Place declaring(Map<String, SqlWindow> names) {
    return new Place(scope, clause, outputs, aggregates, names, inside);
  }
}

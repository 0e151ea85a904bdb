package dev.sluice.sql.rewrite;

import dev.sluice.DataType;
import org.apache.calcite.sql.SqlNode;

/**
 * Gives values of the answer back in another form, for an engine that has no form of its own in
 * which they come back whole. Nothing but the answer's columns changes: what is compared, grouped
 * and ordered inside the query is the value itself.
 */
public non-sealed interface OutputRule extends Rule {

  /** Whether columns of this type come back in another form. */
  boolean changes(DataType type);

  /**
   * The value's other form.
   *
   * @param value of a type that is changed
   */
  SqlNode changed(SqlNode value, DataType type, Remarks remarks);
}

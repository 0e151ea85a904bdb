package dev.sluice.sql.prune;

import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;

/** The column whose values are asked for: a table's partition key, or a subquery's column. */
record Variable(FromItem item, String column) {
  boolean is(ColumnReference reference) {
    return reference.item() == item
        && reference.path().isEmpty()
        && reference.column().equals(column);
  }
}

package dev.sluice.sql.prune;

import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.Optional;

/** The column whose values are asked for: a table's partition key, or a subquery's column. */
record Variable(FromItem item, String column) {

  /** The timestamp that the key is made of, if its table declares one. */
  Optional<KeySource> source() {
    return item instanceof FromItem.TableItem table
        ? KeySource.of(table.table(), column)
        : Optional.empty();
  }

  /** The timestamp's column. */
  boolean isMadeOf(ColumnReference reference) {
    return reference.item() == item
        && reference.path().isEmpty()
        && source().filter(source -> source.column().equals(reference.column())).isPresent();
  }

  boolean is(ColumnReference reference) {
    return reference.item() == item
        && reference.path().isEmpty()
        && reference.column().equals(column);
  }
}

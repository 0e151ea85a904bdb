package dev.sluice.sql.bind;

import java.util.List;

/**
 * Where a name in an expression leads: a column of a FROM item, and from there the path into its
 * structs.
 *
 * @param path field names below the column; empty for the column itself
 */
public record ColumnReference(FromItem item, String column, List<String> path) {
  public ColumnReference {
    path = List.copyOf(path);
  }

  /** {@code column.field.field}, as reasons show it. */
  public String dotted() {
    return path.isEmpty() ? column : column + "." + String.join(".", path);
  }
}

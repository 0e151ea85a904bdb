package dev.sluice;

import java.util.List;

/**
 * How rows that are read become rows that are written.
 *
 * @param explode the path of an array each of whose elements becomes a row, through structs from a
 *     column on; empty for none. An array without elements, or none, becomes one row too
 * @param columns what is written, in order
 */
public record RowShape(List<String> explode, List<ShapedColumn> columns) {
  public RowShape {
    explode = List.copyOf(explode);
    columns = List.copyOf(columns);
  }

  /** Where a value is taken from. */
  public enum Origin {
    /** A path from the row's columns on. */
    ROW,
    /** A path from the element on that has become a row; the element itself where it is empty. */
    ELEMENT,
    /** The element's position in its array, from 1; NULL where there is none. */
    POSITION
  }

  /** A column that is written. */
  public record ShapedColumn(Column column, Origin origin, List<String> path) {
    public ShapedColumn {
      path = List.copyOf(path);
    }
  }

  /** Rows as they are. */
  public static RowShape asItIs(List<Column> columns) {
    return new RowShape(
        List.of(),
        columns.stream()
            .map(column -> new ShapedColumn(column, Origin.ROW, List.of(column.name())))
            .toList());
  }

  /** The columns that are written. */
  public List<Column> written() {
    return columns.stream().map(ShapedColumn::column).toList();
  }
}

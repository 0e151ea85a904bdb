package dev.sluice.jdbc;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ForwardingRows;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.StructValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose structs are columns, one a field, called as {@code device.os}: for tools that show no
 * structs. What is in an array or a map stays there.
 */
final class FlatStructs extends ForwardingRows {
  private final List<Leaf> leaves;
  private final List<ResultColumn> columns;

  /**
   * Where a column of the flat result comes from.
   *
   * @param steps the places of the fields on the way, outermost first
   */
  private record Leaf(int column, List<Integer> steps) {}

  FlatStructs(Rows rows) {
    super(rows);
    this.columns = columns(rows.columns());
    this.leaves = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      leaves(i, List.of(), rows.columns().get(i).type());
    }
  }

  private void leaves(int column, List<Integer> steps, DataType type) {
    if (!(type instanceof DataType.Struct struct)) {
      leaves.add(new Leaf(column, steps));
      return;
    }
    for (int i = 0; i < struct.fields().size(); i++) {
      List<Integer> further = new ArrayList<>(steps);
      further.add(i);
      leaves(column, List.copyOf(further), struct.fields().get(i).type());
    }
  }

  /** The columns of a result, structs in parts. */
  static List<ResultColumn> columns(List<ResultColumn> columns) {
    List<ResultColumn> flat = new ArrayList<>();
    for (ResultColumn column : columns) {
      if (column.type() instanceof DataType.Struct struct) {
        List<ResultColumn> fields = new ArrayList<>();
        for (DataType.Field field : struct.fields()) {
          fields.add(new ResultColumn(column.name() + "." + field.name(), field.type()));
        }
        flat.addAll(columns(fields));
      } else {
        flat.add(column);
      }
    }
    return flat;
  }

  /** The columns of a table, structs in parts. */
  static List<Column> parts(Column column) {
    return columns(List.of(new ResultColumn(column.name(), column.type()))).stream()
        .map(part -> new Column(part.name(), part.type(), column.comment()))
        .toList();
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  /** NULL for each part of a struct that is NULL. */
  @Override
  public @Nullable Object value(int column) {
    Leaf leaf = leaves.get(column);
    Object value = rows().value(leaf.column());
    for (int step : leaf.steps()) {
      value = value instanceof StructValue struct ? struct.values().get(step) : null;
    }
    return value;
  }
}

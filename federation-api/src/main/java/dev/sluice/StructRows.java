package dev.sluice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts structs together again that an engine gave back as one column a field. */
final class StructRows extends ForwardingRows {
  private final List<ResultColumn> columns;
  private final Set<Integer> structs;

  /** The engine's column at which each of the answer's columns begins. */
  private final int[] starts;

  /**
   * @param rows the engine's, one column for each field of {@code structs}
   * @param columns the answer's
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED} if the engine has other columns
   */
  StructRows(Rows rows, List<ResultColumn> columns, Set<Integer> structs) {
    super(rows);
    this.columns = List.copyOf(columns);
    this.structs = Set.copyOf(structs);
    this.starts = new int[columns.size()];
    int start = 0;
    for (int i = 0; i < columns.size(); i++) {
      starts[i] = start;
      start += structs.contains(i) ? fields(i).size() : 1;
    }
    if (start != rows.columns().size()) {
      int found = rows.columns().size();
      rows.close();
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "The engine gave back " + found + " columns where its text asks for " + start);
    }
  }

  private List<DataType.Field> fields(int column) {
    return ((DataType.Struct) columns.get(column).type()).fields();
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public @Nullable Object value(int column) {
    if (!structs.contains(column)) {
      return rows().value(starts[column]);
    }
    List<DataType.Field> fields = fields(column);
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      values.add(rows().value(starts[column] + i));
    }
    return new StructValue(fields.stream().map(DataType.Field::name).toList(), values);
  }
}

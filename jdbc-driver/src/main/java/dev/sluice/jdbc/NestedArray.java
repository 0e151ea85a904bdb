package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import dev.sluice.results.ValueText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array of a row. Elements are as {@code getObject} gives values of their type. */
final class NestedArray implements Array {
  private final List<?> elements;
  private final DataType type;

  NestedArray(List<?> elements, DataType type) {
    this.elements = elements;
    this.type = type;
  }

  @Override
  public String getBaseTypeName() {
    return type.toString();
  }

  @Override
  public int getBaseType() {
    return JdbcType.of(type).code();
  }

  @Override
  public Object getArray() throws SQLException {
    return part(1, elements.size()).toArray();
  }

  @Override
  public Object getArray(@Nullable Map<String, Class<?>> types) throws SQLException {
    Refused.requireNoTypes(types);
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    return part(index, count).toArray();
  }

  @Override
  public Object getArray(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    Refused.requireNoTypes(types);
    return getArray(index, count);
  }

  private List<@Nullable Object> part(long index, int count) throws SQLException {
    List<@Nullable Object> part = new ArrayList<>();
    for (Object element : slice(index, count)) {
      part.add(Nested.object(element, type));
    }
    return part;
  }

  private List<?> slice(long index, int count) throws SQLException {
    if (index < 1 || count < 0 || index - 1 + count > elements.size()) {
      throw new SQLException(
          "The array has elements 1 to %d, not %d from %d".formatted(elements.size(), count, index),
          States.WRONG_ARGUMENT);
    }
    return elements.subList((int) index - 1, (int) index - 1 + count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return getResultSet(1, elements.size());
  }

  @Override
  public ResultSet getResultSet(@Nullable Map<String, Class<?>> types) throws SQLException {
    Refused.requireNoTypes(types);
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long at = index;
    for (Object element : slice(index, count)) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(at++);
      row.add(element);
      rows.add(row);
    }
    return RowsResultSet.listed(
        List.of(
            new ResultColumn("INDEX", DataType.Primitive.BIGINT), new ResultColumn("VALUE", type)),
        rows);
  }

  @Override
  public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    Refused.requireNoTypes(types);
    return getResultSet(index, count);
  }

  @Override
  public void free() {
    // Nothing is held.
  }

  @Override
  public String toString() {
    return ValueText.of(elements);
  }
}

package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a result, known before anything runs. Immutable. */
final class ResultColumns implements ResultSetMetaData {
  private final List<ResultColumn> columns;
  private final List<JdbcType> types;

  /** By label in lower case, the first of each. */
  private final Map<String, Integer> places = new HashMap<>();

  ResultColumns(List<ResultColumn> columns) {
    this.columns = List.copyOf(columns);
    this.types = columns.stream().map(column -> JdbcType.of(column.type())).toList();
    for (int i = 0; i < columns.size(); i++) {
      places.putIfAbsent(columns.get(i).name().toLowerCase(Locale.ROOT), i + 1);
    }
  }

  void require(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw new SQLException(
          "There is no column " + column + "; the result has 1 to " + columns.size(),
          States.WRONG_COLUMN);
    }
  }

  int find(@Nullable String label) throws SQLException {
    Integer place = label == null ? null : places.get(label.toLowerCase(Locale.ROOT));
    if (place == null) {
      throw new SQLException(
          "There is no column "
              + label
              + "; the result has "
              + String.join(", ", columns.stream().map(ResultColumn::name).toList()),
          States.WRONG_COLUMN);
    }
    return place;
  }

  DataType type(int column) {
    return columns.get(column - 1).type();
  }

  private ResultColumn column(int column) throws SQLException {
    require(column);
    return columns.get(column - 1);
  }

  private JdbcType jdbcType(int column) throws SQLException {
    require(column);
    return types.get(column - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return jdbcType(column).code();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return column(column).type().toString();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return jdbcType(column).javaClass().getName();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return jdbcType(column).displaySize();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return jdbcType(column).precision();
  }

  @Override
  public int getScale(int column) throws SQLException {
    return jdbcType(column).scale();
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return jdbcType(column).isNumber();
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return jdbcType(column).isText();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    require(column);
    return true;
  }

  @Override
  public int isNullable(int column) throws SQLException {
    require(column);
    return columnNullable;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    require(column);
    return false;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    require(column);
    return false;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    require(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    require(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    require(column);
    return false;
  }

  /** Which table a column comes from is not kept; "" is JDBC's word for that. */
  @Override
  public String getTableName(int column) throws SQLException {
    require(column);
    return "";
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    require(column);
    return "";
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    require(column);
    return "";
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}

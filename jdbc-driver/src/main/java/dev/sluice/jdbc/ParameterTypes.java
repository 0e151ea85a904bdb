package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.Parameter;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;

/** What a query takes for its parameters, as its plan tells. Immutable. */
final class ParameterTypes implements ParameterMetaData {
  private final List<Parameter> parameters;

  ParameterTypes(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  private DataType type(int parameter) throws SQLException {
    if (parameter < 1 || parameter > parameters.size()) {
      throw new SQLException(
          "There is no parameter " + parameter + "; the query has " + parameters.size(),
          States.WRONG_COLUMN);
    }
    return parameters.get(parameter - 1).type();
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  @Override
  public int isNullable(int parameter) throws SQLException {
    type(parameter);
    return parameterNullable;
  }

  @Override
  public boolean isSigned(int parameter) throws SQLException {
    return JdbcType.of(type(parameter)).isNumber();
  }

  @Override
  public int getPrecision(int parameter) throws SQLException {
    return JdbcType.of(type(parameter)).precision();
  }

  @Override
  public int getScale(int parameter) throws SQLException {
    return JdbcType.of(type(parameter)).scale();
  }

  @Override
  public int getParameterType(int parameter) throws SQLException {
    return JdbcType.of(type(parameter)).code();
  }

  @Override
  public String getParameterTypeName(int parameter) throws SQLException {
    return type(parameter).toString();
  }

  @Override
  public String getParameterClassName(int parameter) throws SQLException {
    return JdbcType.of(type(parameter)).javaClass().getName();
  }

  @Override
  public int getParameterMode(int parameter) throws SQLException {
    type(parameter);
    return parameterModeIn;
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

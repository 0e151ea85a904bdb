package dev.sluice.jdbc;

import dev.sluice.QueryShape;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query with parameters. What it returns and takes is known from its plan alone, before anything
 * runs.
 */
final class PreparedQuery extends QueryStatement implements PreparedStatement {
  private final String sql;
  private final ParameterValues values;
  private final Optional<String> explained;
  private @Nullable QueryShape shape;

  PreparedQuery(SluiceConnection connection, String sql) throws SQLException {
    super(connection);
    this.sql = Escapes.translated(sql);
    this.values = new ParameterValues(Escapes.parameters(this.sql));
    this.explained = Explanation.query(this.sql);
    poolable(true);
  }

  /** What is known without values. */
  private QueryShape shape() throws SQLException {
    requireOpen();
    QueryShape known = shape;
    if (known == null) {
      try {
        known = owner().sluice().describe(explained.orElse(sql));
      } catch (SluiceException e) {
        throw States.of(e);
      }
      shape = known;
    }
    return known;
  }

  private List<ResultColumn> columns() throws SQLException {
    List<ResultColumn> columns = shape().columns();
    if (explained.isPresent()) {
      return Explanation.COLUMNS;
    }
    return owner().flattens() ? FlatStructs.columns(columns) : columns;
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    List<@Nullable Object> given = values.all();
    return explained.isPresent()
        ? run(() -> Explanation.of(planned(explained.get(), given)))
        : run(() -> planned(sql, given));
  }

  @Override
  public boolean execute() throws SQLException {
    executeQuery();
    return true;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    return new ResultColumns(columns());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    return new ParameterTypes(shape().parameters());
  }

  /** JDBC: a prepared statement has its text already. */
  @Override
  public ResultSet executeQuery(String other) throws SQLException {
    throw new SQLException(
        "A prepared statement has its query already; call executeQuery()", States.CLOSED);
  }

  @Override
  public int executeUpdate() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public void addBatch() throws SQLException {
    throw Refused.writing();
  }

  @Override
  public void clearParameters() throws SQLException {
    requireOpen();
    values.clear();
  }

  private void set(int parameter, @Nullable Object value) throws SQLException {
    requireOpen();
    values.set(parameter, value);
  }

  @Override
  public void setNull(int parameter, int type) throws SQLException {
    set(parameter, null);
  }

  @Override
  public void setNull(int parameter, int type, String name) throws SQLException {
    set(parameter, null);
  }

  @Override
  public void setBoolean(int parameter, boolean value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setByte(int parameter, byte value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setShort(int parameter, short value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setInt(int parameter, int value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setLong(int parameter, long value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setFloat(int parameter, float value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setDouble(int parameter, double value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setBigDecimal(int parameter, @Nullable BigDecimal value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setString(int parameter, @Nullable String value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setNString(int parameter, @Nullable String value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setBytes(int parameter, byte @Nullable [] value) throws SQLException {
    set(parameter, value == null ? null : value.clone());
  }

  @Override
  public void setDate(int parameter, @Nullable Date value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setDate(int parameter, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    set(parameter, value == null ? null : ParameterValues.date(value, calendar));
  }

  @Override
  public void setTimestamp(int parameter, @Nullable Timestamp value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setTimestamp(int parameter, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    set(parameter, value == null ? null : ParameterValues.timestamp(value, calendar));
  }

  @Override
  public void setTime(int parameter, @Nullable Time value) throws SQLException {
    throw Refused.of("No parameter takes a time without its date");
  }

  @Override
  public void setTime(int parameter, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    throw Refused.of("No parameter takes a time without its date");
  }

  @Override
  public void setObject(int parameter, @Nullable Object value) throws SQLException {
    set(parameter, value);
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, int type) throws SQLException {
    set(parameter, ParameterValues.as(type, null, value));
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, int type, int scale)
      throws SQLException {
    set(parameter, ParameterValues.as(type, scale, value));
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, SQLType type) throws SQLException {
    setObject(parameter, value, type.getVendorTypeNumber());
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, SQLType type, int scale)
      throws SQLException {
    setObject(parameter, value, type.getVendorTypeNumber(), scale);
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
    set(parameter, ParameterValues.text(value, Long.MAX_VALUE));
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value, int length)
      throws SQLException {
    set(parameter, ParameterValues.text(value, length));
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value, long length)
      throws SQLException {
    set(parameter, ParameterValues.text(value, length));
  }

  @Override
  public void setNCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
    setCharacterStream(parameter, value);
  }

  @Override
  public void setNCharacterStream(int parameter, @Nullable Reader value, long length)
      throws SQLException {
    setCharacterStream(parameter, value, length);
  }

  @Override
  public void setClob(int parameter, @Nullable Reader value) throws SQLException {
    setCharacterStream(parameter, value);
  }

  @Override
  public void setClob(int parameter, @Nullable Reader value, long length) throws SQLException {
    setCharacterStream(parameter, value, length);
  }

  @Override
  public void setNClob(int parameter, @Nullable Reader value) throws SQLException {
    setCharacterStream(parameter, value);
  }

  @Override
  public void setNClob(int parameter, @Nullable Reader value, long length) throws SQLException {
    setCharacterStream(parameter, value, length);
  }

  @Override
  public void setClob(int parameter, @Nullable Clob value) throws SQLException {
    set(parameter, value == null ? null : value.getSubString(1, (int) value.length()));
  }

  @Override
  public void setNClob(int parameter, @Nullable NClob value) throws SQLException {
    setClob(parameter, value);
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value) throws SQLException {
    set(parameter, ParameterValues.ascii(value, Long.MAX_VALUE));
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value, int length)
      throws SQLException {
    set(parameter, ParameterValues.ascii(value, length));
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value, long length)
      throws SQLException {
    set(parameter, ParameterValues.ascii(value, length));
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int parameter, InputStream value, int length) throws SQLException {
    throw Refused.type("UnicodeStream");
  }

  @Override
  public void setBinaryStream(int parameter, @Nullable InputStream value) throws SQLException {
    set(parameter, ParameterValues.bytes(value, Long.MAX_VALUE));
  }

  @Override
  public void setBinaryStream(int parameter, @Nullable InputStream value, int length)
      throws SQLException {
    set(parameter, ParameterValues.bytes(value, length));
  }

  @Override
  public void setBinaryStream(int parameter, @Nullable InputStream value, long length)
      throws SQLException {
    set(parameter, ParameterValues.bytes(value, length));
  }

  @Override
  public void setBlob(int parameter, @Nullable InputStream value) throws SQLException {
    setBinaryStream(parameter, value);
  }

  @Override
  public void setBlob(int parameter, @Nullable InputStream value, long length) throws SQLException {
    setBinaryStream(parameter, value, length);
  }

  @Override
  public void setBlob(int parameter, @Nullable Blob value) throws SQLException {
    set(parameter, value == null ? null : value.getBytes(1, (int) value.length()));
  }

  @Override
  public void setRef(int parameter, Ref value) throws SQLException {
    throw Refused.type("Ref");
  }

  @Override
  public void setArray(int parameter, Array value) throws SQLException {
    throw Refused.of("No parameter takes an array");
  }

  @Override
  public void setURL(int parameter, URL value) throws SQLException {
    throw Refused.type("URL");
  }

  @Override
  public void setRowId(int parameter, RowId value) throws SQLException {
    throw Refused.type("RowId");
  }

  @Override
  public void setSQLXML(int parameter, SQLXML value) throws SQLException {
    throw Refused.type("SQLXML");
  }
}

package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JDBC reads them: once, forward. Not shareable between threads, except that closing and
 * cancelling may come from others.
 */
final class RowsResultSet extends LabelledResultSet {
  private final Rows rows;
  private final ResultColumns columns;
  private final Execution execution;
  private long row;
  private boolean onRow;
  private boolean atEnd;
  private boolean wasNull;
  private int fetchSize;
  private volatile boolean closed;
  private @Nullable SQLWarning warnings;

  RowsResultSet(Rows rows, ResultColumns columns, Execution execution) {
    this.rows = rows;
    this.columns = columns;
    this.execution = execution;
  }

  /** Rows that are there already, of no statement. */
  static RowsResultSet listed(
      List<ResultColumn> columns, List<? extends List<? extends @Nullable Object>> rows) {
    return new RowsResultSet(
        new ListedRows(columns, rows), new ResultColumns(columns), Execution.OF_NOTHING);
  }

  @Override
  public boolean next() throws SQLException {
    requireOpen();
    onRow = false;
    if (atEnd) {
      return false;
    }
    boolean isCut;
    try {
      isCut = row >= execution.maxRows();
      atEnd = isCut || !rows.next();
    } catch (SluiceException e) {
      throw execution.failure(e);
    }
    // Where another thread has closed them meanwhile, rows have no end to tell.
    requireOpen();
    if (atEnd) {
      end(isCut);
    } else {
      onRow = true;
      if (row++ == 0) {
        execution.answered();
      }
    }
    return !atEnd;
  }

  private void end(boolean isCut) {
    if (isCut) {
      warn(
          "The result was cut after %,d rows, the most that the statement takes; it may have more"
              .formatted(row));
    }
    rows.warnings().forEach(this::warn);
    rows.close();
    execution.answered();
  }

  private void warn(String text) {
    warnings = States.warned(warnings, text);
  }

  private void requireOpen() throws SQLException {
    if (closed) {
      throw States.closed("result");
    }
  }

  private @Nullable Object value(int column) throws SQLException {
    requireOpen();
    if (!onRow) {
      throw new SQLException(
          atEnd ? "The last row is behind" : "Call next() before the first row is read",
          States.INVALID_CURSOR);
    }
    columns.require(column);
    Object value;
    try {
      value = rows.value(column - 1);
    } catch (SluiceException e) {
      throw execution.failure(e);
    }
    wasNull = value == null;
    return value;
  }

  private DataType type(int column) {
    return columns.type(column);
  }

  @Override
  public boolean wasNull() throws SQLException {
    requireOpen();
    return wasNull;
  }

  @Override
  public int findColumn(@Nullable String label) throws SQLException {
    requireOpen();
    return columns.find(label);
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    return Values.text(value(column));
  }

  @Override
  public @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    return Values.truth(value(column));
  }

  @Override
  public byte getByte(int column) throws SQLException {
    return (byte) Values.whole(value(column), Byte.MIN_VALUE, Byte.MAX_VALUE, "tinyint");
  }

  @Override
  public short getShort(int column) throws SQLException {
    return (short) Values.whole(value(column), Short.MIN_VALUE, Short.MAX_VALUE, "smallint");
  }

  @Override
  public int getInt(int column) throws SQLException {
    return (int) Values.whole(value(column), Integer.MIN_VALUE, Integer.MAX_VALUE, "integer");
  }

  @Override
  public long getLong(int column) throws SQLException {
    return Values.whole(value(column), Long.MIN_VALUE, Long.MAX_VALUE, "bigint");
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return (float) Values.floating(value(column), "real");
  }

  @Override
  public double getDouble(int column) throws SQLException {
    return Values.floating(value(column), "double");
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return Values.decimal(value(column), "decimal");
  }

  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return Values.decimal(value(column), scale);
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    return Values.bytes(value(column));
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    return Times.date(value(column), null);
  }

  @Override
  public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    return Times.date(value(column), calendar);
  }

  @Override
  public @Nullable Time getTime(int column) throws SQLException {
    return Times.time(value(column), null);
  }

  @Override
  public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    return Times.time(value(column), calendar);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return Times.timestamp(value(column), null);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return Times.timestamp(value(column), calendar);
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return Nested.object(value(column), type(column));
  }

  @Override
  public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    Refused.requireNoTypes(types);
    return getObject(column);
  }

  @Override
  public <T> @Nullable T getObject(int column, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw new SQLException("The class to read the value as is null", States.WRONG_ARGUMENT);
    }
    Object value = value(column);
    return value == null ? null : type.cast(converted(value, column, type));
  }

  private Object converted(Object value, int column, Class<?> type) throws SQLException {
    if (type == String.class) {
      return required(getString(column));
    } else if (type == Boolean.class) {
      return getBoolean(column);
    } else if (Number.class.isAssignableFrom(type)) {
      return number(column, type);
    } else if (type == LocalDate.class) {
      return Times.localDate(value, null);
    } else if (type == LocalTime.class) {
      return Times.localTime(value, null);
    } else if (type == LocalDateTime.class) {
      return Times.localDateTime(value, null);
    } else if (type == OffsetDateTime.class) {
      return Times.offsetDateTime(value);
    } else if (type == ZonedDateTime.class) {
      return Times.offsetDateTime(value).toZonedDateTime();
    } else if (type == Instant.class) {
      return Times.offsetDateTime(value).toInstant();
    } else if (type == Date.class) {
      return required(getDate(column));
    } else if (type == Time.class) {
      return required(getTime(column));
    } else if (type == Timestamp.class || type == java.util.Date.class) {
      return required(getTimestamp(column));
    } else if (type == byte[].class) {
      return required(getBytes(column));
    }
    return ofItsOwn(value, column, type);
  }

  private Object number(int column, Class<?> type) throws SQLException {
    if (type == Long.class) {
      return getLong(column);
    } else if (type == Integer.class) {
      return getInt(column);
    } else if (type == Short.class) {
      return getShort(column);
    } else if (type == Byte.class) {
      return getByte(column);
    } else if (type == Double.class) {
      return getDouble(column);
    } else if (type == Float.class) {
      return getFloat(column);
    } else if (type == BigInteger.class) {
      return required(getBigDecimal(column)).toBigInteger();
    }
    return required(getBigDecimal(column));
  }

  private Object ofItsOwn(Object value, int column, Class<?> type) throws SQLException {
    if (type == Array.class || type == Struct.class || type == Object.class) {
      Object object = required(getObject(column));
      if (type.isInstance(object)) {
        return object;
      }
    } else if (type == Blob.class) {
      return required(getBlob(column));
    } else if (type == Clob.class) {
      return required(getClob(column));
    }
    // The library's own: StructValue, List, Map.
    if (type.isInstance(value)) {
      return value;
    }
    throw Values.wrongType(value, type.getSimpleName());
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    Object value = value(column);
    if (value == null) {
      return null;
    } else if (value instanceof List<?> list && type(column) instanceof DataType.Array of) {
      return new NestedArray(list, of.element());
    }
    throw Values.wrongType(value, "array");
  }

  @Override
  public @Nullable Blob getBlob(int column) throws SQLException {
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new SerialBlob(bytes);
  }

  @Override
  public @Nullable Clob getClob(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new SerialClob(text.toCharArray());
  }

  @Override
  public @Nullable InputStream getBinaryStream(int column) throws SQLException {
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  public @Nullable InputStream getAsciiStream(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public @Nullable Reader getCharacterStream(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new StringReader(text);
  }

  @Override
  public @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    requireOpen();
    return columns;
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return warnings;
  }

  @Override
  public void clearWarnings() throws SQLException {
    requireOpen();
    warnings = null;
  }

  @Override
  public String getCursorName() throws SQLException {
    throw Refused.of("Cursors of Sluice have no names");
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    throw Refused.of("Whether there are rows shows when the first is asked for");
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    requireOpen();
    return atEnd && row > 0;
  }

  @Override
  public boolean isFirst() throws SQLException {
    requireOpen();
    return onRow && row == 1;
  }

  @Override
  public boolean isLast() throws SQLException {
    throw Refused.of("Whether a row is the last shows when the next is asked for");
  }

  @Override
  public int getRow() throws SQLException {
    requireOpen();
    return onRow ? (int) Math.min(row, Integer.MAX_VALUE) : 0;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    requireOpen();
    if (direction != FETCH_FORWARD) {
      throw Refused.scrolling();
    }
  }

  @Override
  public int getFetchDirection() throws SQLException {
    requireOpen();
    return FETCH_FORWARD;
  }

  /** Engines' clients fetch by themselves; this is kept and changes nothing. */
  @Override
  public void setFetchSize(int rowsAtOnce) throws SQLException {
    requireOpen();
    if (rowsAtOnce < 0) {
      throw new SQLException("A fetch size is not negative", States.WRONG_ARGUMENT);
    }
    fetchSize = rowsAtOnce;
  }

  @Override
  public int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  @Override
  public int getType() throws SQLException {
    requireOpen();
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    requireOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    throw Refused.updating();
  }

  @Override
  public boolean rowInserted() throws SQLException {
    throw Refused.updating();
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    throw Refused.updating();
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    requireOpen();
    return execution.statement();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      // Where the reader is, is the reader's alone to tell: closing may come from another thread.
      closed = true;
      rows.close();
      execution.closed();
    }
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

package dev.sluice.spectrum.client;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.results.ScalarText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A scalar of a result set, as the answer's type has it. Columns count from 1. */
final class ColumnValue {
  private ColumnValue() {}

  static @Nullable Object read(ResultSet row, int column, DataType type) throws SQLException {
    Object value = present(row, column, type);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Object present(ResultSet row, int column, DataType type)
      throws SQLException {
    if (type instanceof Primitive primitive) {
      return present(row, column, primitive);
    } else if (type instanceof DataType.Decimal decimal) {
      BigDecimal value = row.getBigDecimal(column);
      return value == null ? null : value.setScale(decimal.scale(), RoundingMode.UNNECESSARY);
    } else if (type instanceof DataType.Timestamp timestamp) {
      return present(row, column, timestamp.inMilliseconds());
    }
    return row.getString(column);
  }

  private static @Nullable Object present(ResultSet row, int column, Primitive type)
      throws SQLException {
    return switch (type) {
      case BOOLEAN -> row.getBoolean(column);
      case TINYINT -> narrowed(row.getShort(column));
      case SMALLINT -> row.getShort(column);
      case INTEGER -> row.getInt(column);
      case BIGINT -> row.getLong(column);
      case REAL -> row.getFloat(column);
      case DOUBLE -> row.getDouble(column);
      case STRING, UNKNOWN -> row.getString(column);
      case BINARY -> row.getBytes(column);
      // By their text: java.sql's types go through the JVM's own time zone.
      case DATE, TIMESTAMP -> text(row, column, type);
      case TIMESTAMP_WITH_TIME_ZONE -> row.getObject(column, OffsetDateTime.class);
    };
  }

  private static Byte narrowed(short value) throws SQLException {
    if (value < Byte.MIN_VALUE || value > Byte.MAX_VALUE) {
      throw new SQLException(value + " is no tinyint");
    }
    return (byte) value;
  }

  private static @Nullable Object text(ResultSet row, int column, Primitive type)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : ScalarText.read(type, text);
  }
}

package dev.sluice.jdbc.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A way to read a value.
 *
 * @param ofNull what JDBC says it gives for NULL, as text
 */
record Getter(Reading byPlace, LabelReading byLabel, String ofNull) {
  /** By a column's number. */
  interface Reading {
    @Nullable Object read(ResultSet rows, int column) throws SQLException;
  }

  /** By a column's label. */
  interface LabelReading {
    @Nullable Object read(ResultSet rows, String label) throws SQLException;
  }

  private static final Map<String, Getter> ALL = all();

  static Getter of(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }

  /** A value as text, whatever class it comes in. */
  static String shown(@Nullable Object value) throws SQLException, IOException {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } else if (value instanceof Reader reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } else if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) clob.length());
    } else if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return String.valueOf(value);
  }

  private static Map<String, Getter> all() {
    Map<String, Getter> all = new TreeMap<>();
    all.put("byte", new Getter(ResultSet::getByte, ResultSet::getByte, "0"));
    all.put("short", new Getter(ResultSet::getShort, ResultSet::getShort, "0"));
    all.put("int", new Getter(ResultSet::getInt, ResultSet::getInt, "0"));
    all.put("long", new Getter(ResultSet::getLong, ResultSet::getLong, "0"));
    all.put("float", new Getter(ResultSet::getFloat, ResultSet::getFloat, "0.0"));
    all.put("double", new Getter(ResultSet::getDouble, ResultSet::getDouble, "0.0"));
    all.put("boolean", new Getter(ResultSet::getBoolean, ResultSet::getBoolean, "false"));
    put(all, "decimal", ResultSet::getBigDecimal, ResultSet::getBigDecimal);
    put(all, "string", ResultSet::getString, ResultSet::getString);
    put(all, "nstring", ResultSet::getNString, ResultSet::getNString);
    put(all, "date", ResultSet::getDate, ResultSet::getDate);
    put(all, "time", ResultSet::getTime, ResultSet::getTime);
    put(all, "timestamp", ResultSet::getTimestamp, ResultSet::getTimestamp);
    put(all, "bytes", ResultSet::getBytes, ResultSet::getBytes);
    put(all, "object", ResultSet::getObject, ResultSet::getObject);
    put(all, "ascii", ResultSet::getAsciiStream, ResultSet::getAsciiStream);
    put(all, "binary", ResultSet::getBinaryStream, ResultSet::getBinaryStream);
    put(all, "reader", ResultSet::getCharacterStream, ResultSet::getCharacterStream);
    put(all, "nreader", ResultSet::getNCharacterStream, ResultSet::getNCharacterStream);
    put(all, "clob", ResultSet::getClob, ResultSet::getClob);
    put(all, "blob", ResultSet::getBlob, ResultSet::getBlob);
    for (Class<?> type :
        new Class<?>[] {
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          String.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          java.sql.Date.class,
          java.sql.Time.class,
          java.sql.Timestamp.class,
          byte[].class
        }) {
      String name =
          type.getPackageName().equals("java.sql") ? type.getName() : type.getSimpleName();
      put(
          all,
          name,
          (rows, column) -> rows.getObject(column, type),
          (rows, label) -> rows.getObject(label, type));
    }
    return Map.copyOf(all);
  }

  private static void put(
      Map<String, Getter> all, String name, Reading byPlace, LabelReading byLabel) {
    all.put(name, new Getter(byPlace, byLabel, "null"));
  }
}

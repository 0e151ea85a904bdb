package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType.Primitive;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.SluiceException;
import dev.sluice.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row of a value of each type, and one of NULLs. */
class ResultSetTest {
  private final Connection connection;
  private final ResultSet rows;

  ResultSetTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-2");
    this.rows = connection.createStatement().executeQuery("SELECT * FROM web.all_types");
  }

  @BeforeEach
  void first() throws SQLException {
    assertThatThrownBy(() -> rows.getInt(1)).hasMessageContaining("next()");
    assertThat(rows.next()).isTrue();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource({
    "t, true",
    "i1, 7",
    "i2, 300",
    "i4, 70000",
    "i8, 5000000000",
    "f4, 1.5",
    "f8, 2.25",
    "d, 12.50",
    "s, text",
    "vc, text",
    "c, text",
    "b, 6279746573",
    "day, 2019-03-27",
    "at, 2019-03-27 16:00:00.005",
    "device, '{\"os\":\"text\",\"lat\":2.25}'",
    "nums, '[70000]'",
    "tags, '{\"text\":5000000000}'",
  })
  void everythingIsText(String column, String text) throws SQLException {
    assertThat(rows.getString(column)).isEqualTo(text);
    assertThat(rows.getString(column.toUpperCase(java.util.Locale.ROOT))).isEqualTo(text);
    assertThat(rows.getNString(column)).isEqualTo(text);
    assertThat(rows.getObject(column, String.class)).isEqualTo(text);
    assertThat(rows.wasNull()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "t, java.lang.Boolean, -7",
    "i1, java.lang.Integer, -6",
    "i2, java.lang.Integer, 5",
    "i4, java.lang.Integer, 4",
    "i8, java.lang.Long, -5",
    "f4, java.lang.Float, 7",
    "f8, java.lang.Double, 8",
    "d, java.math.BigDecimal, 3",
    "s, java.lang.String, 12",
    "vc, java.lang.String, 12",
    "c, java.lang.String, 1",
    "b, '[B', -3",
    "day, java.sql.Date, 91",
    "at, java.sql.Timestamp, 93",
    "device, java.sql.Struct, 2002",
    "nums, java.sql.Array, 2003",
    "tags, java.util.Map, 2000",
  })
  void objectsAreOfTheClassThatMetadataTells(String column, String className, int type)
      throws Exception {
    ResultSetMetaData columns = rows.getMetaData();
    int place = rows.findColumn(column);
    assertThat(columns.getColumnClassName(place)).isEqualTo(className);
    assertThat(rows.getObject(place)).isInstanceOf(Class.forName(className));
    int told = columns.getColumnType(place);
    assertThat(told == Types.BOOLEAN ? Types.BIT : told).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "i1", "i2", "i4", "i8", "f4", "f8", "d"})
  void numbersAreReadAsOthersWhereTheyFit(String column) throws SQLException {
    double value = rows.getDouble(column);
    assertThat(rows.getFloat(column)).isEqualTo((float) value);
    assertThat(rows.getLong(column)).isEqualTo((long) value);
    assertThat(rows.getBigDecimal(column).doubleValue()).isEqualTo(value);
    assertThat(rows.getObject(column, Double.class)).isEqualTo(value);
    assertThat(rows.getObject(column, Long.class)).isEqualTo((long) value);
    assertThat(rows.getObject(column, BigInteger.class).longValue()).isEqualTo((long) value);
    assertThat(rows.getObject(column, BigDecimal.class).doubleValue()).isEqualTo(value);
    assertThat(rows.getBoolean(column)).isTrue();
  }

  @Test
  void whatDoesNotFitIsAnError() throws SQLException {
    assertThat(rows.getByte("i1")).isEqualTo((byte) 7);
    assertThat(rows.getShort("i2")).isEqualTo((short) 300);
    for (ThrowingRead read :
        List.<ThrowingRead>of(
            () -> rows.getByte("i2"), () -> rows.getShort("i4"), () -> rows.getInt("i8"))) {
      assertThatThrownBy(read::read)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22003"));
    }
    for (ThrowingRead read :
        List.<ThrowingRead>of(
            () -> rows.getInt("day"),
            () -> rows.getDate("i4"),
            () -> rows.getTime("day"),
            () -> rows.getBytes("s"),
            () -> rows.getArray("device"),
            () -> rows.getLong("nums"),
            () -> rows.getObject("device", LocalDate.class))) {
      assertThatThrownBy(read::read)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("07006"));
    }
    assertThatThrownBy(() -> rows.getInt("s"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22018"))
        .hasMessage("'text' is no integer");
  }

  private interface ThrowingRead {
    Object read() throws SQLException;
  }

  @Test
  void datesAndTimesComeInOldClassesAndNew() throws SQLException {
    LocalDateTime at = LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000);
    assertThat(rows.getDate("day")).isEqualTo(Date.valueOf("2019-03-27"));
    assertThat(rows.getDate("at")).isEqualTo(Date.valueOf("2019-03-27"));
    assertThat(rows.getTimestamp("at")).isEqualTo(Timestamp.valueOf(at));
    assertThat(rows.getTime("at").toLocalTime()).isEqualTo(LocalTime.of(16, 0));
    assertThat(rows.getObject("day", LocalDate.class)).isEqualTo(at.toLocalDate());
    assertThat(rows.getObject("at", LocalDateTime.class)).isEqualTo(at);
    assertThat(rows.getObject("at", LocalTime.class)).isEqualTo(at.toLocalTime());
    assertThat(rows.getObject("at", OffsetDateTime.class)).isEqualTo(at.atOffset(ZoneOffset.UTC));
    assertThat(rows.getObject("at", Instant.class)).isEqualTo(at.toInstant(ZoneOffset.UTC));
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    assertThat(rows.getTimestamp("at", tokyo).toInstant())
        .isEqualTo(at.toInstant(ZoneOffset.ofHours(9)));
    assertThat(rows.getDate("day", tokyo).getTime())
        .isEqualTo(
            LocalDate.of(2019, 3, 27)
                .atStartOfDay()
                .toInstant(ZoneOffset.ofHours(9))
                .toEpochMilli());
  }

  @Test
  void nestedValuesAreStructsArraysAndMaps() throws SQLException {
    Struct device = (Struct) rows.getObject("device");
    assertThat(device.getAttributes()).containsExactly("text", 2.25);
    assertThat(device.getSQLTypeName()).isEqualTo("row(os varchar, lat double)");
    Array nums = rows.getArray("nums");
    assertThat((Object[]) nums.getArray()).containsExactly(70_000);
    assertThat(nums.getBaseType()).isEqualTo(Types.INTEGER);
    assertThatThrownBy(() -> nums.getArray(2, 1)).hasMessageContaining("elements 1 to 1");
    try (ResultSet elements = nums.getResultSet()) {
      assertThat(elements.next()).isTrue();
      assertThat(elements.getLong("INDEX")).isEqualTo(1);
      assertThat(elements.getInt("VALUE")).isEqualTo(70_000);
      assertThat(elements.next()).isFalse();
    }
    assertThat(rows.getObject("tags")).isEqualTo(Map.of("text", 5_000_000_000L));
    assertThat(rows.getObject("device", StructValue.class).get("os")).isEqualTo("text");
    assertThat(rows.getObject("nums", List.class)).isEqualTo(List.of(70_000));
    assertThat(device).hasToString("{\"os\":\"text\",\"lat\":2.25}");
  }

  @Test
  void bytesAndTextCanBeStreams() throws SQLException, IOException {
    byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);
    assertThat(rows.getBytes("b")).isEqualTo(bytes);
    assertThat(rows.getBinaryStream("b").readAllBytes()).isEqualTo(bytes);
    assertThat(rows.getBlob("b").getBytes(1, 5)).isEqualTo(bytes);
    assertThat(rows.getClob("s").getSubString(1, 4)).isEqualTo("text");
    assertThat(rows.getCharacterStream("s").read()).isEqualTo('t');
    assertThat(rows.getAsciiStream("s").read()).isEqualTo('t');
  }

  @Test
  void nullsAreZeroFalseOrNull() throws SQLException {
    assertThat(rows.next()).isTrue();
    assertThat(rows.getInt("i4")).isZero();
    assertThat(rows.wasNull()).isTrue();
    assertThat(rows.getDouble("f8")).isZero();
    assertThat(rows.getBoolean("t")).isFalse();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      assertThat(rows.getObject(column)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getString(column)).isNull();
      assertThat(rows.getObject(column, String.class)).isNull();
    }
    assertThat(rows.getDate("day")).isNull();
    assertThat(rows.getTimestamp("at")).isNull();
    assertThat(rows.getBigDecimal("d")).isNull();
    assertThat(rows.getBytes("b")).isNull();
    assertThat(rows.getArray("nums")).isNull();
    assertThat(rows.getClob("s")).isNull();
    assertThat(rows.getBinaryStream("b")).isNull();
  }

  @Test
  void knowsWhereItIs() throws SQLException {
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.getRow()).isEqualTo(1);
    assertThat(rows.next()).isTrue();
    assertThat(rows.getRow()).isEqualTo(2);
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isTrue();
    assertThat(rows.getRow()).isZero();
    assertThatThrownBy(() -> rows.getInt(1)).hasMessageContaining("last row is behind");
    assertThatThrownBy(rows::previous).hasMessageContaining("FORWARD_ONLY");
    assertThatThrownBy(rows::beforeFirst).hasMessageContaining("FORWARD_ONLY");
    assertThatThrownBy(() -> rows.updateInt(1, 1)).hasMessageContaining("cannot be changed");
  }

  @Test
  void namesColumnsThatAreNotThere() {
    assertThatThrownBy(() -> rows.getInt("nothing"))
        .hasMessageStartingWith("There is no column nothing; the result has t, i1");
    assertThatThrownBy(() -> rows.getInt(18)).hasMessageContaining("1 to 17");
    assertThatThrownBy(() -> rows.getInt(0)).hasMessageContaining("1 to 17");
  }

  @Test
  void describesItsColumns() throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int decimal = rows.findColumn("d");
    assertThat(columns.getPrecision(decimal)).isEqualTo(12);
    assertThat(columns.getScale(decimal)).isEqualTo(2);
    assertThat(columns.getColumnDisplaySize(decimal)).isEqualTo("-1234567890.12".length());
    assertThat(columns.isSigned(decimal)).isTrue();
    assertThat(columns.getColumnTypeName(decimal)).isEqualTo("decimal(12,2)");
    assertThat(columns.getPrecision(rows.findColumn("vc"))).isEqualTo(10);
    assertThat(columns.getScale(rows.findColumn("at"))).isEqualTo(3);
    assertThat(columns.isReadOnly(1)).isTrue();
    assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNullable);
    assertThat(columns.isCaseSensitive(rows.findColumn("s"))).isTrue();
    assertThatThrownBy(() -> columns.getColumnName(18)).isInstanceOf(SQLException.class);
  }

  /** Closing comes between the row's arrival and its being told. */
  @Test
  void aRowThatCameIsNotTakenForTheEndWhereOthersCloseTheResult() throws SQLException {
    List<RowsResultSet> opened = new ArrayList<>();
    Execution closing =
        new Execution() {
          @Override
          public @Nullable Statement statement() {
            return null;
          }

          @Override
          public long maxRows() {
            return Long.MAX_VALUE;
          }

          @Override
          public SQLException failure(SluiceException error) {
            return States.of(error);
          }

          @Override
          public void answered() {
            try {
              opened.get(0).close();
            } catch (SQLException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public void closed() {}
        };
    List<ResultColumn> columns = List.of(new ResultColumn("n", Primitive.INTEGER));
    Rows one = new ListedRows(columns, List.of(List.of(1)));
    opened.add(new RowsResultSet(one, new ResultColumns(columns), closing));
    assertThat(opened.get(0).next()).isTrue();
    assertThatThrownBy(() -> opened.get(0).getInt(1)).hasMessage("This result is closed");
  }

  /** Rows that another thread closes while the next one is waited for have no end to tell. */
  @Test
  void closingMeanwhileIsNotTakenForTheEnd() {
    List<RowsResultSet> opened = new ArrayList<>();
    Rows closing =
        new Rows() {
          @Override
          public List<ResultColumn> columns() {
            return List.of();
          }

          @Override
          public boolean next() {
            try {
              opened.get(0).close();
            } catch (SQLException e) {
              throw new AssertionError(e);
            }
            return false;
          }

          @Override
          public @Nullable Object value(int column) {
            return null;
          }

          @Override
          public List<String> warnings() {
            return List.of();
          }

          @Override
          public void cancel() {}

          @Override
          public void close() {}
        };
    opened.add(new RowsResultSet(closing, new ResultColumns(List.of()), Execution.OF_NOTHING));
    assertThatThrownBy(() -> opened.get(0).next()).hasMessage("This result is closed");
  }
}

package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a result says of its columns, held against what it gives. */
abstract class ResultColumnsContract extends Contract {
  private final Statement statement;
  private @Nullable ResultSet rows;

  ResultColumnsContract(DriverUnderTest driver) throws SQLException {
    super(driver);
    this.statement = connection.createStatement();
  }

  @BeforeEach
  void read() throws SQLException {
    rows =
        first(statement, "t, i1, i2, i4, i8, f4, f8, d, s, vc, c, b, day, at, i4 + 1 AS \"Sum\"");
  }

  @AfterEach
  void closeRows() throws SQLException {
    rows().close();
  }

  private ResultSet rows() {
    return Objects.requireNonNull(rows);
  }

  private ResultSetMetaData columns() throws SQLException {
    return rows().getMetaData();
  }

  private int place(String column) throws SQLException {
    return rows().findColumn(column);
  }

  @Test
  void areCounted() throws SQLException {
    assertThat(columns().getColumnCount()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "t, 16, java.lang.Boolean",
    "i1, -6, java.lang.Integer",
    "i2, 5, java.lang.Integer",
    "i4, 4, java.lang.Integer",
    "i8, -5, java.lang.Long",
    "f4, 7, java.lang.Float",
    "f8, 8, java.lang.Double",
    "d, 3, java.math.BigDecimal",
    "s, 12, java.lang.String",
    "vc, 12, java.lang.String",
    "c, 1, java.lang.String",
    "b, -3, '[B'",
    "day, 91, java.sql.Date",
    "at, 93, java.sql.Timestamp",
  })
  void haveTheTypeAndClassOfTheirValues(String column, int type, String className)
      throws Exception {
    int place = place(column);
    assertThat(columns().getColumnType(place)).isEqualTo(type);
    assertThat(columns().getColumnClassName(place)).isEqualTo(className);
    assertThat(rows().getObject(place)).isExactlyInstanceOf(Class.forName(className));
    assertThat(columns().getColumnTypeName(place)).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"d, 12, 2", "vc, 10, 0", "c, 4, 0", "day, 10, 0", "at, 23, 3"})
  void havePrecisionAndScale(String column, int precision, int scale) throws SQLException {
    assertThat(columns().getPrecision(place(column))).isEqualTo(precision);
    assertThat(columns().getScale(place(column))).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvSource({
    "t, false",
    "i1, true",
    "i2, true",
    "i4, true",
    "i8, true",
    "f4, true",
    "f8, true",
    "d, true",
    "s, false",
    "vc, false",
    "c, false",
    "b, false",
    "day, false",
    "at, false",
  })
  void areSignedWhereTheyAreNumbers(String column, boolean signed) throws SQLException {
    assertThat(columns().isSigned(place(column))).isEqualTo(signed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t", "i1", "i2", "i4", "i8", "f4", "f8", "d", "s", "vc", "c", "day", "at"})
  void areWideEnoughToShow(String column) throws SQLException {
    String text = Objects.requireNonNull(rows().getString(column));
    assertThat(columns().getColumnDisplaySize(place(column))).isGreaterThanOrEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource({"i1, -128", "i2, -32768", "i4, -2147483648", "i8, -9223372036854775808"})
  void areWideEnoughForTheLongestNumber(String column, String longest) throws SQLException {
    assertThat(columns().getColumnDisplaySize(place(column)))
        .isGreaterThanOrEqualTo(longest.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t", "i1", "i2", "i4", "i8", "f4", "f8", "d", "s", "vc", "c", "b", "day", "at"})
  void mayBeNullAndAreNotCounters(String column) throws SQLException {
    assertThat(columns().isNullable(place(column))).isEqualTo(ResultSetMetaData.columnNullable);
    assertThat(columns().isAutoIncrement(place(column))).isFalse();
    assertThat(columns().isCurrency(place(column))).isFalse();
    assertThat(columns().isSearchable(place(column))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "vc", "c"})
  void tellCaseWhereTheyAreText(String column) throws SQLException {
    assertThat(columns().isCaseSensitive(place(column))).isTrue();
  }

  @Test
  void areLabelledAsTheQuerySays() throws SQLException {
    assertThat(columns().getColumnLabel(1)).isEqualTo("t");
    assertThat(columns().getColumnLabel(15)).isEqualToIgnoringCase("sum");
    assertThat(columns().getColumnName(1)).isEqualTo("t");
  }

  @Test
  void withoutACatalogOrSchemaHaveAnEmptyOne() throws SQLException {
    assertThat(columns().getTableName(15)).isEmpty();
    assertThat(columns().getSchemaName(15)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 16, Integer.MAX_VALUE})
  void outOfRangeAreRefused(int place) throws SQLException {
    ResultSetMetaData columns = columns();
    assertRefused(() -> columns.getColumnLabel(place));
    assertRefused(() -> columns.getColumnName(place));
    assertRefused(() -> columns.getColumnType(place));
    assertRefused(() -> columns.getColumnTypeName(place));
    assertRefused(() -> columns.getColumnClassName(place));
    assertRefused(() -> columns.getPrecision(place));
    assertRefused(() -> columns.getScale(place));
    assertRefused(() -> columns.getColumnDisplaySize(place));
    assertRefused(() -> columns.isNullable(place));
    assertRefused(() -> columns.isSigned(place));
    assertRefused(() -> columns.isSearchable(place));
    assertRefused(() -> columns.isCaseSensitive(place));
    assertRefused(() -> columns.isReadOnly(place));
    assertRefused(() -> columns.isWritable(place));
    assertRefused(() -> columns.getTableName(place));
    assertRefused(() -> columns.getSchemaName(place));
    assertRefused(() -> columns.getCatalogName(place));
  }

  @Test
  void unwrapToThemselves() throws SQLException {
    ResultSetMetaData columns = columns();
    assertThat(columns.isWrapperFor(ResultSetMetaData.class)).isTrue();
    assertThat(columns.isWrapperFor(String.class)).isFalse();
    assertThat(columns.unwrap(ResultSetMetaData.class)).isSameAs(columns);
    assertRefused(() -> columns.unwrap(String.class));
  }

  @Test
  void areKnownBeforeTheFirstRow() throws SQLException {
    try (Statement other = connection.createStatement();
        ResultSet unread = other.executeQuery("SELECT d, s FROM web.all_types")) {
      assertThat(unread.getMetaData().getColumnCount()).isEqualTo(2);
      assertThat(unread.findColumn("s")).isEqualTo(2);
    }
  }
}

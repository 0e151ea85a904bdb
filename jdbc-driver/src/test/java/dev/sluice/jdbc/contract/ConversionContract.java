package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each getter on each type, after the tables of conversions (JDBC 4.3, appendix B, B-6). In a cell
 * stands the value as text; {@code !} where it must be refused; {@code -} where nothing is said.
 * What begins with {@code ~} the standard leaves open (how a fraction becomes whole, how texts
 * spell truth), and Sluice alone is held against it.
 */
abstract class ConversionContract extends Contract {
  private static final String NUMBERS =
      """
      of                           |byte|short|int     |long      |float |double    |decimal   |boolean
      t                            |1   |1    |1       |1         |1.0   |1.0       |1         |true
      NOT t                        |0   |0    |0       |0         |0.0   |0.0       |0         |false
      i1                           |7   |7    |7       |7         |7.0   |7.0       |7         |true
      i2                           |!   |300  |300     |300       |300.0 |300.0     |300       |true
      i4                           |!   |!    |70000   |70000     |70000.0|70000.0  |70000     |true
      i8                           |!   |!    |!       |5000000000|5.0E9 |5.0E9     |5000000000|true
      f4                           |~1  |~1   |~1      |~1        |1.5   |1.5       |1.5       |true
      f8                           |2   |2    |2       |2         |2.25  |2.25      |2.25      |true
      d                            |~12 |~12  |~12     |~12       |12.5  |12.5      |12.50     |true
      i1 - i1                      |0   |0    |0       |0         |0.0   |0.0       |0         |false
      -i1                          |-7  |-7   |-7      |-7        |-7.0  |-7.0      |-7        |true
      CAST(-128 AS smallint)       |-128|-128 |-128    |-128      |-128.0|-128.0    |-128      |true
      CAST(-129 AS smallint)       |!   |-129 |-129    |-129      |-129.0|-129.0    |-129      |true
      CAST(32768 AS integer)       |!   |!    |32768   |32768     |32768.0|32768.0  |32768     |true
      CAST(2147483648 AS bigint)   |!   |!    |!       |2147483648|-     |2.147483648E9|2147483648|true
      CAST('99999999999999999999' AS decimal(20,0))|!|!|!|!       |1.0E20|1.0E20|99999999999999999999|true
      CAST(0.5 AS decimal(3,1))    |-   |-    |-       |-         |0.5   |0.5       |0.5       |~true
      CAST(1e30 AS double)         |!   |!    |!       |!         |1.0E30|1.0E30    |-         |true
      '42'                         |42  |42   |42      |42        |42.0  |42.0      |42        |~!
      '-1.5'                       |~-1 |~-1  |~-1     |~-1       |-1.5  |-1.5      |-1.5      |~!
      '1000'                       |!   |1000 |1000    |1000      |1000.0|1000.0    |1000      |~!
      'text'                       |!   |!    |!       |!         |!     |!         |!         |~!
      ''                           |~!  |~!   |~!      |~!        |~!    |~!        |~!        |~!
      '1'                          |1   |1    |1       |1         |1.0   |1.0       |1         |true
      '0'                          |0   |0    |0       |0         |0.0   |0.0       |0         |false
      'true'                       |!   |!    |!       |!         |!     |!         |!         |true
      'false'                      |!   |!    |!       |!         |!     |!         |!         |false
      b                            |~!  |~!   |~!      |~!        |~!    |~!        |~!        |~!
      day                          |!   |!    |!       |!         |!     |!         |!         |!
      at                           |!   |!    |!       |!         |!     |!         |!         |!
      """;

  private static final String TIMES =
      """
      of                       |date      |time    |timestamp              |LocalDate |LocalTime|LocalDateTime|java.sql.Date|java.sql.Time|java.sql.Timestamp
      day                      |2019-03-27|~!      |2019-03-27 00:00:00.0  |2019-03-27|~!       |2019-03-27T00:00|2019-03-27|~!|2019-03-27 00:00:00.0
      at                       |2019-03-27|16:00:00|2019-03-27 16:00:00.005|2019-03-27|16:00:00.005|2019-03-27T16:00:00.005|2019-03-27|16:00:00|2019-03-27 16:00:00.005
      '2019-03-27'             |2019-03-27|-       |2019-03-27 00:00:00.0  |2019-03-27|-        |2019-03-27T00:00|2019-03-27|-|2019-03-27 00:00:00.0
      '2019-03-27 16:00:00.005'|~2019-03-27|~16:00:00|2019-03-27 16:00:00.005|~2019-03-27|~16:00:00.005|2019-03-27T16:00:00.005|~2019-03-27|~16:00:00|2019-03-27 16:00:00.005
      '16:00:00'               |!         |16:00:00|~!                     |!         |16:00    |~!           |!         |16:00:00|~!
      s                        |!         |!       |!                      |!         |!        |!            |!         |!       |!
      i4                       |!         |!       |!                      |!         |!        |!            |!         |!       |!
      f8                       |!         |!       |!                      |!         |!        |!            |!         |!       |!
      t                        |!         |!       |!                      |!         |!        |!            |!         |!       |!
      b                        |!         |!       |!                      |!         |!        |!            |!         |!       |!
      """;

  private static final String TEXTS =
      """
      of |string      |nstring     |String      |object      |ascii       |reader      |nreader     |bytes     |binary |clob        |blob
      t  |~true       |~true       |~true       |true        |~true       |~true       |~true       |~!        |~!     |~true       |~!
      i1 |7           |7           |7           |7           |7           |7           |7           |~!        |~!     |7           |~!
      i2 |300         |300         |300         |300         |300         |300         |300         |~!        |~!     |300         |~!
      i4 |70000       |70000       |70000       |70000       |70000       |70000       |70000       |~!        |~!     |70000       |~!
      i8 |5000000000  |5000000000  |5000000000  |5000000000  |5000000000  |5000000000  |5000000000  |~!        |~!     |5000000000  |~!
      f4 |1.5         |1.5         |1.5         |1.5         |1.5         |1.5         |1.5         |~!        |~!     |1.5         |~!
      f8 |2.25        |2.25        |2.25        |2.25        |2.25        |2.25        |2.25        |~!        |~!     |2.25        |~!
      d  |12.50       |12.50       |12.50       |12.50       |12.50       |12.50       |12.50       |~!        |~!     |12.50       |~!
      s  |text        |text        |text        |text        |text        |text        |text        |~!        |~!     |text        |~!
      vc |text        |text        |text        |text        |text        |text        |text        |~!        |~!     |text        |~!
      c  |text        |text        |text        |text        |text        |text        |text        |~!        |~!     |text        |~!
      b  |~6279746573 |~6279746573 |~6279746573 |6279746573  |-           |-           |-           |6279746573|bytes  |-           |6279746573
      day|2019-03-27  |2019-03-27  |2019-03-27  |2019-03-27  |2019-03-27  |2019-03-27  |2019-03-27  |~!        |~!     |2019-03-27  |~!
      at |2019-03-27 16:00:00.005|2019-03-27 16:00:00.005|2019-03-27 16:00:00.005|2019-03-27 16:00:00.005|-|-|-|~!|~!  |-           |~!
      """;

  private static final String CLASSES =
      """
      of  |Boolean|Byte|Short|Integer|Long      |Float |Double|BigDecimal|BigInteger|byte[]    |OffsetDateTime
      t   |true   |1   |1    |1      |1         |1.0   |1.0   |1         |1         |~!        |!
      i1  |true   |7   |7    |7      |7         |7.0   |7.0   |7         |7         |~!        |!
      i2  |true   |!   |300  |300    |300       |300.0 |300.0 |300       |300       |~!        |!
      i4  |true   |!   |!    |70000  |70000     |70000.0|70000.0|70000   |70000     |~!        |!
      i8  |true   |!   |!    |!      |5000000000|5.0E9 |5.0E9 |5000000000|5000000000|~!        |!
      f8  |true   |2   |2    |2      |2         |2.25  |2.25  |2.25      |2         |~!        |!
      d   |true   |~12 |~12  |~12    |~12       |12.5  |12.5  |12.50     |~12       |~!        |!
      '42'|~!     |42  |42   |42     |42        |42.0  |42.0  |42        |42        |~!        |!
      s   |~!     |!   |!    |!      |!         |!     |!     |!         |!         |~!        |!
      b   |~!     |~!  |~!   |~!     |~!        |~!    |~!    |~!        |~!        |6279746573|!
      day |!      |!   |!    |!      |!         |!     |!     |!         |!         |~!        |~2019-03-27T00:00Z
      at  |!      |!   |!    |!      |!         |!     |!     |!         |!         |~!        |~2019-03-27T16:00:00.005Z
      """;

  private static final List<String> COLUMNS =
      List.of("t", "i1", "i2", "i4", "i8", "f4", "f8", "d", "s", "vc", "c", "b", "day", "at");

  ConversionContract(DriverUnderTest driver) throws SQLException {
    super(driver);
  }

  record Conversion(String of, String getter, String expected) {
    @Override
    public String toString() {
      return of + " as " + getter + ": " + expected;
    }

    boolean isOfColumn() {
      return COLUMNS.contains(of);
    }

    boolean isRefused() {
      return expected.equals("!");
    }
  }

  Stream<Conversion> conversions() {
    return Stream.of(NUMBERS, TIMES, TEXTS, CLASSES)
        .flatMap(this::conversions)
        .filter(conversion -> !conversion.expected.equals("-"));
  }

  private Stream<Conversion> conversions(String table) {
    List<List<String>> lines = cells(table).toList();
    List<String> getters = lines.get(0);
    return lines.stream()
        .skip(1)
        .flatMap(
            line ->
                IntStream.range(1, line.size())
                    .mapToObj(i -> new Conversion(line.get(0), getters.get(i), said(line.get(i)))));
  }

  private String said(String cell) {
    if (!cell.startsWith("~")) {
      return cell;
    }
    return driver.isSluice() ? cell.substring(1) : "-";
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void valuesAreReadAs(Conversion conversion) throws SQLException, IOException {
    Getter getter = Getter.of(conversion.getter);
    try (Statement statement = connection.createStatement();
        ResultSet rows = first(statement, conversion.of + " AS x")) {
      if (conversion.isRefused()) {
        assertRefused(() -> Objects.toString(getter.byPlace().read(rows, 1)));
        assertRefused(() -> Objects.toString(getter.byLabel().read(rows, "x")));
      } else {
        assertThat(Getter.shown(getter.byPlace().read(rows, 1))).isEqualTo(conversion.expected);
        assertThat(rows.wasNull()).isFalse();
        assertThat(Getter.shown(getter.byLabel().read(rows, "X"))).isEqualTo(conversion.expected);
      }
    }
  }

  Stream<Conversion> ofNulls() {
    return conversions().filter(Conversion::isOfColumn).filter(each -> !each.isRefused());
  }

  @ParameterizedTest
  @MethodSource("ofNulls")
  void nullsAreReadAs(Conversion conversion) throws SQLException, IOException {
    Getter getter = Getter.of(conversion.getter);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 AS one, %s AS x FROM web.all_types WHERE t IS NULL"
                    .formatted(conversion.of))) {
      assertThat(rows.next()).isTrue();
      assertThat(Getter.shown(getter.byPlace().read(rows, 2))).isEqualTo(getter.ofNull());
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getInt("one")).isEqualTo(1);
      assertThat(rows.wasNull()).isFalse();
      assertThat(Getter.shown(getter.byLabel().read(rows, "x"))).isEqualTo(getter.ofNull());
      assertThat(rows.wasNull()).isTrue();
    }
  }
}

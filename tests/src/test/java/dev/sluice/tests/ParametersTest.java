package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.Candidate;
import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Parameter;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ?} in a query: its type comes from where it stands, and its value stands there then. */
class ParametersTest {
  private static final Sluice SLUICE = Golden.open();

  @AfterAll
  static void close() {
    SLUICE.close();
  }

  private static Plan plan(String sql, @Nullable Object... values) {
    return SLUICE.plan(sql, Arrays.asList(values));
  }

  private static List<String> texts(Plan plan) {
    return plan.decision().candidates().stream()
        .map(Candidate::query)
        .filter(Objects::nonNull)
        .map(NativeQuery::sql)
        .toList();
  }

  private static SluiceException error(String sql, @Nullable Object... values) {
    return catchThrowableOfType(SluiceException.class, () -> plan(sql, values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "country = ?                               | varchar",
        "? <> code                                 | varchar",
        "visits IN (1, ?)                          | integer",
        "total NOT IN (?)                          | bigint",
        "balance BETWEEN ? AND ?                   | decimal(12,2)",
        "born IS NOT DISTINCT FROM ?               | date",
        "seen >= ?                                 | timestamp(3)",
        "ratio > ?                                 | real",
        "-? < score                                | double",
        "active = ?                                | boolean",
        "?                                         | boolean",
        "NOT ? OR active                           | boolean",
        "name LIKE ? ESCAPE ?                      | varchar",
        "visits % ? = 1                            | integer",
        "lower(?) = name                           | varchar",
        "substr(name, ?, ?) = 'x'                  | bigint",
        "date_add('day', ?, born) = born           | bigint",
        "coalesce(born, ?) = born                  | date",
        "if(?, active, ?)                          | boolean",
        "nullif(visits, ?) = 1                     | integer",
        "CASE WHEN ? THEN active ELSE ? END        | boolean",
        "CASE visits WHEN ? THEN 1 END = ?         | integer",
        "(born, born) = (?, ?)                     | date",
        "(born, born) IN ((?, ?), (?, ?))          | date",
        "? IN (SELECT total FROM web.users)        | bigint",
        "visits = (SELECT max(visits) FROM web.users WHERE visits < ?) | integer",
        "CAST(? AS decimal(9,3)) = balance         | decimal(9,3)",
        "ARRAY[visits, ?][?] = 1                   | integer",
        "count(*) FILTER (WHERE ?) > 0             | boolean"
      })
  void whereAParameterStandsSaysItsType(String condition, String type) {
    boolean aggregate = condition.contains("count(*)");
    Plan plan =
        SLUICE.plan("SELECT 1 FROM web.users " + (aggregate ? "HAVING " : "WHERE ") + condition);
    assertThat(plan.parameters()).isNotEmpty();
    assertThat(plan.parameters().get(0).type()).hasToString(type);
    assertThat(plan.parameters()).noneMatch(Parameter::given);
    boolean subscript = condition.startsWith("ARRAY");
    if (!subscript && !condition.startsWith("CASE visits")) {
      assertThat(plan.parameters())
          .extracting(Parameter::type)
          .containsOnly(plan.parameters().get(0).type());
    }
  }

  @Test
  void whatIsJoinedWithTextIsText() {
    Plan plan = SLUICE.plan("SELECT name || ? FROM web.users");
    assertThat(plan.parameters().get(0).type()).isEqualTo(DataType.Primitive.STRING);
  }

  @Test
  void amountsAreBigints() {
    Plan plan = SLUICE.plan("SELECT name FROM web.users OFFSET ? ROWS FETCH FIRST ? ROWS ONLY");
    assertThat(plan.parameters())
        .containsExactly(
            new Parameter(DataType.Primitive.BIGINT, new SqlPosition(1, 35), false),
            new Parameter(DataType.Primitive.BIGINT, new SqlPosition(1, 54), false));
  }

  /** What is given, and what a user would have written in its place. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("country = ?", "it's", "'it''s'"),
        arguments("country = ?", "' OR 1=1 --", "''' OR 1=1 --'"),
        arguments(
            "name = ?",
            "back\\slash \"quoted\" `ticked` ? ;/*",
            "'back\\slash \"quoted\" `ticked` ? ;/*'"),
        arguments("name = ?", "über\n😀", "'über\n😀'"),
        arguments("name = ?", "", "''"),
        arguments("name = ?", 'c', "'c'"),
        arguments("name LIKE ?", "a\\%'b%", "'a\\%''b%'"),
        arguments("name = ?", null, "CAST(NULL AS varchar)"),
        arguments("born = ?", null, "CAST(NULL AS date)"),
        arguments("balance < ?", null, "CAST(NULL AS decimal(12,2))"),
        arguments("born = ?", LocalDate.of(2019, 3, 27), "DATE '2019-03-27'"),
        arguments("born = ?", LocalDate.of(1, 1, 1), "DATE '0001-01-01'"),
        arguments("born = ?", Date.valueOf("2019-03-27"), "DATE '2019-03-27'"),
        arguments(
            "seen < ?",
            LocalDateTime.of(2019, 3, 27, 16, 0),
            "TIMESTAMP '2019-03-27 16:00:00.000'"),
        arguments(
            "seen < ?",
            Timestamp.valueOf("2019-03-27 16:00:00.123"),
            "TIMESTAMP '2019-03-27 16:00:00.123'"),
        arguments(
            "seen < ?",
            LocalDateTime.of(2019, 3, 27, 16, 0, 0, 123_456_000),
            "TIMESTAMP '2019-03-27 16:00:00.123456'"),
        arguments("seen < ?", LocalDate.of(2019, 3, 27), "DATE '2019-03-27'"),
        arguments(
            "seen = coalesce(seen, ?)",
            LocalDate.of(2019, 3, 27),
            "TIMESTAMP '2019-03-27 00:00:00.000'"),
        arguments("visits = ?", 5, "5"),
        arguments("visits = ?", (byte) -5, "-5"),
        arguments("visits - ? = 1", -5, "-5"),
        arguments("visits - ? = 1", new BigDecimal("5.00"), "5"),
        arguments("total = ?", Long.MAX_VALUE, "9223372036854775807"),
        arguments("total > ?", BigInteger.TWO.pow(70), "1180591620717411303424."),
        arguments("total > ?", new BigInteger("9".repeat(38)), "9".repeat(38) + "."),
        arguments("visits > ?", new BigDecimal("2.50"), "2.50"),
        arguments("balance = ?", new BigDecimal("-1234.5"), "-1234.5"),
        arguments("balance = ?", new BigDecimal("1E+3"), "1000"),
        arguments("balance + ? > 1", new BigDecimal("0.1"), "CAST(0.1 AS decimal(12,2))"),
        arguments("score > ?", 0.5, "5E-1"),
        arguments("score > ?", -1e300, "-1.0E300"),
        arguments("score * ? > 1", 2, "2.0E0"),
        arguments("ratio > ?", 0.1f, "CAST(1E-1 AS real)"),
        arguments("active = ?", true, "TRUE"),
        arguments("?", false, "FALSE"),
        arguments("born = CAST(? AS date)", "2019-03-27", "'2019-03-27'"),
        arguments("born = CAST(? AS date)", null, "NULL"),
        arguments("to_hex(?) = name", new byte[] {1, -1}, "X'01FF'"),
        arguments(
            "from_unixtime(1) < ?",
            OffsetDateTime.parse("2019-03-27T16:00+01:00"),
            "CAST('2019-03-27 16:00:00.000 +01:00' AS timestamp with time zone)"),
        arguments(
            "from_unixtime(1) < ?",
            Instant.EPOCH,
            "CAST('1970-01-01 00:00:00.000 +00:00' AS timestamp with time zone)"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueStandsInEachEnginesTextAsIfWritten(
      String condition, @Nullable Object value, String literal) {
    String sql = "SELECT user_id FROM web.users WHERE " + condition;
    List<String> texts = texts(plan(sql, value));
    String written =
        sql.substring(0, sql.indexOf('?')) + literal + sql.substring(sql.indexOf('?') + 1);
    assertThat(squeezed(texts)).isNotEmpty().isEqualTo(squeezed(texts(SLUICE.plan(written))));
    assertThat(plan(sql, value).parameters()).allMatch(Parameter::given);
  }

  /** Types are spelt as the user spelt them where there is one, which is no difference. */
  private static List<String> squeezed(List<String> texts) {
    return texts.stream()
        .map(text -> text.replace("timestamp(3) with time zone", "TIMESTAMP WITH TIME ZONE"))
        .map(text -> text.replaceAll("(?i)AS (\\w+\\(\\d+), (\\d+\\))", "AS $1,$2"))
        .map(text -> text.toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("values")
  void columnsHaveTheTypesThatTheyHadWithoutValues(
      String condition, @Nullable Object value, String literal) {
    String sql = "SELECT (" + condition + ") AND active FROM web.users";
    assertThat(plan(sql, value).columns()).isEqualTo(SLUICE.plan(sql).columns());
  }

  @Test
  void aResultsTypeDoesNotDependOnTheValue() {
    String sql = "SELECT coalesce(country, ?), visits + ?, balance * ? FROM web.users";
    assertThat(plan(sql, "a long country", 1, new BigDecimal("1.5")).columns())
        .isEqualTo(plan(sql, "", 1_000_000, BigDecimal.ONE).columns())
        .isEqualTo(SLUICE.plan(sql).columns());
  }

  @Test
  void valuesSelectPartitionsAsIfWritten() {
    String sql = "SELECT count(*) FROM web.clicks WHERE datetime BETWEEN ? AND ?";
    Plan given = plan(sql, "2019-03-27-10", "2019-03-27-12");
    Plan written =
        SLUICE.plan(
            "SELECT count(*) FROM web.clicks"
                + " WHERE datetime BETWEEN '2019-03-27-10' AND '2019-03-27-12'");
    assertThat(given.tables()).isEqualTo(written.tables());
    assertThat(given.tables().get(0).ranges().get(0).isAll()).isFalse();
    Plan like = plan("SELECT count(*) FROM web.clicks WHERE datetime LIKE ?", "2019-03-27%");
    assertThat(like.tables().get(0).ranges().get(0).isAll()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ? FROM web.users                          | parameter 1 cannot be told at line 1, column 8",
        "SELECT 1 FROM web.users WHERE ? IS NULL          | parameter 1 cannot be told at line 1, column 31",
        "SELECT 1 FROM web.users WHERE visits = 1 AND ? = ? | parameter 1 cannot be told at line 1, column 46",
        "SELECT abs(?) FROM web.users                     | parameter 1 cannot be told at line 1, column 12",
        "SELECT seen - ? FROM web.users                   | parameter 1 cannot be told at line 1, column 15",
        "SELECT visits + ?, ? FROM web.users              | parameter 2 cannot be told at line 1, column 20",
        "SELECT 1 FROM web.users ORDER BY ?               | parameter 1 cannot be told at line 1, column 34"
      })
  void aParameterWhoseTypeCannotBeToldIsAnErrorThatNamesTheCast(String sql, String message) {
    SluiceException error = error(sql);
    assertThat(error.code()).isEqualTo(ErrorCode.TYPE_MISMATCH);
    assertThat(error).hasMessageContaining(message).hasMessageContaining("write CAST(? AS …)");
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        arguments(
            "country = ?",
            5,
            "Parameter 1 is varchar, and '5' (Integer) is none, at line 1, column 47"),
        arguments(
            "born = ?",
            "2019-03-27",
            "and '2019-03-27' (String) is none, at line 1, column 44; CAST(? AS date) takes"),
        arguments("visits + ? = 2", 2.5, "Parameter 1 is integer, and '2.5' (Double)"),
        arguments(
            "visits + ? = 2",
            new BigDecimal("2.5"),
            "; write CAST(? AS decimal(2,1)) to have it so"),
        arguments("visits + ? = 2", 5_000_000_000L, "'5000000000' (Long)"),
        arguments(
            "balance + ? = 2",
            new BigDecimal("1.234"),
            "is decimal(12,2), and '1.234' (BigDecimal)"),
        arguments("balance + ? = 2", new BigDecimal("12345678901"), "'12345678901'"),
        arguments("score > ?", Double.NaN, "'NaN' (Double)"),
        arguments("seen < ?", Instant.EPOCH, "'1970-01-01T00:00:00Z' (Instant)"),
        arguments("seen < ?", LocalDateTime.of(2019, 3, 27, 16, 0, 0, 1), "timestamp(3)"),
        arguments(
            "seen = coalesce(seen, ?)",
            LocalDateTime.of(2019, 3, 27, 16, 0, 0, 1_000),
            "timestamp(3)"),
        arguments("born = ?", LocalDate.of(12_000, 1, 1), "is date"),
        arguments("name = ?", "a\0b", "is varchar"),
        arguments("name = ?", "\ud800", "is varchar"),
        arguments("name = ?", new Object(), "(Object) is none"),
        arguments("active = ?", 1, "is boolean, and '1' (Integer)"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aValueThatIsNotOfTheTypeIsAnError(String condition, Object value, String message) {
    SluiceException error = error("SELECT user_id FROM web.users WHERE " + condition, value);
    assertThat(error.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(error).hasMessageContaining(message);
    assertThat(error.position()).isPresent();
  }

  @Test
  void thereAreAsManyValuesAsParameters() {
    String sql = "SELECT user_id FROM web.users WHERE visits = ?";
    assertThat(error(sql, 1, 2))
        .hasMessage("The query has 1 parameter and 2 values were given")
        .extracting(SluiceException::code)
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(error("SELECT 1", 1)).hasMessage("The query has 0 parameters and 1 value was given");
  }

  @Test
  void anAmountIsNeitherNullNorNegative() {
    for (Object amount : Arrays.asList(-1, null)) {
      SluiceException error = error("SELECT user_id FROM web.users LIMIT ?", amount);
      assertThat(error.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
      assertThat(error).hasMessageContaining("neither NULL nor negative, at line 1, column 37");
    }
  }

  @Test
  void aPlanWithoutValuesIsNotRun() {
    SluiceException error =
        catchThrowableOfType(
            SluiceException.class,
            () -> SLUICE.query("SELECT user_id FROM web.users WHERE born = ? LIMIT ?").close());
    assertThat(error.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(error).hasMessageContaining("their types are date, bigint");
    assertThat(error.plan()).isPresent();
  }

  @Test
  void aNullAmongValuesIsOneValue() {
    String sql = "SELECT user_id FROM web.users WHERE born = ?";
    assertThat(texts(SLUICE.plan(sql, Collections.singletonList(null))))
        .allMatch(text -> text.contains("NULL"));
  }
}

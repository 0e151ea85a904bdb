package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Parameter;
import dev.sluice.Plan;
import dev.sluice.SqlPosition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --param}: a text whose meaning the parameter's type says. */
final class ParameterOptionTest {
  private static final String SQL = "SELECT 1 WHERE a = ?";

  private final Path lake;

  ParameterOptionTest(@TempDir Path lake) {
    this.lake = lake;
  }

  private static Run taking(DataType... types) {
    List<Parameter> parameters =
        Stream.of(types).map(type -> new Parameter(type, new SqlPosition(1, 20), false)).toList();
    return new Run()
        .planning(
            sql -> {
              Plan plan = Example.plan(sql);
              return new Plan(
                  sql, plan.decision(), plan.tables(), plan.columns(), plan.notes(), parameters);
            });
  }

  @Test
  void aTextIsReadAsItsParametersType() {
    Run run =
        taking(
            Primitive.STRING,
            Primitive.BIGINT,
            new DataType.Decimal(9, 2),
            Primitive.DOUBLE,
            Primitive.BOOLEAN,
            Primitive.DATE,
            Primitive.TIMESTAMP,
            Primitive.TIMESTAMP_WITH_TIME_ZONE,
            new DataType.Varchar(3));
    int code =
        run.execute(
            "explain",
            "--lake=" + lake,
            "--param=it's",
            "--param=-5",
            "--param=1.50",
            "--param=1e3",
            "--param=true",
            "--param=2019-03-27",
            "--param=2019-03-27 16:00:00.123",
            "--param=2019-03-27 16:00:00+01:00",
            "--param=",
            SQL);
    assertThat(code).isZero();
    assertThat(run.values.get(0)).isEmpty();
    assertThat(run.values.get(1))
        .isEqualTo(
            List.of(
                "it's",
                new BigDecimal("-5"),
                new BigDecimal("1.50"),
                1e3,
                true,
                LocalDate.of(2019, 3, 27),
                LocalDateTime.of(2019, 3, 27, 16, 0, 0, 123_000_000),
                OffsetDateTime.parse("2019-03-27T16:00+01:00"),
                ""));
  }

  @Test
  void aBinaryIsReadFromHexDigits() {
    Run run = taking(Primitive.BINARY);
    assertThat(run.execute("explain", "--lake=" + lake, "--param", "01ff", SQL)).isZero();
    assertThat((byte[]) run.values.get(1).get(0)).containsExactly(1, -1);
  }

  @ParameterizedTest
  @CsvSource({
    "DATE,27.3.2019,write it as 2019-03-27",
    "TIMESTAMP,today,write it as '2019-03-27 16:00:00.000'",
    "BOOLEAN,yes,write true or false",
    "BIGINT,five,which 'five' is not",
    "BINARY,0g,write it in hex digits"
  })
  void aTextThatIsNoneIsAnError(Primitive type, String text, String message) {
    Run run = taking(type);
    assertThat(run.execute("query", "--lake=" + lake, "--param", text, SQL)).isOne();
    assertThat(run.err())
        .contains("Parameter 1 is " + type, "'" + text + "'", "line 1, column 20", message);
    assertThat(run.values).hasSize(1);
  }

  @Test
  void aQueryWithoutOptionIsPlannedOnce() {
    Run run = taking(Primitive.DATE);
    assertThat(run.execute("explain", "--lake=" + lake, SQL)).isZero();
    assertThat(run.values).containsExactly(List.of());
    assertThat(run.out())
        .contains("Parameters\n  date at line 1, column 20, which no value was given for\n");
  }

  @Test
  void theJsonOfAPlanListsThem() {
    Run run = taking(Primitive.DATE);
    assertThat(run.execute("explain", "--lake=" + lake, "--format=json", SQL)).isZero();
    assertThat(run.out().replaceAll("\\s", ""))
        .contains(
            "\"parameters\":[{\"type\":\"date\",\"line\":1,\"position\":20,\"given\":false}]");
  }
}

package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType.Primitive;
import dev.sluice.KeyRanges;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.sql.Queries;
import dev.sluice.sql.TestLake;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that its table declares to be the beginning of a timestamp. */
class KeySourceTest {

  private static List<KeyRanges> ranges(String where) {
    return Pruner.prune(Queries.bind("SELECT id FROM web.happened v WHERE " + where))
        .ranges(TestLake.HAPPENED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ts >= TIMESTAMP '2026-03-01 10:30:00'|[[2026-03-01-10, +∞)]",
        "ts > TIMESTAMP '2026-03-01 10:00:00'|[[2026-03-01-10, +∞)]",
        "ts < TIMESTAMP '2026-03-01 10:00:00'|[(-∞, 2026-03-01-10)]",
        "ts < TIMESTAMP '2026-03-01 10:00:00.001'|[(-∞, 2026-03-01-10]]",
        "NOT ts >= TIMESTAMP '2026-03-01 10:30:00'|[(-∞, 2026-03-01-10]]",
        "DATE '2026-03-01' <= ts AND ts < DATE '2026-03-02'|[[2026-03-01-00, 2026-03-02-00)]",
        "ts BETWEEN TIMESTAMP '2026-03-01 10:30:00' AND TIMESTAMP '2026-03-01 11:30:00'|[[2026-03-01-10, 2026-03-01-11]]",
        "date_format(ts, '%Y-%m-%d-%H') = '2026-03-01-10'|[2026-03-01-10]",
        "date_format(ts, '%Y-%m-%d') = '2026-03-01'|[[2026-03-01, 2026-03-02)]",
        "date_format(ts, '%Y-%m') >= '2026-03'|[[2026-03, +∞)]",
      })
  void conditionsOnTheTimestampNarrowTheKey(String where, String ranges) {
    assertThat(ranges(where)).hasToString("[KeyRanges[key=datetime, ranges=" + ranges + "]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ts <> TIMESTAMP '2026-03-01 10:30:00'",
        "date_format(ts, '%d') = '01'",
        "date_format(ts, '%Y-%m-%d-%H-%i') = '2026-03-01-10-00'",
        "ts IS NULL",
        "ts < TIMESTAMP '2026-03-01 10:00:00' OR id = 3",
      })
  void otherConditionsDoNot(String where) {
    assertThat(ranges(where)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ts|yyyy-MM-dd|%Y-%m-%d",
        "ts|yyyyMMddHH|%Y%m%d%H",
        "ts|yyyyy-MM|",
        "ts|yyyy/MM|%Y/%m",
        "ts|dd-MM-yyyy|",
        "ts|yyyy-dd|",
        "ts|yyyy-MM-dd'T'HH|",
        "ts|yyyy%MM|",
        "ts||",
        "id|yyyy-MM-dd|",
        "no|yyyy-MM-dd|",
      })
  void onlyFormatsThatKeepTheOrderOfTimesAreTaken(String source, String format, String taken) {
    Table table =
        TestLake.table("web.t", TableFormat.PARQUET)
            .column("id", Primitive.BIGINT)
            .column("ts", Primitive.TIMESTAMP)
            .partitionKey("k", Primitive.STRING)
            .parameters(
                Map.of(
                    "sluice.key.k.source",
                    source,
                    "sluice.key.k.format",
                    format == null ? "" : format))
            .build();
    assertThat(KeySource.of(table, "k").map(KeySource::format).orElse(null)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "k.source=ts k.format=yyyy-MM-dd|``",
        "k.source=tz k.format=yyyy-MM-dd|parameter sluice.key.k.source is not used: 'tz' is no column of the table; did you mean ts?",
        "k.source=id k.format=yyyy-MM-dd|parameter sluice.key.k.source is not used: column id is of type bigint, not timestamp",
        "k.source=ts|parameter sluice.key.k.source is not used: needs sluice.key.k.format beside it",
        "k.format=yyyy|parameter sluice.key.k.format is not used: needs sluice.key.k.source beside it",
        "k.source=ts k.format=yyyy-DDD|parameter sluice.key.k.format is not used: 'yyyy-DDD' has 'D', which is none of yyyy MM dd HH mm ss",
        "k.source=ts k.format=dd-MM-yyyy|parameter sluice.key.k.format is not used: 'dd-MM-yyyy' does not go from the year down, as in yyyy-MM-dd",
        "k.source=ts k.format=-|parameter sluice.key.k.format is not used: '-' does not go from the year down, as in yyyy-MM-dd",
        "k.source=ts k.format=yyyy%MM|parameter sluice.key.k.format is not used: 'yyyy%MM' has a %",
        "kk.source=ts|parameter sluice.key.kk.* is not used: 'kk' is no partition key; did you mean k?",
        "n.source=ts n.format=yyyy|parameter sluice.key.n.* is not used: the key is of type integer, and only text can be such a key",
        "k.sauce=ts|parameter sluice.key.k.sauce is not used: ends neither in .source nor in .format",
      })
  void whatCannotBeUsedIsTold(String parameters, String problem) {
    Map<String, String> given = new TreeMap<>();
    for (String parameter : parameters.split(" ")) {
      given.put("sluice.key." + parameter.split("=")[0], parameter.split("=")[1]);
    }
    Table table =
        TestLake.table("web.t", TableFormat.PARQUET)
            .column("id", Primitive.BIGINT)
            .column("ts", Primitive.TIMESTAMP)
            .partitionKey("k", Primitive.STRING)
            .partitionKey("n", Primitive.INTEGER)
            .parameters(given)
            .build();
    assertThat(KeySourceProblems.of(table))
        .isEqualTo(problem.isEmpty() ? List.of() : List.of("Table web.t: " + problem));
  }

  @Test
  void everyTimeThatAConditionTakesIsInTheRanges() {
    Random random = new Random(5);
    List<String> operators = List.of("=", "<>", "<", "<=", ">", ">=");
    for (int i = 0; i < 500; i++) {
      String operator = operators.get(random.nextInt(operators.size()));
      LocalDateTime bound = time(random);
      String literal = bound.toString().replace('T', ' ') + (bound.getSecond() == 0 ? ":00" : "");
      boolean negated = random.nextBoolean();
      List<KeyRanges> ranges =
          ranges((negated ? "NOT ts " : "ts ") + operator + " TIMESTAMP '" + literal + "'");
      for (int j = 0; j < 30; j++) {
        LocalDateTime time = time(random);
        if (negated != judge(operator, time.compareTo(bound)) && !ranges.isEmpty()) {
          assertThat(ranges.get(0).contains("%tF-%<tH".formatted(time)))
              .as("%s %s %s %s", negated, time, operator, bound)
              .isTrue();
        }
      }
    }
  }

  private static LocalDateTime time(Random random) {
    return LocalDateTime.of(2026, 1 + random.nextInt(2), 1, random.nextInt(3), 0)
        .plusSeconds(random.nextBoolean() ? 0 : random.nextInt(3600));
  }

  private static boolean judge(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }
}

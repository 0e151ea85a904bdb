package dev.sluice.sql.bind;

import static dev.sluice.sql.Queries.canonical;
import static dev.sluice.sql.Queries.error;
import static dev.sluice.sql.Queries.types;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day and the clock, as Trino 411 has them. */
class TimesOfDayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TIME '01:02:03'|time(0)",
        "TIME '1:2'|time(0)",
        "TIME '01:02:03.120000'|time(6)",
        "TIME '01:02:03.1 +01:00'|time(1) with time zone",
        "cast(name AS time)|time(3)",
        "cast(ts AS time(6))|time(6)",
        "cast(current_timestamp AS time(0) with time zone)|time(0) with time zone",
        "cast(TIME '01:02:03' AS varchar)|varchar",
        "cast(TIME '01:02:03' AS timestamp)|timestamp(3)",
        "coalesce(TIME '01:02:03', TIME '01:02:03.12')|time(2)",
        "TIME '01:00:00' - INTERVAL '90' MINUTE|time(3)",
        "INTERVAL '90' MINUTE + TIME '01:00:00.1234'|time(4)",
        "to_milliseconds(TIME '01:00:00' - TIME '00:30:00.5')|bigint",
        "TIME '01:02:03' < TIME '01:02:03 +01:00'|boolean",
        "hour(TIME '01:02:03')|bigint",
        "EXTRACT(SECOND FROM TIME '01:02:03')|bigint",
        "date_trunc('hour', TIME '01:02:03')|time(0)",
        "date_add('hour', 1, TIME '01:02:03.12')|time(2)",
        "date_diff('minute', TIME '01:02:03', TIME '02:02:03')|bigint",
        "current_time|time(3) with time zone",
        "current_time(6)|time(6) with time zone",
        "localtime|time(3)",
        "localtime(0)|time(0)",
        "current_timestamp(6)|timestamp(6) with time zone",
        "current_timestamp(3)|timestamp(3) with time zone",
        "localtimestamp(0)|timestamp(0)",
        "localtimestamp(12)|timestamp(12)",
      })
  void expressionsHaveTheTypeThatTrinoGivesThem(String expression, String type) {
    assertThat(types(expression)).containsExactly(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cast(TIME '01:02:03' AS date)|Cannot cast time(0) to date",
        "cast(d AS time)|Cannot cast date to time(3)",
        "TIME '01:02:03' = name|Cannot compare time(0) with varchar",
        "TIME '01:02:03' = ts|Cannot compare time(0) with timestamp(3)",
        "TIME '01:00:00' + INTERVAL '1' MONTH|Operator + cannot take time(0) and interval year to month",
        "year(TIME '01:02:03')|Function year cannot take time(0)",
        "date_diff('minute', TIME '01:02:03', ts)|Function date_diff cannot take varchar(6) and time(0) and timestamp(3)",
        "date_format(TIME '01:02:03', '%H')|Function date_format cannot take time(0) and varchar(2)",
        "TIME '24:00:00'|Illegal TIME literal '24:00:00'",
        "TIME '01:02:03 UTC'|Illegal TIME literal '01:02:03 UTC'",
        "TIME '01:02:03.1234567890123'|A time has at most 12 digits of a second",
        "cast(ts AS time(13))|A time has at most 12 digits of a second",
        "current_timestamp(13)|Function current_timestamp has at most 12 digits",
        "current_timestamp(n)|How many digits current_timestamp has must be a whole number in so many words",
        "now(3)|Function now takes 0 arguments, not 1",
      })
  void saysWhatTrinoDoesNotTake(String expression, String message) {
    assertThat(error("SELECT " + expression + " FROM web.events")).hasMessageStartingWith(message);
  }

  @Test
  void anOffsetIsSaidByACast() {
    assertThat(canonical("SELECT hour(TIME '1:2:3.5 +01:00') AS h FROM web.events"))
        .contains("CAST('01:02:03.5+01:00' AS time(1) with time zone)");
  }

  @Test
  void whatIsWrittenStaysWritten() {
    assertThat(canonical("SELECT 1 FROM web.events WHERE cast(ts AS time(6)) > TIME '1:2:3.120'"))
        .contains("AS TIME(6)) > TIME '01:02:03.120'");
    assertThat(canonical("SELECT localtimestamp(0) AS t, current_timestamp AS u FROM web.events"))
        .contains("LOCALTIMESTAMP(0) AS \"t\", CURRENT_TIMESTAMP AS \"u\"");
  }

  @Test
  void formsOfUnicodeAreWordsAndNoColumns() {
    assertThat(canonical("SELECT normalize(name, nfkd) AS x, normalize(name) AS y FROM web.events"))
        .contains("NORMALIZE(\"events\".\"name\", NFKD)")
        .contains("NORMALIZE(\"events\".\"name\") AS");
    assertThat(error("SELECT normalize(name, foo) FROM web.events"))
        .hasMessageStartingWith("The form is NFC, NFD, NFKC or NFKD, not foo");
    assertThat(error("SELECT normalize(name, 'NFC') FROM web.events"))
        .hasMessageStartingWith("The form is NFC, NFD, NFKC or NFKD, not 'NFC'");
  }
}

package dev.sluice.sql.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"%Y-%m-%d-%H", "%H.%d%m%Y", "year=%Y/%m/%d/%H", "%Y%m%d%H of %Y"})
  void everyHourIsReadBackAsItWasWritten(String format) {
    LocalDateTime last = LocalDateTime.of(2028, 3, 2, 0, 0);
    LocalDateTime time = last.minusYears(5);
    for (; time.isBefore(last); time = time.plusHours(7)) {
      Value text = DateTexts.format(time, format);
      Value read = text.map(String.class, written -> DateTexts.parse(written, format));
      assertThat(read).isEqualTo(Value.of(time));
    }
  }

  @Test
  void whatAFormatDoesNotAskForIsTheFirst() {
    assertThat(DateTexts.parse("2026", "%Y"))
        .isEqualTo(Value.of(LocalDateTime.of(2026, 1, 1, 0, 0)));
    assertThat(DateTexts.parse("31 10", "%d %i"))
        .isEqualTo(Value.of(LocalDateTime.of(1970, 1, 31, 0, 10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-3-01|%Y-%m-%d",
        "2026-03-1|%Y-%m-%d",
        "2026-03-01x|%Y-%m-%d",
        "2026-03-01-1|%Y-%m-%d",
        "2026/03/01|%Y-%m-%d",
        "+026-03-01|%Y-%m-%d",
        "٢٠٢٦-03-01|%Y-%m-%d",
        "2026-02-29|%Y-%m-%d",
        "29-02-2026|%d-%m-%Y",
        "2026-13|%Y-%m",
        "2026-00|%Y-%m",
        "24:00|%H:%i",
        "0000|%Y",
        "2026 2027|%Y %Y",
        "2026|%Y%",
        "2026%|%Y%%",
        "26|%y",
      })
  void textsThatAreNoSuchTimeAreNotTold(String text, String format) {
    assertThat(DateTexts.parse(text, format)).isEqualTo(Value.UNTOLD);
  }
}

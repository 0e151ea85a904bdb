package dev.sluice.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScalarTextTest {
  @Test
  void numbersComeInTheirOwnSize() {
    assertThat(ScalarText.read(Primitive.TINYINT, "-128")).isEqualTo((byte) -128);
    assertThat(ScalarText.read(Primitive.SMALLINT, "32767")).isEqualTo((short) 32767);
    assertThat(ScalarText.read(Primitive.INTEGER, "7")).isEqualTo(7);
    assertThat(ScalarText.read(Primitive.BIGINT, "7")).isEqualTo(7L);
    assertThat(ScalarText.read(Primitive.REAL, "1.5E10")).isEqualTo(1.5e10f);
    assertThat(ScalarText.read(Primitive.DOUBLE, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ScalarText.read(Primitive.DOUBLE, "NaN")).isEqualTo(Double.NaN);
    assertThat(ScalarText.read(new DataType.Decimal(5, 3), "1.5"))
        .isEqualTo(new BigDecimal("1.500"));
    assertThat(ScalarText.read(Primitive.BOOLEAN, "true")).isEqualTo(true);
  }

  @Test
  void textIsLeftAsItIs() {
    assertThat(ScalarText.read(Primitive.STRING, " a ")).isEqualTo(" a ");
    assertThat(ScalarText.read(new DataType.Char(3), "a  ")).isEqualTo("a  ");
    assertThat(ScalarText.read(new DataType.Varchar(3), "")).isEqualTo("");
    assertThat(ScalarText.read(Primitive.BINARY, "AP8=")).isEqualTo(new byte[] {0, -1});
  }

  @Test
  void timesHaveTheDigitsThatTheyHave() {
    assertThat(ScalarText.read(Primitive.DATE, "2019-03-27")).isEqualTo(LocalDate.of(2019, 3, 27));
    assertThat(ScalarText.read(Primitive.TIMESTAMP, "2019-03-27 16:00:00.005"))
        .isEqualTo(LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000));
    assertThat(ScalarText.read(DataType.timestamp(9, false), "2019-03-27 16:00:00.123456789"))
        .isEqualTo(LocalDateTime.of(2019, 3, 27, 16, 0, 0, 123_456_789));
    OffsetDateTime summer =
        OffsetDateTime.of(LocalDateTime.of(2019, 7, 1, 12, 0), ZoneOffset.ofHours(2));
    DataType zoned = Primitive.TIMESTAMP_WITH_TIME_ZONE;
    assertThat(ScalarText.read(zoned, "2019-07-01 12:00:00.000 Europe/Berlin")).isEqualTo(summer);
    assertThat(ScalarText.read(zoned, "2019-07-01 12:00:00.000 +02:00")).isEqualTo(summer);
    assertThat(ScalarText.read(zoned, "2019-07-01 10:00:00.000 UTC"))
        .isEqualTo(summer.withOffsetSameInstant(ZoneOffset.UTC));
  }

  @Test
  void yearsMayHaveMoreDigitsThanFour() {
    LocalDate far = LocalDate.of(12020, 2, 9);
    assertThat(ScalarText.read(Primitive.DATE, "12020-02-09")).isEqualTo(far);
    assertThat(ScalarText.read(Primitive.DATE, "+12020-02-09")).isEqualTo(far);
    assertThat(ScalarText.read(Primitive.TIMESTAMP, "+12020-02-09 00:00:00.000"))
        .isEqualTo(far.atStartOfDay());
    assertThat(ScalarText.read(Primitive.TIMESTAMP_WITH_TIME_ZONE, "+12020-02-09 00:00:00.000 UTC"))
        .isEqualTo(far.atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  @Test
  void picosecondsAreReadWhereTheyAreNone() {
    DataType picoseconds = DataType.timestamp(12, false);
    assertThat(ScalarText.read(picoseconds, "2020-01-01 00:00:00.123456789000"))
        .isEqualTo(LocalDateTime.of(2020, 1, 1, 0, 0, 0, 123_456_789));
    assertThatThrownBy(() -> ScalarText.read(picoseconds, "2020-01-01 00:00:00.123456789012"))
        .isInstanceOf(UnreadableValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, 128",
    "INTEGER, 1.5",
    "INTEGER, ''",
    "BOOLEAN, yes",
    "DATE, 2019-02-30",
    "TIMESTAMP, 2019-03-27T16:00:00",
    "TIMESTAMP_WITH_TIME_ZONE, 2019-03-27",
    "TIMESTAMP_WITH_TIME_ZONE, 2019-03-27 16:00:00 Nowhere/Town",
    "BINARY, ?",
    "UNKNOWN, a"
  })
  void whatIsNoValueOfTheTypeIsAnError(Primitive type, String text) {
    assertThatThrownBy(() -> ScalarText.read(type, text))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining("is no " + type);
  }

  @Test
  void digitsThatADecimalHasNoRoomForAreAnError() {
    assertThatThrownBy(() -> ScalarText.read(new DataType.Decimal(5, 1), "1.25"))
        .isInstanceOf(UnreadableValueException.class);
  }
}

package dev.sluice.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  private static final DataType DEVICE =
      new DataType.Struct(
          List.of(
              new DataType.Field("os", Primitive.STRING),
              new DataType.Field("price", new DataType.Decimal(38, 2)),
              new DataType.Field("seen", new DataType.Array(Primitive.TIMESTAMP))));

  @Test
  void structsComeByNameOrByOrder() {
    StructValue expected =
        new StructValue(
            List.of("os", "price", "seen"),
            Arrays.asList(
                "a\"é",
                new BigDecimal("123456789012345678901234567890123456.70"),
                Arrays.asList(LocalDateTime.of(2019, 3, 27, 16, 0, 0, 5_000_000), null)));
    String seen = "[\"2019-03-27 16:00:00.005\", null]";
    String price = "123456789012345678901234567890123456.70";
    assertThat(
            JsonText.read(
                DEVICE, "{\"SEEN\": " + seen + ", \"os\": \"a\\\"é\", \"price\": " + price + "}"))
        .isEqualTo(expected);
    assertThat(JsonText.read(DEVICE, "[\"a\\\"é\", \"" + price + "\", " + seen + "]"))
        .isEqualTo(expected);
  }

  @Test
  void fieldsWithoutNamesComeInTheirOrder() {
    DataType row =
        new DataType.Struct(
            List.of(
                new DataType.Field("field0", Primitive.INTEGER),
                new DataType.Field("field1", Primitive.STRING)));
    assertThat(JsonText.read(row, "{\"\": 1, \"\": \"a\"}"))
        .isEqualTo(new StructValue(List.of("field0", "field1"), List.of(1, "a")));
  }

  @Test
  void fieldsOfOneNameAreToldApartByTheirOrderOrNotAtAll() {
    DataType twice =
        new DataType.Struct(
            List.of(
                new DataType.Field("a", Primitive.INTEGER),
                new DataType.Field("b", Primitive.INTEGER),
                new DataType.Field("a", Primitive.INTEGER)));
    assertThat(JsonText.read(twice, "{\"a\": 1, \"b\": 2, \"A\": 3}"))
        .isEqualTo(new StructValue(List.of("a", "b", "a"), List.of(1, 2, 3)));
    assertThatThrownBy(() -> JsonText.read(twice, "{\"b\": 2, \"a\": 1}"))
        .isInstanceOf(UnreadableValueException.class);
  }

  @Test
  void whatIsAbsentIsNull() {
    assertThat(JsonText.read(DEVICE, "{}"))
        .isEqualTo(
            new StructValue(List.of("os", "price", "seen"), Arrays.asList(null, null, null)));
    assertThat(JsonText.read(DEVICE, "null")).isNull();
  }

  @Test
  void keysOfMapsAreValuesToo() {
    DataType days = new DataType.MapOf(Primitive.DATE, Primitive.DOUBLE);
    assertThat(JsonText.read(days, "{\"2019-03-27\": \"NaN\", \"-0044-03-15\": 1e300}"))
        .isEqualTo(Map.of(LocalDate.of(2019, 3, 27), Double.NaN, LocalDate.of(-44, 3, 15), 1e300));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "[\"a\", 1, []",
        "[\"a\", 1, [], 2]",
        "{\"other\": 1}",
        "{} {}",
        "{\"price\": 1.234}",
        "{\"price\": {}}",
        "\"a\""
      })
  void whatIsNoValueOfTheTypeIsAnError(String text) {
    assertThatThrownBy(() -> JsonText.read(DEVICE, text))
        .isInstanceOf(UnreadableValueException.class);
  }
}

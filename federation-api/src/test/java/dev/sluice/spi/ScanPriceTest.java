package dev.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanPriceTest {
  private static final EngineName ENGINE = EngineName.of("anengine");

  private static ScanPrice price(String text) {
    return ScanPrice.of(ENGINE, Map.of(ScanPrice.KEY, text)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, 0.000050",
    "5, 10000000, 0.000050",
    "5, 10000001, 0.000055",
    "5, 1000000000000, 5.000000",
    "6.25, 3000000000000, 18.750000",
  })
  void roundsUpToMegabytesAndAtLeastTen(String perTerabyte, long bytes, String cost) {
    assertThat(price(perTerabyte).of(bytes)).isEqualByComparingTo(new BigDecimal(cost));
  }

  @Test
  void isTheUsualOneWhereNoneIsNamed() {
    assertThat(ScanPrice.of(ENGINE, Map.of())).contains(price("5"));
    assertThat(ScanPrice.of(ENGINE, Map.of(ScanPrice.KEY, "none"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "five", "1e9", "5 USD"})
  void refusesWhatIsNoPrice(String text) {
    assertThatThrownBy(() -> price(text))
        .isInstanceOfSatisfying(
            SluiceException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessageContaining("price-per-terabyte");
  }
}

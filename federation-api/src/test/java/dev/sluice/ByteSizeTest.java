package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "500MB, 500000000",
    "10 GB, 10000000000",
    "2TB, 2000000000000",
    "0, 0",
    "77, 77",
    "' 1GB ', 1000000000"
  })
  void readsSizes(String text, long bytes) {
    assertThat(ByteSize.of("'most'", text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MB", "10 kb", "-1", "1.5GB", "9999999999999999999"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> ByteSize.of("'most'", text))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("'most' is a number of bytes, such as 500MB or 10GB, not");
  }
}

package dev.sluice.athena.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CsvResultTest {
  private static List<List<@Nullable String>> rows(int columns, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (CsvResult result = new CsvResult(new ByteArrayInputStream(bytes), "q", columns)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      for (List<@Nullable String> row = result.next(); row != null; row = result.next()) {
        rows.add(row);
      }
      return rows;
    }
  }

  @Test
  void nullIsNoEmptyText() {
    assertThat(rows(3, "\"a\",\"b\",\"c\"\n\"\",,\"x\"\n,,\n"))
        .containsExactly(Arrays.asList("", null, "x"), Arrays.asList(null, null, null));
  }

  @Test
  void aNullAloneIsALineWithNothingInIt() {
    assertThat(rows(1, "\"a\"\n\"1\"\n\n\"\"\n\n"))
        .containsExactly(
            List.of("1"),
            Collections.singletonList(null),
            List.of(""),
            Collections.singletonList(null));
  }

  @Test
  void quotesAndLinesBelongToTheText() {
    assertThat(rows(2, "\"a\",\"b\"\n\"say \"\"x\"\"\",\"two\nlines,\r\n and é\"\n"))
        .containsExactly(List.of("say \"x\"", "two\nlines,\r\n and é"));
  }

  @Test
  void aLongValueIsTaken() {
    String megabytes = "x".repeat(20 << 20);
    assertThat(rows(1, "\"a\"\n\"" + megabytes + "\"\n")).containsExactly(List.of(megabytes));
  }

  @Test
  void onlyNamesMeanNoRows() {
    assertThat(rows(2, "\"a\",\"b\"\n")).isEmpty();
    assertThat(rows(2, "")).isEmpty();
  }

  @Test
  void aRowOfAnotherWidthIsAnError() {
    assertThatThrownBy(() -> rows(2, "\"a\",\"b\"\n\"1\"\n"))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED));
  }
}

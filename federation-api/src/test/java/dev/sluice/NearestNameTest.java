package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("clicks", "click", "sessions", "pageviews");

  @Test
  void findsTheNearestFirst() {
    assertThat(NearestName.of("clics", KNOWN)).containsExactly("click", "clicks");
    assertThat(NearestName.question("Sesions", KNOWN)).isEqualTo("; did you mean sessions?");
  }

  @Test
  void countsASwapOfNeighboursOnce() {
    assertThat(NearestName.of("pagveiews", KNOWN)).containsExactly("pageviews");
  }

  @Test
  void saysNothingWhereNothingIsNear() {
    assertThat(NearestName.of("x", KNOWN)).isEmpty();
    assertThat(NearestName.question("warehouse", KNOWN)).isEmpty();
    assertThat(NearestName.of("", KNOWN)).isEmpty();
  }
}

package dev.sluice.athena.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PollPauseTest {
  @Test
  void looksSoonAtFirstThenEverLessOftenAndAtLeastEveryTwoSeconds() {
    PollPause pause = new PollPause();
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pauses.add(pause.next());
    }
    assertThat(pauses.subList(0, 3)).containsOnly(Duration.ofMillis(4));
    assertThat(pauses).isSorted();
    assertThat(pauses.get(39)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aQueryOfASecondIsLookedAtFourteenTimes() {
    PollPause pause = new PollPause();
    int looks = 0;
    for (Duration passed = Duration.ZERO; passed.compareTo(Duration.ofSeconds(1)) < 0; looks++) {
      passed = passed.plus(pause.next());
    }
    assertThat(looks).isEqualTo(14);
  }
}

package dev.sluice.spectrum.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "^a",
        "a$",
        "a|b",
        "[a-z]+",
        "[-a]x",
        "[a-]",
        "(?:a|b)c",
        "(ab){2,3}",
        "a{2}",
        "a.*b",
        "https?://[a-z0-9.-]+/",
        "a\\.b",
        "x+?y"
      })
  void takesWhatJavaAndPerlReadAlike(String pattern) {
    assertThat(SharedPattern.of(pattern)).hasValue(new SharedPattern(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\d+", "\\w", "a\\s", "a.b", "[^/]+x", ".+"})
  void saysWhatCouldReachBeyondAscii(String pattern) {
    assertThat(SharedPattern.of(pattern)).hasValue(new SharedPattern(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a*", "^$", "a?", "a|", "(a*)+", "(?i)a", "(?=a)b", "(?<n>a)", "\\bfoo", "a++", "a**",
        "a{,2}", "a{2", "[a", "[]a]", "[a&&b]", "[[a]]", "[+-z]", "(a", "a)", "\\p{L}", "é", "\\1",
        "*a", "\\"
      })
  void leavesTheRest(String pattern) {
    assertThat(SharedPattern.of(pattern)).isEmpty();
  }

  @Test
  void depthIsBounded() {
    assertThat(SharedPattern.of("(".repeat(10_000) + "a" + ")".repeat(10_000))).isEmpty();
  }
}

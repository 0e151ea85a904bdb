package dev.sluice.example.web;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Repeatable chance: the same seed throws the same numbers on any Java, since the algorithms of
 * {@link Random} and {@link String#hashCode} are specified. Not shareable.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  static Dice of(String seed) {
    return new Dice(seed.hashCode() * 0x9E3779B97F4A7C15L);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  /** The value, or NULL in so many of a hundred throws. */
  <T> @Nullable T orNull(int chance, T value) {
    return percent(chance) ? null : value;
  }
}

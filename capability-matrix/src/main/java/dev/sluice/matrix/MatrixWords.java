package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the data files and the reports spell the matrix's constants. */
final class MatrixWords {
  private MatrixWords() {}

  /** {@code OBSERVED_ON_STAND_IN} is written {@code observed on stand-in}. */
  static String word(Enum<?> constant) {
    return constant
        .name()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("stand in", "stand-in");
  }

  /** The constant that a data file means, or null. */
  static <E extends Enum<E>> @org.jspecify.annotations.Nullable E constant(
      Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text))
        .findFirst()
        .orElse(null);
  }

  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(MatrixWords::word).toList();
  }

  /** Athena, Spectrum, Spark: the engine's name as it stands in a sentence. */
  static String title(EngineName engine) {
    return Character.toUpperCase(engine.value().charAt(0)) + engine.value().substring(1);
  }
}

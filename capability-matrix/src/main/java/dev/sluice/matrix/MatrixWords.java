package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String text) {
    E constant = named(type, text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    return constant != null && word(constant).equals(text) ? constant : null;
  }

  /** The constant of exactly this name, or null. A plain loop, as it runs a thousand times cold. */
  static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(MatrixWords::word).toList();
  }

  /** What a verdict is called on a page for people. */
  static String glance(CellVerdict verdict) {
    return switch (verdict) {
      case NATIVE -> "yes";
      case REWRITE -> "rewritten";
      case REFUSE -> "no";
      case WRONG -> "wrong";
      case UNKNOWN -> "unknown";
    };
  }

  /** What an area of the data is called on a page for people. */
  static String areaTitle(String area) {
    return switch (area) {
      case "formats" -> "Files, tables and partitions";
      case "types" -> "What columns hold";
      case "nested" -> "Structs, arrays and maps";
      case "syntax" -> "What a query says";
      case "operations" -> "What values do";
      default -> sentence(area);
    };
  }

  /** The text with a capital letter at its head. */
  static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Athena, Spectrum, Spark: the engine's name as it stands in a sentence. */
  static String title(EngineName engine) {
    return Character.toUpperCase(engine.value().charAt(0)) + engine.value().substring(1);
  }
}

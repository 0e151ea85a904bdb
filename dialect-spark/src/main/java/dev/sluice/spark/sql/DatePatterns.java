package dev.sluice.spark.sql;

import java.util.Optional;

/** Formats of date_format and date_parse, from MySQL's codes to Java's letters. */
final class DatePatterns {
  private DatePatterns() {}

  /** Empty when a code has no counterpart that prints the same. */
  static Optional<String> toJava(String format) {
    StringBuilder java = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        literal(java, c);
        continue;
      }
      i++;
      Optional<String> letters = i < format.length() ? code(format.charAt(i)) : Optional.empty();
      if (letters.isEmpty()) {
        return Optional.empty();
      }
      java.append(letters.get());
    }
    return Optional.of(java.toString());
  }

  private static void literal(StringBuilder java, char c) {
    if (c == '\'') {
      java.append("''");
    } else if (Character.isLetter(c) || "[]{}#".indexOf(c) >= 0) {
      java.append('\'').append(c).append('\'');
    } else {
      java.append(c);
    }
  }

  private static Optional<String> code(char code) {
    return switch (code) {
      case 'Y' -> Optional.of("yyyy");
      case 'y' -> Optional.of("yy");
      case 'm' -> Optional.of("MM");
      case 'd' -> Optional.of("dd");
      case 'H' -> Optional.of("HH");
      case 'i' -> Optional.of("mm");
      case 's', 'S' -> Optional.of("ss");
      case 'f' -> Optional.of("SSSSSS");
      case 'T' -> Optional.of("HH:mm:ss");
      case 'j' -> Optional.of("DDD");
      case 'M' -> Optional.of("MMMM");
      case 'b' -> Optional.of("MMM");
      case 'W' -> Optional.of("EEEE");
      case 'a' -> Optional.of("EEE");
      case '%' -> Optional.of("%");
      default -> Optional.empty();
    };
  }
}

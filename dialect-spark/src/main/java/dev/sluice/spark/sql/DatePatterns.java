package dev.sluice.spark.sql;

import java.util.Optional;

/** Formats of date_format and date_parse, from MySQL's codes to Java's letters. */
final class DatePatterns {
  /** What stands for itself without quotes. */
  private static final String PLAIN = " -/:.,_";

  private DatePatterns() {}

  /** Empty when a code has no counterpart that prints the same. */
  static Optional<String> toJava(String format) {
    StringBuilder java = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        literal.append(c);
        continue;
      }
      i++;
      Optional<String> letters = i < format.length() ? code(format.charAt(i)) : Optional.empty();
      if (letters.isEmpty()) {
        return Optional.empty();
      } else if (letters.get().equals("%")) {
        literal.append('%');
        continue;
      }
      quote(literal, java);
      java.append(letters.get());
    }
    quote(literal, java);
    return Optional.of(java.toString());
  }

  /** All of it in one pair of quotes: between two pairs side by side a quote would print. */
  private static void quote(StringBuilder literal, StringBuilder java) {
    if (!literal.isEmpty()) {
      boolean plain = literal.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
      java.append(plain ? literal : "'" + literal.toString().replace("'", "''") + "'");
      literal.setLength(0);
    }
  }

  private static Optional<String> code(char code) {
    return switch (code) {
      case 'Y' -> Optional.of("yyyy");
      case 'y' -> Optional.of("yy");
      case 'm' -> Optional.of("MM");
      case 'd' -> Optional.of("dd");
      case 'c' -> Optional.of("M");
      case 'e' -> Optional.of("d");
      case 'h', 'I' -> Optional.of("hh");
      case 'l' -> Optional.of("h");
      case 'k' -> Optional.of("H");
      case 'p' -> Optional.of("a");
      case 'r' -> Optional.of("hh:mm:ss a");
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

package dev.sluice.cli;

/** Text as a cell of a table shows it. */
final class CellText {
  private CellText() {}

  /** On one line, and harmless to a terminal: control characters are spelt out. */
  static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 8);
    text.chars().forEach(c -> appendPrintable(shown, (char) c));
    return shown.toString();
  }

  private static void appendPrintable(StringBuilder shown, char c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (Character.isISOControl(c)) {
          shown.append(String.format("\\u%04x", (int) c));
        } else {
          shown.append(c);
        }
      }
    }
  }
}

package dev.sluice.cli;

import dev.sluice.StructValue;
import java.util.List;
import java.util.Map;

/** A value as the text of a cell, in a table or in CSV: nested ones as JSON. */
final class CellText {
  private CellText() {}

  static String of(Object value) {
    if (value instanceof StructValue || value instanceof Map || value instanceof List) {
      return ValueJson.text(value);
    }
    return ScalarText.of(value);
  }

  /** The same on one line, and harmless to a terminal: control characters are spelt out. */
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

package dev.sluice.cli;

/** Lines of text for a person, folded at a width. */
final class Paragraph {
  private Paragraph() {}

  /**
   * The text with every line indented, folded at blanks where it would pass {@code width}. Words
   * that are too long stay whole, so that addresses can be copied.
   */
  static String fold(String text, int indent, int width) {
    String margin = " ".repeat(indent);
    StringBuilder folded = new StringBuilder();
    for (String line : text.lines().toList()) {
      StringBuilder current = new StringBuilder();
      for (String word : line.strip().split(" +", -1)) {
        if (!current.isEmpty() && indent + current.length() + 1 + word.length() > width) {
          folded.append(margin).append(current).append('\n');
          current.setLength(0);
        }
        current.append(current.isEmpty() ? "" : " ").append(word);
      }
      folded.append(margin).append(current).append('\n');
    }
    return folded.toString();
  }

  /** The text with every line indented and nothing folded: SQL must stay as it is. */
  static String indent(String text, int indent) {
    String margin = " ".repeat(indent);
    StringBuilder indented = new StringBuilder();
    text.stripTrailing().lines().forEach(l -> indented.append(margin).append(l).append('\n'));
    return indented.toString();
  }
}

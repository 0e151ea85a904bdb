package dev.sluice.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the shipped data files, which keep to a plain part of YAML: {@code key:}, {@code key:
 * text}, {@code key: 'text'} and {@code key: >-} with the text below it.
 *
 * <p>A YAML library reads them too (a test holds both against each other), but needs 300 ms of a
 * fresh JVM for it; this needs 20. Overlays, which people write, go through the library.
 */
final class PlainSectionReader {
  private final String file;
  private final List<String> lines;
  private int next;

  private PlainSectionReader(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static Section read(String file, String text) {
    PlainSectionReader reader = new PlainSectionReader(file, text.lines().toList());
    Section whole = reader.section(0, 1);
    if (reader.next < reader.lines.size()) {
      throw reader.error("wrongly indented");
    }
    return whole;
  }

  private Section section(int indent, int line) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (skipToContent() && indentOf(lines.get(next)) == indent) {
      String content = lines.get(next).substring(indent);
      int colon = content.indexOf(':');
      if (colon < 1) {
        throw error("a key and a colon are missing");
      }
      String key = content.substring(0, colon);
      String value = content.substring(colon + 1).strip();
      if (entries.put(key, entry(indent, value)) != null) {
        throw error("'" + key + "' stands twice");
      }
    }
    return new Section(file, line, entries);
  }

  private Entry entry(int indent, String value) {
    int line = ++next;
    if (value.equals(">-")) {
      return new Entry.Text(folded(indent), line);
    }
    if (!value.isEmpty()) {
      return new Entry.Text(unquoted(value), line);
    }
    boolean deeper = skipToContent() && indentOf(lines.get(next)) > indent;
    if (!deeper) {
      throw error("a key without a text and without keys of its own");
    }
    return section(indentOf(lines.get(next)), line);
  }

  private String folded(int indent) {
    StringBuilder text = new StringBuilder();
    while (next < lines.size() && indentOf(lines.get(next)) > indent) {
      text.append(text.isEmpty() ? "" : " ").append(lines.get(next++).strip());
    }
    return text.toString();
  }

  private String unquoted(String value) {
    if (value.charAt(0) != '\'') {
      return value;
    }
    if (value.length() < 2 || !value.endsWith("'")) {
      throw error("a quote is not closed");
    }
    return value.substring(1, value.length() - 1).replace("''", "'");
  }

  /** Moves past blank lines and comments; false at the end. */
  private boolean skipToContent() {
    while (next < lines.size()) {
      String line = lines.get(next);
      int indent = indentOf(line);
      if (indent < line.length() && line.charAt(indent) != '#') {
        return true;
      }
      next++;
    }
    return false;
  }

  private static int indentOf(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private RuntimeException error(String message) {
    int line = Math.min(next + 1, lines.size());
    return new Section(file, line, Map.of()).error(line, "Cannot be read: " + message);
  }
}

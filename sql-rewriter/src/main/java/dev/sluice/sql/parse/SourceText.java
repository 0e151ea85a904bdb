package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.Locale;

/**
 * Walks once over the characters of a query, before anything else reads them, and refuses what no
 * lexer should see: characters that cannot be encoded, and quotes and comments that never close.
 * One instance reads one text.
 */
final class SourceText {
  private final String sql;
  private int at;
  private int line = 1;
  private int column = 1;

  private SourceText(String sql) {
    this.sql = sql;
  }

  /** Passes or throws. */
  static void check(String sql) {
    new SourceText(sql).walk();
  }

  /** Where in the text a token stands. */
  static int index(String sql, int line, int column) {
    SourceText text = new SourceText(sql);
    while (text.line < line || text.column < column) {
      text.step();
    }
    return text.at;
  }

  private void walk() {
    while (at < sql.length()) {
      if (sql.startsWith("--", at)) {
        skipLine();
      } else if (sql.startsWith("/*", at)) {
        skipComment();
      } else {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
          skipQuoted(c);
        } else {
          step();
        }
      }
    }
  }

  private void skipLine() {
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      step();
    }
  }

  private void skipComment() {
    SqlPosition start = here();
    int end = sql.indexOf("*/", at + 2);
    if (end < 0) {
      throw error("a comment that is never closed", start);
    }
    while (at < end + 2) {
      step();
    }
  }

  private void skipQuoted(char quote) {
    SqlPosition start = here();
    step();
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (quote != '\'' && (c == '\n' || c == '\r')) {
        break;
      }
      step();
      if (c == quote) {
        if (at == sql.length() || sql.charAt(at) != quote) {
          return;
        }
        step();
      }
    }
    throw error(
        quote == '\''
            ? "a text literal that is never closed"
            : "a quoted name that is never closed",
        start);
  }

  /** Goes on by one UTF-16 unit, or by a whole surrogate pair. */
  private void step() {
    char c = sql.charAt(at);
    if (Character.isSurrogate(c)) {
      if (!Character.isHighSurrogate(c)
          || at + 1 == sql.length()
          || !Character.isLowSurrogate(sql.charAt(at + 1))) {
        throw error("half of a character (" + codePoint(c) + ")", here());
      }
      at += 2;
      column += 2;
      return;
    }
    if (c == 0) {
      throw error("the character U+0000", here());
    }
    at++;
    boolean windowsLineEnd = c == '\r' && at < sql.length() && sql.charAt(at) == '\n';
    if (c == '\n' || (c == '\r' && !windowsLineEnd)) {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  static String codePoint(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  private SqlPosition here() {
    return new SqlPosition(line, column);
  }

  private static SluiceException error(String found, SqlPosition where) {
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR, "Syntax error at " + where + ": found " + found, where);
  }
}

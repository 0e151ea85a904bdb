package dev.sluice.standin.redshift.sql;

import java.util.ArrayList;
import java.util.List;

/** Parts a text into its statements, at semicolons that stand neither in quotes nor in comments. */
final class SqlScript {
  private SqlScript() {}

  static List<String> statements(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = unit(text, i);
      if (text.charAt(i) == ';') {
        add(statements, one.toString());
        one.setLength(0);
      } else if (isComment(text, i)) {
        one.append(' ');
      } else {
        one.append(text, i, end);
      }
      i = end;
    }
    add(statements, one.toString());
    return statements;
  }

  private static void add(List<String> statements, String one) {
    if (!one.isBlank()) {
      statements.add(one.strip());
    }
  }

  private static boolean isComment(String text, int at) {
    return text.startsWith("--", at) || text.startsWith("/*", at);
  }

  /** Where the quoted text, the comment or the character at {@code at} ends. */
  private static int unit(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return quoted(text, at, c);
    } else if (text.startsWith("--", at)) {
      int line = text.indexOf('\n', at);
      return line < 0 ? text.length() : line;
    } else if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      return close < 0 ? text.length() : close + 2;
    }
    return at + 1;
  }

  private static int quoted(String text, int at, char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '\'') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return text.length();
  }
}

package dev.sluice.jdbc;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JDBC's escapes (JDBC 4.3, 13.4) as the SQL that they stand for: {@code {d '2019-03-27'}} is
 * {@code DATE '2019-03-27'}. Literals, quoted names and comments stay as they are, and so do braces
 * that begin no escape, of which the grammar says that it has none. Lines stay the same, so that an
 * error's line does. Not shareable between threads.
 */
final class Escapes {
  private static final Pattern START =
      Pattern.compile(
          "\\{\\s*(d|ts|t|fn|oj|escape|limit|call|\\?\\s*=\\s*call)(?![a-z0-9_])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CALL = Pattern.compile("\\s*([a-zA-Z_0-9]+)\\s*");

  private final String sql;
  private int at;

  private Escapes(String sql) {
    this.sql = sql;
  }

  static String translated(String sql) throws SQLException {
    return sql.indexOf('{') < 0 ? sql : new Escapes(sql).text("");
  }

  /** How many question marks stand in a text as parameters: in no literal, name or comment. */
  static int parameters(String sql) {
    int parameters = 0;
    for (int i = 0; i < sql.length(); i = Math.max(quotedEnd(sql, i), i + 1)) {
      parameters += sql.charAt(i) == '?' ? 1 : 0;
    }
    return parameters;
  }

  /**
   * @param escape that is to end; "" for the text's own end
   */
  private String text(String escape) throws SQLException {
    StringBuilder text = new StringBuilder();
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '}' && !escape.isEmpty()) {
        at++;
        return text.toString();
      }
      int end = quotedEnd(sql, at);
      if (end == at && c == '{') {
        text.append(escape());
      } else {
        end = Math.max(end, at + 1);
        text.append(sql, at, end);
        at = end;
      }
    }
    if (!escape.isEmpty()) {
      throw new SQLSyntaxErrorException(
          "The escape {" + escape + " has no } that ends it", States.SYNTAX);
    }
    return text.toString();
  }

  private String escape() throws SQLException {
    Matcher start = START.matcher(sql).region(at, sql.length());
    if (!start.lookingAt()) {
      at++;
      return "{";
    }
    at = start.end();
    String word = start.group(1).toLowerCase(Locale.ROOT);
    String body = text(word);
    return switch (word) {
      case "d" -> "DATE" + body;
      case "t" -> "TIME" + body;
      case "ts" -> "TIMESTAMP" + body;
      case "escape" -> "ESCAPE" + body;
      case "limit" -> "LIMIT" + body;
      case "fn" -> function(body);
      case "oj" -> body;
      default -> throw Refused.callable();
    };
  }

  /** What is no scalar function of JDBC's may be one of Sluice's: the binder knows. */
  private static String function(String call) {
    Matcher name = CALL.matcher(call);
    if (!name.lookingAt()) {
      return call;
    }
    String rest = call.substring(name.end()).stripTrailing();
    if (rest.isEmpty()) {
      return ScalarFunctions.called(name.group(1), List.of()).orElse(call);
    }
    return rest.startsWith("(") && rest.endsWith(")")
        ? ScalarFunctions.called(name.group(1), arguments(rest.substring(1, rest.length() - 1)))
            .orElse(call)
        : call;
  }

  private static List<String> arguments(String list) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i = Math.max(quotedEnd(list, i), i + 1)) {
      char c = list.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        arguments.add(list.substring(from, i));
        from = i + 1;
      }
    }
    if (!arguments.isEmpty() || !list.isBlank()) {
      arguments.add(list.substring(from));
    }
    return arguments;
  }

  /** Behind the literal, quoted name or comment that begins here; the place itself where none. */
  private static int quotedEnd(String text, int start) {
    char c = text.charAt(start);
    if (c == '\'' || c == '"') {
      return behind(text, String.valueOf(c), start + 1);
    } else if (text.startsWith("--", start)) {
      return behind(text, "\n", start);
    } else if (text.startsWith("/*", start)) {
      return behind(text, "*/", start + 2);
    }
    return start;
  }

  private static int behind(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}

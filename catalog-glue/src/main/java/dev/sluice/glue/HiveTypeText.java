package dev.sluice.glue;

import dev.sluice.glue.HiveTypeParser.MalformedTypeException;

/** A type's text and a position in it. Not shareable between threads. */
final class HiveTypeText {
  private static final String COMMENT = "comment";

  private final String text;
  private int at;

  HiveTypeText(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean at(char expected) {
    return !atEnd() && text.charAt(at) == expected;
  }

  String since(int start) {
    return text.substring(start, at);
  }

  void skipBlanks() {
    at = afterBlanks(at);
  }

  boolean skipIf(char expected) {
    skipBlanks();
    if (!at(expected)) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char expected) throws MalformedTypeException {
    if (!skipIf(expected)) {
      throw expected("'" + expected + "'");
    }
  }

  MalformedTypeException expected(String what) {
    String found = atEnd() ? "the end" : "'" + text.charAt(at) + "'";
    return new MalformedTypeException(
        "The type cannot be read: expected %s but found %s at character %d"
            .formatted(what, found, at + 1));
  }

  /** Letters, digits and underscores from here on; may be empty. */
  String word() {
    int start = at;
    while (!atEnd() && isWord(text.charAt(at))) {
      at++;
    }
    return since(start);
  }

  /** A field's name, without its quotes and escapes. */
  String fieldName() throws MalformedTypeException {
    skipBlanks();
    String name = !atEnd() && isQuote(text.charAt(at)) ? quoted() : bareName().strip();
    if (name.isEmpty()) {
      throw expected("the name of a field");
    }
    return name;
  }

  /** Whatever stands before the colon: crawlers keep the keys of JSON as they find them. */
  private String bareName() throws MalformedTypeException {
    StringBuilder name = new StringBuilder();
    while (!at(':')) {
      if (atEnd() || at('<') || at('>') || at(',')) {
        throw expected("':' after the name of a field");
      }
      if (at('\\') && at + 1 < text.length() && !isWord(text.charAt(at + 1))) {
        at++;
      }
      name.append(text.charAt(at++));
    }
    return name.toString();
  }

  /** The text up to the comma, bracket or comment that ends this type, blanks around it removed. */
  String raw() throws MalformedTypeException {
    int start = at;
    int open = 0;
    while (!atEnd()) {
      char c = text.charAt(at);
      if (open == 0 && (c == ',' || c == '>' || atComment())) {
        break;
      }
      open = Math.max(0, open + (c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0));
      skipOne(c);
    }
    return since(start).strip();
  }

  private void skipOne(char c) throws MalformedTypeException {
    if (isQuote(c)) {
      quoted();
    } else {
      at = Math.min(text.length(), at + (c == '\\' ? 2 : 1));
    }
  }

  /** Skips {@code comment '…'} if it stands here. */
  void skipComment() throws MalformedTypeException {
    skipBlanks();
    if (atComment()) {
      at += COMMENT.length();
      skipBlanks();
      quoted();
    }
  }

  private boolean atComment() {
    if (!text.regionMatches(true, at, COMMENT, 0, COMMENT.length())
        || (at > 0 && isWord(text.charAt(at - 1)))) {
      return false;
    }
    int next = afterBlanks(at + COMMENT.length());
    return next < text.length() && (text.charAt(next) == '\'' || text.charAt(next) == '"');
  }

  /** A quote is escaped by another one, or, but in backquotes, by a backslash. */
  private String quoted() throws MalformedTypeException {
    char quote = text.charAt(at++);
    StringBuilder content = new StringBuilder();
    while (!atEnd()) {
      char c = text.charAt(at++);
      if (c == '\\' && quote != '`' && !atEnd()) {
        c = text.charAt(at++);
      } else if (c == quote) {
        if (!at(quote)) {
          return content.toString();
        }
        at++;
      }
      content.append(c);
    }
    throw expected("a closing " + quote);
  }

  private int afterBlanks(int start) {
    int next = start;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isQuote(char c) {
    return c == '`' || c == '"' || c == '\'';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}

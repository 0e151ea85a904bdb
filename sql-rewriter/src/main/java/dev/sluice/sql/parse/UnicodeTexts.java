package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import java.util.ListIterator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes out {@code U&'\00e9'} as {@code 'é'}, since Calcite would make a text of another character
 * set of it, which compares with no column.
 */
final class UnicodeTexts implements SluiceSqlParserConstants {
  private UnicodeTexts() {}

  static void writeOut(List<Token> tokens) {
    ListIterator<Token> iterator = tokens.listIterator();
    while (iterator.hasNext()) {
      Token token = iterator.next();
      if (token.kind == UNICODE_STRING_LITERAL) {
        String escape = "\\";
        if (tokens.get(iterator.nextIndex()).kind == UESCAPE) {
          iterator.next();
          iterator.remove();
          escape = escapeOf(iterator.next());
          iterator.remove();
        }
        token.image = writtenOut(token, escape);
        token.kind = QUOTED_STRING;
      }
    }
  }

  private static String escapeOf(Token token) {
    if (!token.image.matches("'[^0-9a-fA-F+\"'\\s]'")) {
      throw error(token, "an escape character in quotes is expected");
    }
    return token.image.substring(1, 2);
  }

  private static String writtenOut(Token token, String escape) {
    String text = token.image.substring(token.image.indexOf('\'') + 1, token.image.length() - 1);
    String e = Pattern.quote(escape);
    Matcher matcher =
        Pattern.compile(e + "(?:([0-9a-fA-F]{4})|\\+([0-9a-fA-F]{6})|(" + e + ")|)").matcher(text);
    return "'"
        + matcher.replaceAll(match -> Matcher.quoteReplacement(character(token, match)))
        + "'";
  }

  private static String character(Token token, MatchResult match) {
    if (match.group(3) != null) {
      return match.group(3);
    }
    String hex = match.group(1) != null ? match.group(1) : match.group(2);
    int codePoint = hex == null ? -1 : Integer.parseInt(hex, 16);
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (codePoint <= 0 || !Character.isValidCodePoint(codePoint) || surrogate) {
      throw error(token, "'" + match.group() + "' is no character");
    }
    return codePoint == '\'' ? "''" : Character.toString(codePoint);
  }

  private static SluiceException error(Token token, String why) {
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error at "
            + Tokens.begin(token)
            + ": found "
            + SyntaxErrors.found(token)
            + "; "
            + why,
        Tokens.begin(token));
  }
}

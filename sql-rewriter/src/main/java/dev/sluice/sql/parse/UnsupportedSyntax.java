package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names what engines have and Sluice's SQL does not, from the tokens alone: the grammar would
 * stumble over signs or words within, and say less.
 */
final class UnsupportedSyntax implements SluiceSqlParserConstants {
  private final List<Token> tokens;
  private int at;

  private UnsupportedSyntax(List<Token> tokens) {
    this.tokens = tokens;
  }

  static void refuse(List<Token> tokens) {
    UnsupportedSyntax syntax = new UnsupportedSyntax(tokens);
    for (; syntax.at < tokens.size(); syntax.at++) {
      @Nullable String what = syntax.unsupported(tokens.get(syntax.at));
      if (what != null) {
        throw error(tokens.get(syntax.at), what);
      }
    }
  }

  private static SluiceException error(Token token, String what) {
    int end = what.indexOf(';');
    return new SluiceException(
        ErrorCode.INVALID_QUERY,
        what.substring(0, end)
            + " is not supported at "
            + Tokens.begin(token)
            + what.substring(end),
        Tokens.begin(token));
  }

  /** What begins here, and after a semicolon what to do instead; null if it is nothing such. */
  private @Nullable String unsupported(Token token) {
    return switch (token.kind) {
      case UNPIVOT ->
          isAfterTable() && Tokens.holds(tokens, at, FOR)
              ? "UNPIVOT; join with UNNEST(ARRAY[…])"
              : null;
      case MATCH_RECOGNIZE -> isAfterTable() ? "MATCH_RECOGNIZE; window functions may do" : null;
      case OVER ->
          Tokens.holds(tokens, at, PATTERN) && Tokens.holds(tokens, at, DEFINE) && hasPattern()
              ? "A pattern in a window; plain window functions may do"
              : null;
      case TABLE -> isTable() && kind(1) == LPAREN ? tableFunction() : null;
      case FOR ->
          isAsOf() ? "An older state of a table; filter by a column that tells the time" : null;
      case FUNCTION ->
          kind(-1) == WITH && WordKinds.isName(kind(1)) && kind(2) == LPAREN
              ? "WITH FUNCTION; write its expression where it is called"
              : null;
      case IDENTIFIER ->
          isTable() && kind(1) == LPAREN && isCalled(token, "JSON_TABLE")
              ? "JSON_TABLE; CROSS JOIN UNNEST(CAST(json_extract(…) AS array(…))) may do"
              : null;
      default -> null;
    };
  }

  private static String tableFunction() {
    return "A table function; UNNEST(sequence(…)) gives numbers and dates,";
  }

  private boolean isAfterTable() {
    return WordKinds.ends(kind(-1)) && kind(1) == LPAREN;
  }

  /** Whether a table stands here. */
  private boolean isTable() {
    return switch (kind(-1)) {
      case FROM, JOIN, COMMA -> true;
      default -> false;
    };
  }

  private boolean isAsOf() {
    return (kind(1) == TIMESTAMP || kind(1) == VERSION) && kind(2) == AS && kind(3) == OF;
  }

  /** Whether {@code PATTERN (} stands in the window, which a column called pattern does not. */
  private boolean hasPattern() {
    int i = at + 1;
    while (tokens.get(i).kind != PATTERN || tokens.get(i + 1).kind != LPAREN) {
      if (tokens.get(i++).kind == EOF) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCalled(Token token, String name) {
    return token.image.toUpperCase(Locale.ROOT).equals(name);
  }

  private int kind(int offset) {
    int i = at + offset;
    return i < 0 || i >= tokens.size() ? EOF : tokens.get(i).kind;
  }
}

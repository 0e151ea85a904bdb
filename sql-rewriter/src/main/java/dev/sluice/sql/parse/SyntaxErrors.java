package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.parse.generated.ParseException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import org.apache.calcite.runtime.CalciteContextException;
import org.jspecify.annotations.Nullable;

/** Turns what the generated parser throws into an error that reads as SQL. */
final class SyntaxErrors implements SluiceSqlParserConstants {
  private SyntaxErrors() {}

  /**
   * @param at the last token that the parser took
   */
  static SluiceException of(Throwable thrown, Token at) {
    if (thrown instanceof ParseException e && e.currentToken != null) {
      return unexpected(e);
    }
    SqlPosition where = Tokens.begin(at);
    Throwable cause = thrown;
    if (thrown instanceof CalciteContextException e) {
      where = new SqlPosition(e.getPosLine(), e.getPosColumn());
      cause = e.getCause() == null ? e : e.getCause();
    }
    // Calcite's parser asserts what no text should break: that is a defect, not the user's mistake.
    return new SluiceException(
        thrown instanceof AssertionError ? ErrorCode.INTERNAL : ErrorCode.SYNTAX_ERROR,
        "Syntax error at " + where + ": " + reworded(String.valueOf(cause.getMessage())),
        where,
        null,
        thrown);
  }

  /** Says in SQL words what Calcite says in its own. */
  private static String reworded(String message) {
    if (message.startsWith("'LIMIT start, ")) {
      return "LIMIT takes one number; the rows to skip are written OFFSET n";
    }
    return switch (message) {
      case "Query expression encountered in illegal context" ->
          "a query stands here only in parentheses";
      case "Non-query expression encountered in illegal context" -> "expected a query here";
      case "ORDER BY unexpected" -> "ORDER BY cannot stand here";
      case "BETWEEN operator has no terminating AND" -> "BETWEEN is missing its AND";
      default -> message;
    };
  }

  private static SluiceException unexpected(ParseException e) {
    Expectation expectation = Expectation.of(e);
    SqlPosition where = Tokens.begin(expectation.found());
    String text = "Syntax error at " + where + ": found " + found(expectation.found());
    @Nullable String expected = expectation.text();
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR, expected == null ? text : text + "; " + expected, where);
  }

  static String found(Token token) {
    return switch (token.kind) {
      case EOF -> "the end of the query";
      case QUOTED_STRING, UNICODE_STRING_LITERAL -> "the text " + shortened(token.image);
      default -> "'" + shortened(token.image) + "'";
    };
  }

  private static String shortened(String image) {
    return image.length() <= 60 ? image : image.substring(0, 57) + "...";
  }
}

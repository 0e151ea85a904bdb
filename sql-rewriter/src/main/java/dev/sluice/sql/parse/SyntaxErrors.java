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
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error at " + where + ": " + cause.getMessage(),
        where,
        null,
        thrown);
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

package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses spellings that Calcite's lexer takes and Trino's does not, most of all those that would
 * quietly mean something else: {@code 2nd_bid} is not the number 2 called {@code nd_bid}.
 */
final class Spelling implements SluiceSqlParserConstants {
  /** No engine holds more than a double does; reading a million digits takes seconds. */
  static final int LONGEST_NUMBER = 400;

  private Spelling() {}

  static void check(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      @Nullable String why = refusal(token);
      if (why == null && i > 0) {
        why = refusalBeside(tokens.get(i - 1), token);
        token = why == null || token.kind == QUOTED_STRING ? token : tokens.get(i - 1);
      }
      if (why != null) {
        throw new SluiceException(
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
  }

  private static @Nullable String refusal(Token token) {
    return switch (token.kind) {
      case C_STYLE_ESCAPED_STRING_LITERAL -> "a text literal has no prefix other than U& and X";
      case LBRACE, LBRACE_D, LBRACE_T, LBRACE_TS, LBRACE_FN, RBRACE ->
          "braces are not part of this SQL";
      case CARET, AMPERSAND, LEFTSHIFT, VERTICAL_BAR ->
          "this SQL writes bit operations as functions, such as bitwise_and(a, b)";
      case DOLLAR, NAMED_ARGUMENT_ASSIGNMENT, DOUBLE_PERIOD, BEL, COMMENT_END ->
          "this cannot stand in a query; quote it if it is a name";
      case UNSIGNED_INTEGER_LITERAL, DECIMAL_NUMERIC_LITERAL, APPROX_NUMERIC_LITERAL ->
          token.image.length() <= LONGEST_NUMBER
              ? null
              : "a number has at most " + LONGEST_NUMBER + " digits";
      default -> null;
    };
  }

  private static @Nullable String refusalBeside(Token before, Token token) {
    if (before.kind == QUOTED_STRING && token.kind == QUOTED_STRING) {
      return "join texts with ||";
    }
    boolean touching =
        before.endLine == token.beginLine && before.endColumn + 1 == token.beginColumn;
    if (touching && isNumber(before.kind) && isWord(token.kind)) {
      return "quote a name that begins with a digit";
    }
    if (touching && before.kind == IDENTIFIER && token.kind == QUOTED_STRING) {
      return "a text literal has no prefix other than U& and X";
    }
    return null;
  }

  private static boolean isNumber(int kind) {
    return kind == UNSIGNED_INTEGER_LITERAL
        || kind == DECIMAL_NUMERIC_LITERAL
        || kind == APPROX_NUMERIC_LITERAL;
  }

  private static boolean isWord(int kind) {
    return kind == IDENTIFIER || WordKinds.isWord(kind);
  }
}

package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Measures how deep the grammar will descend for these tokens, without descending. */
final class Depth implements SluiceSqlParserConstants {
  private Depth() {}

  /** Throws if the tokens nest deeper than the limit; returns the depth otherwise. */
  static int check(List<Token> tokens, ParserLimits limits) {
    // What recursed since each open bracket, which ends only where the bracket closes.
    Deque<Integer> outer = new ArrayDeque<>();
    int depth = 0;
    int deepest = 0;
    for (Token token : tokens) {
      switch (token.kind) {
        case LPAREN, LBRACKET, CASE -> {
          outer.push(depth);
          depth++;
        }
        case RPAREN, RBRACKET, END -> depth = outer.isEmpty() ? 0 : outer.pop();
        case LAMBDA, NOT, MINUS, PLUS -> depth += recurses(token, tokens) ? 1 : 0;
        default -> {}
      }
      deepest = Math.max(deepest, depth);
      if (depth > limits.depth()) {
        throw tooDeep(token, limits);
      }
    }
    return deepest;
  }

  private static boolean recurses(Token token, List<Token> tokens) {
    return token.kind == LAMBDA;
  }

  static SluiceException tooDeep(Token token, ParserLimits limits) {
    return new SluiceException(
        ErrorCode.QUERY_TOO_LARGE,
        "The query nests deeper than " + limits.depth() + " levels at " + Tokens.begin(token),
        Tokens.begin(token));
  }
}

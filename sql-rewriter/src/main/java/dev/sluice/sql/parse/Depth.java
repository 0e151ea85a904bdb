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
  private final ParserLimits limits;

  /** The depth outside each open bracket: what recurses within one ends where it closes. */
  private final Deque<Integer> outside = new ArrayDeque<>();

  private int depth;
  private int deepest;
  private int signs;
  private int dots;
  private boolean afterDot;

  private Depth(ParserLimits limits) {
    this.limits = limits;
  }

  /** Throws if the tokens nest deeper than the limit; otherwise returns how deep they nest. */
  static int check(List<Token> tokens, ParserLimits limits) {
    Depth depth = new Depth(limits);
    tokens.forEach(depth::take);
    return depth.deepest;
  }

  private void take(Token token) {
    switch (token.kind) {
      case LPAREN, LBRACKET, CASE -> {
        outside.push(depth);
        depth++;
      }
      case RPAREN, RBRACKET, END -> depth = outside.isEmpty() ? 0 : outside.pop();
      case LAMBDA -> depth++;
      default -> {}
    }
    countRuns(token);
    deepest = Math.max(deepest, depth);
    if (Math.max(depth, Math.max(signs, dots)) > limits.depth()) {
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE,
          "The query nests deeper than " + limits.depth() + " levels at " + Tokens.begin(token),
          Tokens.begin(token));
    }
  }

  /** Signs before an operand nest as brackets do; long dotted paths take the grammar forever. */
  private void countRuns(Token token) {
    signs =
        switch (token.kind) {
          case NOT, MINUS, PLUS, EXISTS -> signs + 1;
          default -> 0;
        };
    dots = token.kind == DOT ? dots + 1 : afterDot ? dots : 0;
    afterDot = token.kind == DOT;
  }
}

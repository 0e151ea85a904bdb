package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures how deep the grammar will descend for these tokens, without descending. */
final class Depth implements SluiceSqlParserConstants {
  private final QueryLimits limits;

  /** The depth outside each open bracket: what recurses within one ends where it closes. */
  private final Deque<Integer> outside = new ArrayDeque<>();

  private int depth;
  private int deepest;
  private int signs;
  private int dots;
  private boolean afterDot;

  /** The most levels of any kind, and the first token that was beyond the limit. */
  private int most;

  private @Nullable Token tooDeep;

  private Depth(QueryLimits limits) {
    this.limits = limits;
  }

  /** Throws if the tokens nest deeper than the limit; otherwise returns how deep they nest. */
  static int check(List<Token> tokens, QueryLimits limits) {
    Depth depth = new Depth(limits);
    tokens.forEach(depth::take);
    if (depth.tooDeep != null) {
      throw depth.error(depth.tooDeep);
    }
    return depth.deepest;
  }

  private SluiceException error(Token first) {
    SqlPosition where = Tokens.begin(first);
    return new SluiceException(
        ErrorCode.QUERY_TOO_LARGE,
        "The query nests %d levels deep; the limit is %d, reached at %s%s"
            .formatted(most, limits.depth(), where, QueryParser.raise("depth")),
        where);
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
    int here = Math.max(depth, Math.max(signs, dots));
    if (here > limits.depth() && tooDeep == null) {
      tooDeep = token;
    }
    most = Math.max(most, here);
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

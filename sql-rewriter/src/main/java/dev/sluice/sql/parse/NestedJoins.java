package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code a JOIN b JOIN c ON x ON y} as {@code a JOIN (b JOIN c ON x) ON y}, which it means:
 * a join whose condition is still to come takes the joins after it into its right side.
 */
final class NestedJoins implements SluiceSqlParserConstants {
  /** A join of the bracket it stands in, whose condition has not come. */
  private static final class Open {
    final Token join;
    boolean isNested;

    Open(Token join) {
      this.join = join;
    }
  }

  private final List<Token> tokens;
  private final Deque<Deque<Open>> brackets = new ArrayDeque<>();

  /** The joins whose right sides get parentheses, and the words before which these end. */
  private final Set<Token> opening = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Token> closing = Collections.newSetFromMap(new IdentityHashMap<>());

  private NestedJoins(List<Token> tokens) {
    this.tokens = tokens;
    brackets.push(new ArrayDeque<>());
  }

  static void parenthesize(List<Token> tokens) {
    NestedJoins joins = new NestedJoins(tokens);
    joins.find();
    if (!joins.opening.isEmpty()) {
      joins.write();
    }
  }

  private void find() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Deque<Open> open = brackets.element();
      switch (token.kind) {
        case LPAREN, LBRACKET -> brackets.push(new ArrayDeque<>());
        case RPAREN, RBRACKET -> close();
        case FROM, COMMA -> open.clear();
        case JOIN -> join(token, open, takesCondition(i));
        case ON, USING -> condition(token, open);
        default -> {}
      }
    }
  }

  private void close() {
    if (brackets.size() > 1) {
      brackets.pop();
    }
  }

  private static void join(Token join, Deque<Open> open, boolean takesCondition) {
    if (!open.isEmpty()) {
      open.element().isNested = true;
    }
    if (takesCondition) {
      open.push(new Open(join));
    }
  }

  private void condition(Token word, Deque<Open> open) {
    if (!open.isEmpty()) {
      Open join = open.pop();
      if (join.isNested) {
        opening.add(join.join);
        closing.add(word);
      }
    }
  }

  /** CROSS JOIN and NATURAL JOIN take none. */
  private boolean takesCondition(int join) {
    for (int i = join - 1; i >= 0; i--) {
      switch (tokens.get(i).kind) {
        case INNER, LEFT, RIGHT, FULL, OUTER -> {}
        case CROSS, NATURAL -> {
          return false;
        }
        default -> {
          return true;
        }
      }
    }
    return true;
  }

  private void write() {
    List<Token> written = new ArrayList<>(tokens.size() + 2 * opening.size());
    for (Token token : tokens) {
      if (closing.contains(token)) {
        written.add(Tokens.like(token, RPAREN, token.image));
      }
      written.add(token);
      if (opening.contains(token)) {
        written.add(Tokens.like(token, LPAREN, token.image));
      }
    }
    tokens.clear();
    tokens.addAll(written);
  }
}

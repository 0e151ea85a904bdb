package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import java.util.ListIterator;

/** Writes {@code BIGINT '12'} as {@code CAST('12' AS BIGINT)}, which Trino means by it. */
final class TypedTexts implements SluiceSqlParserConstants {
  private TypedTexts() {}

  static void writeOut(List<Token> tokens) {
    ListIterator<Token> iterator = tokens.listIterator();
    int before = EOF;
    while (iterator.hasNext()) {
      Token type = iterator.next();
      boolean isTyped =
          isType(type.kind)
              && before != DOT
              && tokens.get(iterator.nextIndex()).kind == QUOTED_STRING;
      if (isTyped) {
        iterator.set(like(type, CAST, "CAST"));
        iterator.add(like(type, LPAREN, "("));
        iterator.next();
        iterator.add(like(type, AS, "AS"));
        iterator.add(type);
        iterator.add(like(type, RPAREN, ")"));
      }
      before = type.kind;
    }
  }

  private static boolean isType(int kind) {
    return switch (kind) {
      case BIGINT, BOOLEAN, DOUBLE, INT, INTEGER, REAL, SMALLINT, TINYINT, VARCHAR -> true;
      default -> false;
    };
  }

  /** A token that the user did not write, at the place of one that he did. */
  private static Token like(Token token, int kind, String image) {
    Token other = Token.newToken(kind);
    other.kind = kind;
    other.image = image;
    other.beginLine = token.beginLine;
    other.beginColumn = token.beginColumn;
    other.endLine = token.endLine;
    other.endColumn = token.endColumn;
    return other;
  }
}

package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code BIGINT '12'} as {@code CAST('12' AS BIGINT)}, which Trino means by it, {@code CHAR
 * 'abc'} as a cast to {@code char(3)} and {@code JSON '[]'} as {@code json_parse('[]')}; and leaves
 * out the blanks of {@code X'c0 ff ee'}.
 */
final class TypedTexts implements SluiceSqlParserConstants {
  private TypedTexts() {}

  static void writeOut(List<Token> tokens) {
    List<Token> written = new ArrayList<>(tokens.size());
    int before = EOF;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind == BINARY_STRING_LITERAL) {
        token.image = token.image.replaceAll("\\s", "");
      }
      boolean isTyped = isType(token) && before != DOT && tokens.get(i + 1).kind == QUOTED_STRING;
      if (isTyped) {
        written.addAll(typed(token, tokens.get(++i)));
      } else {
        written.add(token);
      }
      before = token.kind;
    }
    tokens.clear();
    tokens.addAll(written);
  }

  /** Any name that is no word of the lexer's is that of a type too, known or not. */
  private static boolean isType(Token token) {
    return switch (token.kind) {
      case BIGINT,
          BOOLEAN,
          CHAR,
          DOUBLE,
          IDENTIFIER,
          INT,
          INTEGER,
          JSON,
          REAL,
          SMALLINT,
          TINYINT,
          UUID,
          VARCHAR ->
          true;
      default -> false;
    };
  }

  private static List<Token> typed(Token type, Token text) {
    if (type.kind == JSON) {
      Token function = Tokens.like(type, IDENTIFIER, "json_parse");
      return List.of(
          function, Tokens.like(type, LPAREN, "("), text, Tokens.like(type, RPAREN, ")"));
    }
    List<Token> cast = new ArrayList<>();
    cast.add(Tokens.like(type, CAST, "CAST"));
    cast.add(Tokens.like(type, LPAREN, "("));
    cast.add(text);
    cast.add(Tokens.like(type, AS, "AS"));
    cast.add(type);
    if (type.kind == CHAR) {
      cast.add(Tokens.like(type, LPAREN, "("));
      cast.add(Tokens.like(type, UNSIGNED_INTEGER_LITERAL, String.valueOf(length(text))));
      cast.add(Tokens.like(type, RPAREN, ")"));
    }
    cast.add(Tokens.like(type, RPAREN, ")"));
    return cast;
  }

  /** In characters. */
  private static int length(Token text) {
    String inside = text.image.substring(1, text.image.length() - 1).replace("''", "'");
    return inside.codePointCount(0, inside.length());
  }
}

package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The fields of a row type, which may lack names: {@code row(bigint, x varchar)}. */
public final class RowFields implements SluiceSqlParserConstants {
  private RowFields() {}

  /**
   * Whether a field begins with its name, from its first two tokens, once words of types are told
   * from names.
   */
  public static boolean isNamed(Token first, Token second) {
    return switch (first.kind) {
      case IDENTIFIER, QUOTED_IDENTIFIER, BACK_QUOTED_IDENTIFIER ->
          second.kind != COMMA && second.kind != RPAREN && second.kind != LPAREN;
      default -> false;
    };
  }

  /** What Trino shows for a field without a name. */
  public static SqlIdentifier unnamed(int index, SqlParserPos at) {
    return new SqlIdentifier("field" + index, at);
  }

  /** Whether a word that a field begins with is its type already, and not its name. */
  static boolean isType(int word, int next) {
    return switch (next) {
      case COMMA, RPAREN, LPAREN, LT -> true;
      case WITH, WITHOUT -> word == TIME || word == TIMESTAMP;
      case PRECISION -> word == DOUBLE;
      default -> word == INTERVAL && WordKinds.isTimeUnit(next);
    };
  }
}

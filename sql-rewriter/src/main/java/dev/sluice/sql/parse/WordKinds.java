package dev.sluice.sql.parse;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The kinds of token, sorted by what they may stand for. Immutable once built. */
final class WordKinds implements SluiceSqlParserConstants {
  /**
   * What Trino reserves, of the words that Calcite's lexer knows. Trino's SqlBase.g4, version 435.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "ALTER",
          "AND",
          "AS",
          "BETWEEN",
          "BY",
          "CASE",
          "CAST",
          "CONSTRAINT",
          "CREATE",
          "CROSS",
          "CUBE",
          "CURRENT_CATALOG",
          "CURRENT_DATE",
          "CURRENT_PATH",
          "CURRENT_ROLE",
          "CURRENT_SCHEMA",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "DEALLOCATE",
          "DELETE",
          "DESCRIBE",
          "DISTINCT",
          "DROP",
          "ELSE",
          "END",
          "ESCAPE",
          "EXCEPT",
          "EXECUTE",
          "EXISTS",
          "EXTRACT",
          "FALSE",
          "FOR",
          "FROM",
          "FULL",
          "GROUP",
          "GROUPING",
          "HAVING",
          "IN",
          "INNER",
          "INSERT",
          "INTERSECT",
          "INTO",
          "IS",
          "JOIN",
          "JSON_ARRAY",
          "JSON_EXISTS",
          "JSON_OBJECT",
          "JSON_QUERY",
          "JSON_VALUE",
          "LEFT",
          "LIKE",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "NATURAL",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "OUTER",
          "PREPARE",
          "RECURSIVE",
          "RIGHT",
          "ROLLUP",
          "SELECT",
          "SKIP",
          "TABLE",
          "THEN",
          "TRIM",
          "TRUE",
          "UESCAPE",
          "UNION",
          "UNNEST",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE",
          "WITH");

  /**
   * Words that Trino leaves free and Calcite's grammar takes both as names and as words of clauses
   * that Trino has too; the grammar itself tells them apart.
   */
  private static final Set<String> EITHER =
      Set.of(
          "ASC",
          "BERNOULLI",
          "DESC",
          "FIRST",
          "FOLLOWING",
          "IGNORE",
          "LAST",
          "NULLS",
          "ORDINALITY",
          "PRECEDING",
          "REPEATABLE",
          "RESPECT",
          "SETS",
          "UNBOUNDED",
          "ZONE",
          "QUARTER",
          "WEEK");

  private static final WordKinds INSTANCE = new WordKinds();

  private final BitSet words = new BitSet();
  private final BitSet reserved = new BitSet();
  private final BitSet either = new BitSet();

  private WordKinds() {
    IntStream.range(0, tokenImage.length)
        .filter(kind -> tokenImage[kind].matches("\"[A-Z][A-Z0-9_]*\""))
        .forEach(this::sort);
  }

  private void sort(int kind) {
    String word = tokenImage[kind].substring(1, tokenImage[kind].length() - 1);
    words.set(kind);
    reserved.set(kind, RESERVED.contains(word));
    either.set(kind, EITHER.contains(word));
  }

  /** Whether the lexer knows this word; all others are IDENTIFIER. */
  static boolean isWord(int kind) {
    return INSTANCE.words.get(kind);
  }

  static boolean isReserved(int kind) {
    return INSTANCE.reserved.get(kind);
  }

  /** Whether the grammar may be left to decide. */
  static boolean isEither(int kind) {
    return INSTANCE.either.get(kind);
  }

  /** Whether a token can be, or be part of, a name. */
  static boolean isName(int kind) {
    return switch (kind) {
      case IDENTIFIER, QUOTED_IDENTIFIER, BACK_QUOTED_IDENTIFIER, UNICODE_QUOTED_IDENTIFIER -> true;
      default -> isWord(kind) && !isReserved(kind);
    };
  }

  static boolean isLiteral(int kind) {
    return switch (kind) {
      case QUOTED_STRING,
          UNICODE_STRING_LITERAL,
          BINARY_STRING_LITERAL,
          UNSIGNED_INTEGER_LITERAL,
          DECIMAL_NUMERIC_LITERAL,
          APPROX_NUMERIC_LITERAL,
          TRUE,
          FALSE,
          NULL,
          HOOK ->
          true;
      default -> false;
    };
  }

  /** Whether an expression or a table can end here, so that a clause may follow. */
  static boolean ends(int kind) {
    return switch (kind) {
      case RPAREN,
          RBRACKET,
          END,
          CURRENT_DATE,
          CURRENT_TIME,
          CURRENT_TIMESTAMP,
          CURRENT_USER,
          CURRENT_CATALOG,
          CURRENT_SCHEMA,
          CURRENT_PATH,
          LOCALTIME,
          LOCALTIMESTAMP ->
          true;
      default -> isName(kind) || isLiteral(kind);
    };
  }

  /** Whether an expression can begin here. */
  static boolean begins(int kind) {
    return switch (kind) {
      case LPAREN,
          MINUS,
          PLUS,
          NOT,
          CASE,
          CAST,
          EXISTS,
          EXTRACT,
          TRIM,
          CURRENT_DATE,
          CURRENT_TIMESTAMP,
          CURRENT_TIME,
          LOCALTIME,
          LOCALTIMESTAMP,
          JSON_VALUE,
          JSON_EXISTS ->
          true;
      default -> isName(kind) || isLiteral(kind);
    };
  }

  static boolean isComparison(int kind) {
    return switch (kind) {
      case EQ, NE, NE2, LT, LE, GT, GE -> true;
      default -> false;
    };
  }

  static boolean isTimeUnit(int kind) {
    return switch (kind) {
      case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND -> true;
      default -> false;
    };
  }
}

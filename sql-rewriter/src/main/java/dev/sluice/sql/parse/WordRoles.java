package dev.sluice.sql.parse;

import static java.util.Objects.requireNonNull;

import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides of each word whether it is a name or belongs to the grammar. Trino reserves few words and
 * Calcite many; here every word is a name unless Trino reserves it, or it stands where it can only
 * be grammar: {@code DATE} before a text, {@code LIMIT} between an expression and a number.
 *
 * <p>This also turns off what Calcite's grammar has and Trino's does not (infix {@code CONTAINS},
 * {@code date_trunc(x, YEAR)}, {@code USER} as a function): those words are always names, and
 * functions of those names plain calls. One instance reads one list of tokens.
 */
final class WordRoles implements SluiceSqlParserConstants {
  private static final Set<String> FUNCTIONS_WITHOUT_PARENTHESES =
      Set.of(
          "CURRENT_DATETIME",
          "CURRENT_DEFAULT_TRANSFORM_GROUP",
          "PI",
          "SESSION_USER",
          "SYSDATE",
          "SYSTEM_USER",
          "SYSTIMESTAMP",
          "USER");

  /** What an open bracket was opened for. */
  private enum Bracket {
    PLAIN,
    /** CAST or TRY_CAST, before its AS. */
    CAST,
    /** After a CAST's AS, and every bracket in there. */
    TYPE,
    /** The fields of a row type, each a name and a type. */
    ROW_TYPE,
    /** What stands between the angles of {@code array<bigint>}. */
    ANGLES,
    WINDOW,
    /** The arguments of JSON_VALUE and its like, and the words of their grammar. */
    JSON
  }

  private final List<Token> tokens;
  private final Deque<Bracket> open = new ArrayDeque<>();
  private int at;

  private WordRoles(List<Token> tokens) {
    this.tokens = tokens;
    open.push(Bracket.PLAIN);
  }

  /** Changes the kind of each word that is a name to IDENTIFIER. */
  static void assign(List<Token> tokens) {
    new WordRoles(tokens).assign();
  }

  private void assign() {
    for (at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (WordKinds.isWord(token.kind) && isName(token.kind)) {
        token.kind = IDENTIFIER;
      }
      if (token.kind == IDENTIFIER && isColumnNotFunction(token)) {
        token.kind = QUOTED_IDENTIFIER;
        token.image = '"' + token.image + '"';
      }
      follow(token.kind);
    }
  }

  /**
   * Calcite's validator takes these bare words for functions; in Trino they are columns, and so is
   * any quoted name in Calcite.
   */
  private boolean isColumnNotFunction(Token token) {
    return FUNCTIONS_WITHOUT_PARENTHESES.contains(token.image.toUpperCase(Locale.ROOT))
        && kind(1) != LPAREN;
  }

  private void follow(int kind) {
    switch (kind) {
      case LPAREN -> open.push(opened());
      case LBRACKET -> open.push(Bracket.PLAIN);
      case LT -> {
        if (isNestedType(kind(-1))) {
          open.push(Bracket.ANGLES);
        }
      }
      case GT -> {
        if (open.peek() == Bracket.ANGLES) {
          open.pop();
        }
      }
      case RPAREN, RBRACKET -> {
        if (open.size() > 1) {
          open.pop();
        }
      }
      case AS -> {
        if (open.peek() == Bracket.CAST) {
          open.pop();
          open.push(Bracket.TYPE);
        }
      }
      default -> {}
    }
  }

  /** Such a word has stayed one of the grammar only where it begins a type. */
  private static boolean isNestedType(int kind) {
    return switch (kind) {
      case ARRAY, MAP, ROW, STRUCT -> true;
      default -> false;
    };
  }

  private Bracket opened() {
    if (inType() || kind(-2) == INFIX_CAST) {
      return kind(-1) == ROW || kind(-1) == STRUCT ? Bracket.ROW_TYPE : Bracket.TYPE;
    }
    return switch (kind(-1)) {
      case CAST, TRY_CAST -> Bracket.CAST;
      case OVER -> Bracket.WINDOW;
      case AS ->
          kind(1) == SELECT || kind(1) == WITH || kind(-2) == STAR
              ? Bracket.PLAIN
              : windowOrPlain();
      case JSON_ARRAY, JSON_EXISTS, JSON_OBJECT, JSON_QUERY, JSON_VALUE -> Bracket.JSON;
      default -> Bracket.PLAIN;
    };
  }

  /** {@code WINDOW w AS (}, or a further one after a comma. */
  private Bracket windowOrPlain() {
    return switch (kind(1)) {
      case LPAREN, VALUES, TABLE -> Bracket.PLAIN;
      default -> Bracket.WINDOW;
    };
  }

  private boolean inType() {
    return switch (requireNonNull(open.peek())) {
      case TYPE, ROW_TYPE, ANGLES -> true;
      case JSON -> kind(-1) == INFIX_CAST || kind(-1) == RETURNING;
      case PLAIN, CAST, WINDOW -> kind(-1) == INFIX_CAST;
    };
  }

  private int kind(int offset) {
    int i = at + offset;
    return i < 0 || i >= tokens.size() ? EOF : tokens.get(i).kind;
  }

  private boolean isName(int kind) {
    if (WordKinds.isReserved(kind)) {
      return false;
    }
    if (kind(-1) == DOT || kind(1) == DOT) {
      return true;
    }
    if (inType()) {
      return !isPartOfType(kind);
    }
    if (open.peek() == Bracket.JSON && isGrammarOfJson(kind)) {
      return false;
    }
    return !WordKinds.isEither(kind) && !isGrammar(kind);
  }

  private boolean isPartOfType(int kind) {
    boolean beginsField =
        open.peek() == Bracket.ROW_TYPE && (kind(-1) == LPAREN || kind(-1) == COMMA);
    boolean nameOfField = kind(1) == COLON || (beginsField && !RowFields.isType(kind, kind(1)));
    if (nameOfField) {
      return false;
    }
    return switch (kind) {
      case ARRAY,
          BIGINT,
          BOOLEAN,
          CHAR,
          DATE,
          DEC,
          DECIMAL,
          DOUBLE,
          INT,
          INTEGER,
          INTERVAL,
          MAP,
          NUMERIC,
          PRECISION,
          REAL,
          ROW,
          SMALLINT,
          STRUCT,
          TIME,
          TIMESTAMP,
          TINYINT,
          TO,
          VARBINARY,
          VARCHAR,
          WITHOUT,
          ZONE ->
          true;
      default -> WordKinds.isTimeUnit(kind);
    };
  }

  private boolean isGrammar(int kind) {
    int before = kind(-1);
    int after = kind(1);
    return switch (kind) {
      case DATE, TIME, TIMESTAMP, DECIMAL ->
          after == QUOTED_STRING
              || (kind == TIME && (before == AT || before == WITH) && after == ZONE);
      case PRECISION -> before == DOUBLE && kind(-2) == INFIX_CAST;
      case ARRAY -> after == LBRACKET;
      case ROW -> after == LPAREN || before == CURRENT || isAmountBefore();
      case POSITION, SUBSTRING, TRY_CAST -> after == LPAREN;
      case INTERVAL ->
          after == QUOTED_STRING || ((after == MINUS || after == PLUS) && kind(2) == QUOTED_STRING);
      case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND -> isUnitOfTime();
      case TO -> WordKinds.isTimeUnit(before) && WordKinds.isTimeUnit(after);
      case AT -> WordKinds.ends(before) && after == TIME && kind(2) == ZONE;
      case BOTH, LEADING, TRAILING ->
          before == LPAREN && kind(-2) == TRIM && after != RPAREN && after != COMMA;
      case LATERAL ->
          (before == FROM || before == COMMA || before == JOIN)
              && (after == LPAREN || after == UNNEST);
      case ANY, SOME -> WordKinds.isComparison(before) && after == LPAREN;
      case ALL -> isAll();
      case ARRAY_AGG -> after == LPAREN && Tokens.holds(tokens, at, ORDER);
      default -> isGrammarOfWindow(kind) || isGrammarOfClause(kind);
    };
  }

  private boolean isUnitOfTime() {
    int before = kind(-1);
    boolean ofExtract = before == LPAREN && kind(-2) == EXTRACT;
    boolean ofInterval =
        before == QUOTED_STRING
            && (kind(-2) == INTERVAL
                || ((kind(-2) == MINUS || kind(-2) == PLUS) && kind(-3) == INTERVAL));
    return ofExtract || ofInterval || before == TO;
  }

  private boolean isAll() {
    return switch (kind(-1)) {
      case UNION, INTERSECT, EXCEPT, LIMIT -> true;
      case BY -> kind(-2) == GROUP && isGrouped(kind(1));
      case SELECT, LPAREN -> kind(1) == STAR || WordKinds.begins(kind(1));
      default -> WordKinds.isComparison(kind(-1)) && kind(1) == LPAREN;
    };
  }

  private static boolean isGrouped(int kind) {
    return switch (kind) {
      case GROUPING, ROLLUP, CUBE -> true;
      default -> WordKinds.begins(kind);
    };
  }

  private boolean isGrammarOfWindow(int kind) {
    int before = kind(-1);
    int after = kind(1);
    boolean inWindow = open.peek() == Bracket.WINDOW;
    return switch (kind) {
      case FILTER -> before == RPAREN && after == LPAREN && kind(2) == WHERE;
      case OVER ->
          (before == RPAREN || before == NULLS) && (after == LPAREN || WordKinds.isName(after));
      case WITHIN -> before == RPAREN && after == GROUP;
      case PARTITION -> inWindow && after == BY;
      case ROWS, RANGE, GROUPS ->
          (inWindow && (before == LPAREN || WordKinds.ends(before)))
              || (kind == ROWS && isAmountBefore());
      case CURRENT -> after == ROW;
      default -> isGrammarOfOverflow(kind);
    };
  }

  /**
   * Within JSON_VALUE and its like a word that follows an expression, or such a word, is grammar;
   * what follows a sign, a comma or AS is a name.
   */
  private boolean isGrammarOfJson(int kind) {
    int before = kind(-1);
    if (kind == KEY) {
      boolean isValueColumn = kind(2) == VALUE || kind(2) == COLON;
      boolean isColumn =
          kind(1) == VALUE && (!isValueColumn || kind(3) == COMMA || kind(3) == RPAREN);
      return (before == LPAREN || before == COMMA) && WordKinds.begins(kind(1)) && !isColumn;
    }
    if (kind == RETURNING && before == LPAREN) {
      return kind(1) == VARCHAR || kind(1) == CHAR;
    }
    return switch (before) {
      case KEY, VALUE, PASSING, DEFAULT_ -> false;
      case ON, WITH -> true;
      default -> WordKinds.ends(before);
    };
  }

  /** {@code ON OVERFLOW TRUNCATE '...' WITHOUT COUNT}, at the end of a call's arguments. */
  private boolean isGrammarOfOverflow(int kind) {
    int before = kind(-1);
    int after = kind(1);
    return switch (kind) {
      case OVERFLOW -> before == ON && (after == ERROR || after == TRUNCATE);
      case ERROR, TRUNCATE -> before == OVERFLOW && kind(-2) == ON;
      case WITHOUT -> after == COUNT && kind(2) == RPAREN && isTruncated();
      case COUNT -> after == RPAREN && (before == WITHOUT || (before == WITH && isTruncated()));
      default -> false;
    };
  }

  /** Whether TRUNCATE stands before what stands before this word, with a filler or without. */
  private boolean isTruncated() {
    for (int i = -1; i >= -4; i--) {
      if (kind(i) == TRUNCATE && kind(i - 1) == OVERFLOW) {
        return true;
      }
    }
    return false;
  }

  private boolean isGrammarOfClause(int kind) {
    int before = kind(-1);
    int after = kind(1);
    boolean afterTable = WordKinds.ends(before);
    return switch (kind) {
      case LIMIT, OFFSET -> (afterTable || before == STAR) && isAmount(after);
      case FETCH -> afterTable && (after == FIRST || after == NEXT);
      case NEXT -> before == FETCH;
      case ONLY -> before == ROW || before == ROWS;
      case TIES -> before == WITH && (kind(-2) == ROW || kind(-2) == ROWS);
      case QUALIFY -> afterTable && WordKinds.begins(after) && after != LIMIT && after != OFFSET;
      case PIVOT -> afterTable && after == LPAREN && Tokens.holds(tokens, at, FOR);
      case TABLESAMPLE -> afterTable && (after == BERNOULLI || after == SYSTEM);
      case SYSTEM -> before == TABLESAMPLE;
      case WINDOW -> afterTable && WordKinds.isName(after) && kind(2) == AS && kind(3) == LPAREN;
      default -> false;
    };
  }

  /** {@code OFFSET 1 ROW}, {@code FETCH FIRST ? ROWS}, {@code FETCH FIRST ROW}. */
  private boolean isAmountBefore() {
    return switch (kind(-1)) {
      case UNSIGNED_INTEGER_LITERAL, HOOK -> true;
      case FIRST, NEXT -> kind(-2) == FETCH;
      default -> false;
    };
  }

  /** What no alias is followed by, and LIMIT is, rightly or wrongly. */
  private static boolean isAmount(int kind) {
    return switch (kind) {
      case EOF, MINUS, LPAREN -> true;
      case LIMIT, OFFSET, FETCH, FILTER, OVER, QUALIFY, TABLESAMPLE, WINDOW -> false;
      default -> WordKinds.isLiteral(kind) || WordKinds.isName(kind);
    };
  }
}

package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses, from the tokens alone, whatever is not one single query: writes, commands, a second
 * statement. Nothing has been parsed, resolved or sent anywhere by then.
 */
final class Statements implements SluiceSqlParserConstants {
  /** What statements of Athena, Redshift, Spark and Hive begin with, other than queries. */
  private static final Set<String> VERBS =
      Set.of(
          "ABORT",
          "ADD",
          "ALTER",
          "ANALYZE",
          "ATTACH",
          "BEGIN",
          "CACHE",
          "CALL",
          "CANCEL",
          "CLEAR",
          "CLOSE",
          "CLUSTER",
          "COMMENT",
          "COMMIT",
          "COPY",
          "CREATE",
          "DEALLOCATE",
          "DECLARE",
          "DELETE",
          "DENY",
          "DESC",
          "DESCRIBE",
          "DETACH",
          "DROP",
          "END",
          "EXECUTE",
          "EXPLAIN",
          "EXPORT",
          "FETCH",
          "GRANT",
          "IMPORT",
          "INSERT",
          "KILL",
          "LIST",
          "LOAD",
          "LOCK",
          "MERGE",
          "MSCK",
          "OPTIMIZE",
          "PREPARE",
          "PUT",
          "REFRESH",
          "REINDEX",
          "REMOVE",
          "RENAME",
          "REPAIR",
          "REPLACE",
          "RESET",
          "REVOKE",
          "ROLLBACK",
          "SAVEPOINT",
          "SET",
          "SHOW",
          "START",
          "TRUNCATE",
          "UNCACHE",
          "UNLOAD",
          "UNLOCK",
          "UPDATE",
          "UPSERT",
          "USE",
          "VACUUM");

  /** The verbs that may stand inside another statement, after WITH or in its parentheses. */
  private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "UPSERT");

  private Statements() {}

  /** Throws unless the tokens are one query; drops the semicolons after it. */
  static void requireOneQuery(List<Token> tokens) {
    if (tokens.get(0).kind == EOF) {
      throw new SluiceException(
          ErrorCode.SYNTAX_ERROR, "The query is empty: a query begins with SELECT, WITH or VALUES");
    }
    requireQueryVerb(tokens);
    refuseSecondStatement(tokens);
    refuseWrites(tokens);
  }

  private static void requireQueryVerb(List<Token> tokens) {
    int first = 0;
    while (tokens.get(first).kind == LPAREN) {
      first++;
    }
    Token verb = tokens.get(first);
    switch (verb.kind) {
      case SELECT, WITH, VALUES, TABLE -> {}
      default -> {
        if (VERBS.contains(upper(verb))) {
          throw notAQuery(upper(verb), verb);
        }
        throw new SluiceException(
            ErrorCode.SYNTAX_ERROR,
            "Syntax error at "
                + Tokens.begin(verb)
                + ": found "
                + SyntaxErrors.found(verb)
                + "; a query begins with SELECT, WITH or VALUES",
            Tokens.begin(verb));
      }
    }
  }

  private static void refuseSecondStatement(List<Token> tokens) {
    int end = 0;
    while (tokens.get(end).kind != SEMICOLON && tokens.get(end).kind != EOF) {
      end++;
    }
    for (Token token : tokens.subList(end, tokens.size())) {
      if (token.kind != SEMICOLON && token.kind != EOF) {
        throw new SluiceException(
            ErrorCode.MULTIPLE_STATEMENTS,
            "Sluice takes one query at a time: a second statement begins at "
                + Tokens.begin(token)
                + " with "
                + SyntaxErrors.found(token),
            Tokens.begin(token));
      }
    }
    tokens.subList(end, tokens.size() - 1).clear();
  }

  private static void refuseWrites(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind == INTO) {
        throw notAQuery(
            upper(tokens.get(i - 1)).equals("INSERT") ? "INSERT" : "SELECT INTO", token);
      }
      int before = tokens.get(i - 1).kind;
      if (WRITES.contains(upper(token))
          && (before == LPAREN || before == RPAREN)
          && startsName(tokens.get(i + 1))) {
        throw notAQuery(upper(token), token);
      }
    }
  }

  /** Whether a word follows, as after a verb, rather than a sign, as after a column's name. */
  private static boolean startsName(Token token) {
    if (token.kind == FROM || token.kind == INTO) {
      return true;
    }
    return token.kind == IDENTIFIER
        || token.kind == QUOTED_IDENTIFIER
        || token.kind == BACK_QUOTED_IDENTIFIER;
  }

  private static String upper(Token token) {
    return token.image.toUpperCase(Locale.ROOT);
  }

  private static SluiceException notAQuery(String verb, Token token) {
    return new SluiceException(
        ErrorCode.NOT_A_QUERY,
        "Sluice only reads: " + verb + " is not a query (" + Tokens.begin(token) + ")",
        Tokens.begin(token));
  }
}

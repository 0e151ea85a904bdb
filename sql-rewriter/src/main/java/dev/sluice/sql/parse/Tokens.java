package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.parse.generated.SimpleCharStream;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.SluiceSqlParserTokenManager;
import dev.sluice.sql.parse.generated.Token;
import dev.sluice.sql.parse.generated.TokenMgrError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a text, read once by the generated lexer; the last is the end of the text. */
final class Tokens {
  private static final int DQID =
      Arrays.asList(SluiceSqlParserTokenManager.lexStateNames).indexOf("DQID");
  private static final Pattern LEXICAL_ERROR =
      Pattern.compile("(?s)Lexical error at line (\\d+), column (\\d+)\\..*");

  /** Characters to begin with; a longer word, or a comment before it, makes more room. */
  private static final int USUAL_FIRST_WORD = 64;

  private Tokens() {}

  static List<Token> read(String sql, QueryLimits limits) {
    SimpleCharStream characters =
        new SimpleCharStream(new StringReader(sql), 1, 1, sql.length() + 1) {
          {
            // A tab is one column, as in the text itself.
            setTabSize(1);
          }
        };
    SluiceSqlParserTokenManager lexer = new SluiceSqlParserTokenManager(characters, DQID);
    try {
      return readAll(lexer, limits);
    } catch (TokenMgrError e) {
      throw unreadable(sql, e);
    }
  }

  /** Whether the first word is one of {@code words}, which are upper case. */
  static boolean beginsWith(String sql, Set<String> words) {
    SimpleCharStream characters =
        new SimpleCharStream(new StringReader(sql), 1, 1, USUAL_FIRST_WORD);
    try {
      Token first = new SluiceSqlParserTokenManager(characters, DQID).getNextToken();
      return words.contains(first.image.toUpperCase(Locale.ROOT));
    } catch (TokenMgrError e) {
      return false;
    }
  }

  private static List<Token> readAll(SluiceSqlParserTokenManager lexer, QueryLimits limits) {
    List<Token> tokens = new ArrayList<>();
    Token token = lexer.getNextToken();
    tokens.add(token);
    while (token.kind != SluiceSqlParserConstants.EOF) {
      if (tokens.size() > limits.tokens()) {
        throw tooMany(lexer, token, limits.tokens());
      }
      token = lexer.getNextToken();
      tokens.add(token);
    }
    if (tokens.size() > 1) {
      Token last = tokens.get(tokens.size() - 2);
      token.beginLine = last.endLine;
      token.beginColumn = last.endColumn + 1;
      token.endLine = token.beginLine;
      token.endColumn = token.beginColumn;
    }
    return tokens;
  }

  /** Counts the rest too, so that the error says how many there are. */
  private static SluiceException tooMany(
      SluiceSqlParserTokenManager lexer, Token first, int limit) {
    int count = limit;
    for (Token token = first;
        token.kind != SluiceSqlParserConstants.EOF;
        token = lexer.getNextToken()) {
      count++;
    }
    return new SluiceException(
        ErrorCode.QUERY_TOO_LARGE,
        "The query has %d words and signs; the limit is %d, reached at %s%s"
            .formatted(count, limit, begin(first), QueryParser.raise("tokens")),
        begin(first));
  }

  static SqlPosition begin(Token token) {
    return new SqlPosition(token.beginLine, token.beginColumn);
  }

  /** Whether the parentheses after a token hold a word, and not only deeper ones in them. */
  static boolean holds(List<Token> tokens, int at, int word) {
    int depth = 0;
    for (int i = at + 1; i < tokens.size(); i++) {
      int kind = tokens.get(i).kind;
      depth +=
          kind == SluiceSqlParserConstants.LPAREN
              ? 1
              : kind == SluiceSqlParserConstants.RPAREN ? -1 : 0;
      if (depth == 0) {
        return false;
      } else if (depth == 1 && kind == word) {
        return true;
      }
    }
    return false;
  }

  /** A token that the user did not write, at the place of one that he did. */
  static Token like(Token token, int kind, String image) {
    Token other = Token.newToken(kind);
    other.kind = kind;
    other.image = image;
    other.beginLine = token.beginLine;
    other.beginColumn = token.beginColumn;
    other.endLine = token.endLine;
    other.endColumn = token.endColumn;
    return other;
  }

  private static SluiceException unreadable(String sql, TokenMgrError e) {
    Matcher matcher = LEXICAL_ERROR.matcher(String.valueOf(e.getMessage()));
    if (!matcher.matches()) {
      return new SluiceException(ErrorCode.SYNTAX_ERROR, "Syntax error", e);
    }
    int line = Integer.parseInt(matcher.group(1));
    int column = Integer.parseInt(matcher.group(2));
    SqlPosition where = new SqlPosition(line, column);
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error at " + where + ": found " + character(sql, where),
        where);
  }

  private static String character(String sql, SqlPosition where) {
    List<String> lines = sql.lines().toList();
    if (where.line() > lines.size() || where.column() > lines.get(where.line() - 1).length()) {
      return "a character that cannot stand here";
    }
    int c = lines.get(where.line() - 1).codePointAt(where.column() - 1);
    String code = SourceText.codePoint(c);
    return Character.isLetterOrDigit(c) || (c > ' ' && c < 127)
        ? "the character '" + Character.toString(c) + "'"
        : "the character " + code;
  }
}

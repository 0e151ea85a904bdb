package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.sql.parse.generated.SluiceSqlParserConstants;
import dev.sluice.sql.parse.generated.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Reads SHOW, DESCRIBE and EXPLAIN from their tokens. Serves one statement. */
final class CatalogStatements implements SluiceSqlParserConstants {
  static final Set<String> VERBS = Set.of("SHOW", "DESCRIBE", "DESC", "EXPLAIN");

  private final String sql;
  private final List<Token> tokens;
  private int next;

  private CatalogStatements(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  /**
   * @param tokens the last is the end of the text
   * @return empty if the text begins like something else
   */
  static Optional<CatalogStatement> read(String sql, List<Token> tokens) {
    CatalogStatements statements = new CatalogStatements(sql, tokens);
    return switch (statements.word()) {
      case "SHOW" -> Optional.of(statements.show());
      case "DESCRIBE", "DESC" -> Optional.of(statements.describe());
      case "EXPLAIN" -> Optional.of(statements.explain());
      default -> Optional.empty();
    };
  }

  private CatalogStatement show() {
    next++;
    String what = word();
    next++;
    return switch (what) {
      case "SCHEMAS", "DATABASES" -> ended(new CatalogStatement.Schemas(like()));
      case "TABLES" -> {
        SqlIdentifier database = takes("FROM") || takes("IN") ? name() : null;
        yield ended(new CatalogStatement.Tables(database, like()));
      }
      case "COLUMNS" -> {
        if (!takes("FROM") && !takes("IN")) {
          throw expected("FROM and a table");
        }
        yield ended(new CatalogStatement.Columns(name()));
      }
      case "PARTITIONS" -> {
        if (!takes("FROM")) {
          takes("IN");
        }
        yield ended(new CatalogStatement.Partitions(name()));
      }
      default -> {
        next--;
        throw expected("SCHEMAS, TABLES, COLUMNS or PARTITIONS after SHOW");
      }
    };
  }

  private CatalogStatement describe() {
    next++;
    return ended(new CatalogStatement.Columns(name()));
  }

  /** What comes before the query becomes blanks, so that its places stay what they are. */
  private CatalogStatement explain() {
    Token verb = tokens.get(next);
    Token first = tokens.get(next + 1);
    if (first.kind == EOF) {
      next++;
      throw expected("a query after EXPLAIN");
    }
    int from = SourceText.index(sql, verb.beginLine, verb.beginColumn);
    int to = SourceText.index(sql, first.beginLine, first.beginColumn);
    String blanks = sql.substring(from, to).replaceAll("[^\\r\\n]", " ");
    return new CatalogStatement.Explain(sql.substring(0, from) + blanks + sql.substring(to));
  }

  private CatalogStatement.@Nullable Like like() {
    if (!takes("LIKE")) {
      return null;
    }
    String pattern = text();
    return new CatalogStatement.Like(pattern, takes("ESCAPE") ? text() : "");
  }

  private String text() {
    Token token = tokens.get(next);
    if (token.kind != QUOTED_STRING) {
      throw expected("a text in single quotes");
    }
    next++;
    return token.image.substring(1, token.image.length() - 1).replace("''", "'");
  }

  private SqlIdentifier name() {
    List<String> names = new ArrayList<>();
    Token first = tokens.get(next);
    do {
      names.add(part());
    } while (takes("."));
    Token last = tokens.get(next - 1);
    return new SqlIdentifier(
        names, new SqlParserPos(first.beginLine, first.beginColumn, last.endLine, last.endColumn));
  }

  private String part() {
    Token token = tokens.get(next);
    String image = token.image;
    boolean isQuoted = token.kind == QUOTED_IDENTIFIER || token.kind == BACK_QUOTED_IDENTIFIER;
    boolean isWord = !image.isEmpty() && Character.isJavaIdentifierStart(image.charAt(0));
    if (token.kind == EOF || !(isQuoted || isWord)) {
      throw expected("a name");
    }
    next++;
    if (!isQuoted) {
      return image.toLowerCase(Locale.ROOT);
    }
    String quote = image.substring(0, 1);
    return image
        .substring(1, image.length() - 1)
        .replace(quote + quote, quote)
        .toLowerCase(Locale.ROOT);
  }

  private String word() {
    return tokens.get(next).image.toUpperCase(Locale.ROOT);
  }

  private boolean takes(String word) {
    boolean found = tokens.get(next).kind != EOF && word().equals(word);
    next += found ? 1 : 0;
    return found;
  }

  private <S extends CatalogStatement> S ended(S statement) {
    while (tokens.get(next).kind == SEMICOLON) {
      next++;
    }
    if (tokens.get(next).kind != EOF) {
      throw expected("the end of the statement");
    }
    return statement;
  }

  private SluiceException expected(String what) {
    Token token = tokens.get(Math.min(next, tokens.size() - 1));
    return new SluiceException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error at "
            + Tokens.begin(token)
            + ": found "
            + SyntaxErrors.found(token)
            + "; expected "
            + what,
        Tokens.begin(token));
  }
}

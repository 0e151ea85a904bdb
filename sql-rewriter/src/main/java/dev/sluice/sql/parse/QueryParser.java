package dev.sluice.sql.parse;

import dev.sluice.ErrorCode;
import dev.sluice.QueryLimits;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.sql.parse.generated.SluiceSqlParser;
import dev.sluice.sql.parse.generated.Token;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlNode;

/**
 * Reads one query. Names come out in lower case, quoted or not; columns count UTF-16 units from 1.
 * Immutable and shareable; each call returns a tree of its own.
 */
public final class QueryParser {
  private final QueryLimits limits;

  public QueryParser(QueryLimits limits) {
    this.limits = limits;
  }

  /**
   * Returns the tree of {@code sql}, just as Calcite's parser made it.
   *
   * @throws SluiceException SYNTAX_ERROR, NOT_A_QUERY, MULTIPLE_STATEMENTS or QUERY_TOO_LARGE, with
   *     the position where there is one
   */
  public SqlNode parse(String sql) {
    if (sql.length() > limits.characters()) {
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE,
          "The query has %d characters; the limit is %d%s"
              .formatted(sql.length(), limits.characters(), raise("characters")));
    }
    SourceText.check(sql);
    List<Token> tokens = Tokens.read(sql, limits);
    Statements.requireOneQuery(tokens);
    NestedJoins.parenthesize(tokens);
    int depth = Depth.check(tokens, limits);
    UnsupportedSyntax.refuse(tokens);
    SpelledNumbers.writeOut(tokens);
    Spelling.check(tokens);
    UnicodeTexts.writeOut(tokens);
    TypedTexts.writeOut(tokens);
    WordRoles.assign(tokens);
    SqlNode tree = DeepStack.call(depth, () -> parse(tokens));
    TreeCheck.check(tree, limits);
    return tree;
  }

  /**
   * A statement that is no query, and that the catalog answers: SHOW, DESCRIBE, EXPLAIN.
   *
   * @return empty for every other text, which {@link #parse} judges
   * @throws SluiceException SYNTAX_ERROR with the position
   */
  public Optional<CatalogStatement> catalogStatement(String sql) {
    if (sql.length() > limits.characters() || !Tokens.beginsWith(sql, CatalogStatements.VERBS)) {
      return Optional.empty();
    }
    SourceText.check(sql);
    return CatalogStatements.read(sql, Tokens.read(sql, limits));
  }

  /** How many levels a query's tree has: what walks it recurses as deep. */
  public static int levels(SqlNode query) {
    return TreeCheck.levels(query);
  }

  /** What every error of a limit ends with. */
  static String raise(String limit) {
    return " (to allow more, raise the setting limits." + limit + ")";
  }

  private static SqlNode parse(List<Token> tokens) {
    SluiceSqlParser parser = new SluiceSqlParser(new TokenReplay(tokens));
    parser.setQuotedCasing(Casing.TO_LOWER);
    parser.setUnquotedCasing(Casing.TO_LOWER);
    parser.setIdentifierMaxLength(Integer.MAX_VALUE);
    parser.setConformance(SluiceConformance.INSTANCE);
    try {
      return parser.SqlQueryEof();
    } catch (SluiceException e) {
      throw e;
    } catch (StackOverflowError e) {
      // The limits should not let it come to this; a caller with a small stack still gets an
      // answer.
      SqlPosition where = Tokens.begin(parser.token);
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE, "The query nests too deep at " + where, where);
    } catch (Exception | AssertionError e) {
      throw SyntaxErrors.of(e, parser.token);
    }
  }
}

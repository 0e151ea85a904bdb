package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.StandInCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/** Reads what a session sends. Not shareable between sessions. */
public final class RedshiftSql {
  private static final Pattern DECLARE =
      Pattern.compile("(?is)DECLARE\\s+(\"?\\w+\"?)\\s+CURSOR\\s+FOR\\s+(.+)");
  private static final Pattern FETCH =
      Pattern.compile(
          "(?i)FETCH\\s+(NEXT|ALL|FORWARD|FORWARD\\s+\\d+|FORWARD\\s+ALL|\\d+)\\s+"
              + "FROM\\s+\"?\\w+\"?");
  private static final Pattern CLOSE = Pattern.compile("(?i)CLOSE\\s+\"?\\w+\"?");
  private static final Pattern EXPLAIN = Pattern.compile("(?is)EXPLAIN\\s+(.+)");

  private final StandInCatalog catalog;
  private final SessionSettings session = new SessionSettings();
  private final SessionStatements statements = new SessionStatements(session);

  public RedshiftSql(StandInCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The same in PostgreSQL's words.
   *
   * @throws RefusedException of a text that Redshift would refuse, or that cannot be read
   */
  public Translation translate(String text) {
    List<String> translated = new ArrayList<>();
    Set<dev.sluice.standin.redshift.lake.ExternalTable> scanned = new LinkedHashSet<>();
    boolean nested = false;
    for (String sql : SqlScript.statements(text)) {
      Translation one = statement(sql);
      translated.add(one.sql());
      scanned.addAll(one.scanned());
      nested |= one.readsNested();
    }
    return new Translation(String.join("; ", translated), scanned, nested);
  }

  private Translation statement(String sql) {
    Optional<String> aboutTheSession =
        ShowStatements.translate(sql).or(() -> statements.translate(sql));
    if (aboutTheSession.isPresent()) {
      return Translation.of(aboutTheSession.get());
    } else if (FETCH.matcher(sql).matches() || CLOSE.matcher(sql).matches()) {
      return Translation.of(sql);
    }
    Matcher declare = DECLARE.matcher(sql);
    if (declare.matches()) {
      return query("DECLARE " + declare.group(1) + " CURSOR FOR ", declare.group(2));
    }
    Matcher explain = EXPLAIN.matcher(sql);
    return explain.matches() ? query("EXPLAIN ", explain.group(1)) : query("", sql);
  }

  private Translation query(String before, String sql) {
    Statement statement;
    try {
      statement = CCJSqlParserUtil.parse(sql, parser -> parser.withBackslashEscapeCharacter(true));
    } catch (JSQLParserException e) {
      throw RefusedException.own("42601", "not understood: " + firstLine(e));
    }
    if (!(statement instanceof Select select)) {
      throw RefusedException.own(
          "queries only, not "
              + (statement == null ? "nothing" : statement.getClass().getSimpleName()));
    }
    QueryText text = new QueryText(session, catalog);
    String translated = before + text.print(select);
    Reads reads = text.reads();
    return new Translation(translated, reads.tables(), reads.readsNested());
  }

  private static String firstLine(JSQLParserException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}

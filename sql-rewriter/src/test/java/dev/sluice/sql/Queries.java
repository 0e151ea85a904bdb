package dev.sluice.sql;

import dev.sluice.Catalog;
import dev.sluice.QueryLimits;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.parse.QueryParser;
import dev.sluice.sql.prune.Pruner;
import dev.sluice.sql.rewrite.Rewriting;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Steps of a query's path over {@link TestLake}, one call each. */
public final class Queries {
  private static final Catalog CATALOG = TestLake.catalog();

  private Queries() {}

  public static BoundQuery bind(String sql) {
    return new Binder(CATALOG, new QueryParser(QueryLimits.DEFAULT)).bind(sql);
  }

  /** {@code name type} of each result column. */
  public static List<String> columns(String sql) {
    return bind(sql).columns().stream().map(column -> column.name() + " " + column.type()).toList();
  }

  /** The type of each expression, selected from {@code web.events}. */
  public static List<String> types(String expressions) {
    return bind("SELECT " + expressions + " FROM web.events").columns().stream()
        .map(ResultColumn::type)
        .map(Object::toString)
        .toList();
  }

  public static SluiceException error(String sql) {
    return Assertions.catchThrowableOfType(SluiceException.class, () -> bind(sql));
  }

  /** The text in an engine that takes everything as it is. */
  public static String canonical(String sql) {
    return rewritten(sql, TestDialect.plain("plain")).query().sql().replaceAll("\\s+", " ");
  }

  public static Rewriting rewritten(String sql, Dialect dialect) {
    BoundQuery bound = bind(sql);
    return Rewriting.of(
        bound,
        Pruner.prune(bound),
        Set.of("web", "ads"),
        dialect,
        table -> dialect.tableName(table.name(), SluiceConfiguration.builder().build()));
  }

  /** The text in {@code dialect}, on one line. */
  public static String text(String sql, Dialect dialect) {
    return rewritten(sql, dialect).query().sql().replaceAll("\\s+", " ");
  }
}

package dev.sluice.sql.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.CatalogTables;
import dev.sluice.sql.parse.DeepStack;
import dev.sluice.sql.parse.QueryParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Queries as they are bound, kept for when they are planned again: a tool's refresh, a prepared
 * query that is executed anew. Binding is a function of the text, the values and the tables that
 * the text names, so what is kept holds for as long as the catalog shows these very tables. Safe
 * for use by several threads.
 */
final class BoundQueries {
  /** In characters of text; a tree takes some hundred bytes for each. */
  private static final int MOST = 200_000;

  private static final Duration UNUSED = Duration.ofMinutes(10);

  private static final Set<Class<?>> VALUES =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          String.class);

  private final QueryParser parser;
  private final Binder binder;
  private final Cache<Key, Known> known =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .expireAfterAccess(UNUSED)
          .maximumWeight(MOST)
          .weigher((Key key, Known value) -> 1 + key.sql().length())
          .build();

  private record Key(String sql, List<? extends @Nullable Object> values) {}

  private record Known(BoundQuery bound, int levels, CatalogTables tables) {}

  BoundQueries(QueryParser parser, Binder binder) {
    this.parser = parser;
    this.binder = binder;
  }

  /**
   * A query that is bound.
   *
   * @param levels how deep its tree is: what walks it recurses as deep
   * @param tables which it was bound over
   */
  record Bound(BoundQuery query, int levels, CatalogTables tables) {}

  Bound bind(String sql, List<? extends @Nullable Object> values) {
    if (!values.stream().allMatch(BoundQueries::staysAsItIs)) {
      return of(bindAnew(sql, values));
    }
    Key key = new Key(sql, Collections.unmodifiableList(new ArrayList<>(values)));
    Known kept = known.getIfPresent(key);
    if (kept == null || !kept.tables().areCurrent()) {
      kept = bindAnew(sql, values);
      known.put(key, kept);
    }
    return of(kept);
  }

  private static Bound of(Known known) {
    return new Bound(known.bound(), known.levels(), known.tables());
  }

  private Known bindAnew(String sql, List<? extends @Nullable Object> values) {
    SqlNode query = parser.parse(sql);
    int levels = QueryParser.levels(query);
    CatalogTables tables = binder.tables(query);
    BoundQuery bound = DeepStack.call(levels, () -> binder.bind(query, tables, values));
    return new Known(bound, levels, tables);
  }

  /** Whoever gave an array or an old date may change it later. */
  private static boolean staysAsItIs(@Nullable Object value) {
    return value == null || value instanceof Temporal || VALUES.contains(value.getClass());
  }
}

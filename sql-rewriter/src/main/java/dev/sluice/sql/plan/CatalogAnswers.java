package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Decision;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.NearestName;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.Positions;
import dev.sluice.sql.parse.CatalogStatement;
import dev.sluice.sql.prune.LikePattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.sql.SqlIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Answers SHOW, DESCRIBE and EXPLAIN. Columns are called what Trino calls them (Trino
 * documentation, "SHOW TABLES", "SHOW COLUMNS", release 435), partitions are written as Athena's
 * SHOW PARTITIONS writes them: {@code key=value/key=value}.
 */
final class CatalogAnswers {
  private static final DataType TEXTS = new DataType.Array(Primitive.STRING);

  private final Catalog catalog;
  private final Binder binder;
  private final Function<String, Plan> planner;

  /**
   * @param planner plans the query of an EXPLAIN
   */
  CatalogAnswers(Catalog catalog, Binder binder, Function<String, Plan> planner) {
    this.catalog = catalog;
    this.binder = binder;
    this.planner = planner;
  }

  Plan plan(String sql, CatalogStatement statement) {
    if (statement instanceof CatalogStatement.Schemas schemas) {
      return answer(sql, texts("Schema"), rows(matching(catalog.databases(), schemas.like())));
    } else if (statement instanceof CatalogStatement.Tables tables) {
      return tables(sql, tables);
    } else if (statement instanceof CatalogStatement.Columns columns) {
      return columns(sql, binder.table(columns.table()));
    } else if (statement instanceof CatalogStatement.Partitions partitions) {
      return partitions(sql, partitions.table());
    }
    return explanation(sql, planner.apply(((CatalogStatement.Explain) statement).query()));
  }

  private static Plan answer(
      String sql, List<ResultColumn> columns, List<List<@Nullable Object>> rows) {
    return answer(sql, columns, rows, List.of());
  }

  private static Plan answer(
      String sql,
      List<ResultColumn> columns,
      List<List<@Nullable Object>> rows,
      List<String> notes) {
    return AnsweredPlan.BY_CATALOG.of(sql, columns, rows, notes, List.of());
  }

  private static List<ResultColumn> texts(String... names) {
    return Arrays.stream(names).map(name -> new ResultColumn(name, Primitive.STRING)).toList();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static List<List<@Nullable Object>> rows(List<String> texts) {
    return texts.stream().map(text -> row(text)).toList();
  }

  private static List<String> matching(List<String> names, CatalogStatement.@Nullable Like like) {
    if (like == null) {
      return names;
    }
    LikePattern pattern =
        LikePattern.of(like.pattern(), like.escape())
            .orElseThrow(
                () ->
                    new SluiceException(
                        ErrorCode.INVALID_QUERY,
                        "The pattern '"
                            + like.pattern()
                            + "' of LIKE is wrong: ESCAPE takes one"
                            + " character, which stands before %, _ or itself"));
    return names.stream().filter(pattern::matches).toList();
  }

  private Plan tables(String sql, CatalogStatement.Tables statement) {
    SqlIdentifier database = statement.database();
    if (database != null) {
      List<String> names = tables(require(database));
      return answer(sql, texts("Table"), rows(matching(names, statement.like())));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String schema : catalog.databases()) {
      matching(tables(schema), statement.like()).forEach(table -> rows.add(row(schema, table)));
    }
    return answer(sql, texts("Schema", "Table"), rows);
  }

  private List<String> tables(String database) {
    return catalog.tables(database).stream().map(table -> table.name().table()).toList();
  }

  private String require(SqlIdentifier database) {
    String name = String.join(".", database.names);
    List<String> databases = catalog.databases();
    if (!databases.contains(name)) {
      throw new SluiceException(
          ErrorCode.TABLE_NOT_FOUND,
          "Schema "
              + name
              + " not found at "
              + Positions.of(database)
              + NearestName.question(name, databases),
          Positions.of(database));
    }
    return name;
  }

  private static Plan columns(String sql, Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Column column : table.allColumns()) {
      boolean isKey = table.partitionKeys().contains(column);
      rows.add(
          row(
              column.name(),
              column.type().toString(),
              isKey ? "partition key" : "",
              column.comment() == null ? "" : column.comment()));
    }
    return answer(sql, texts("Column", "Type", "Extra", "Comment"), rows);
  }

  private Plan partitions(String sql, SqlIdentifier name) {
    Table table = binder.table(name);
    if (!table.isPartitioned()) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          "Table " + table.name() + " at " + Positions.of(name) + " has no partitions",
          Positions.of(name));
    }
    List<String> paths =
        catalog.partitionValues(table).stream().map(values -> path(table, values)).toList();
    return answer(sql, texts("partition"), rows(paths));
  }

  private static String path(Table table, List<String> values) {
    List<String> parts = new ArrayList<>();
    for (Column key : table.partitionKeys()) {
      parts.add(key.name() + "=" + values.get(parts.size()));
    }
    return String.join("/", parts);
  }

  private static Plan explanation(String sql, Plan plan) {
    List<ResultColumn> columns = new ArrayList<>(texts("Engine", "Verdict", "Query"));
    columns.add(new ResultColumn("Rules", TEXTS));
    columns.add(new ResultColumn("Caveats", TEXTS));
    columns.add(new ResultColumn("Reasons", TEXTS));
    columns.add(new ResultColumn("Chosen", Primitive.BOOLEAN));
    columns.addAll(texts("Holds until"));
    Instant holdsUntil = plan.holdsUntil();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Candidate candidate : plan.decision().candidates()) {
      NativeQuery query = candidate.query();
      rows.add(
          row(
              candidate.engine().value(),
              candidate.verdict().name().toLowerCase(Locale.ROOT),
              query == null ? null : query.sql(),
              candidate.rules(),
              candidate.caveats().stream().map(Reason::text).toList(),
              candidate.reasons().stream().map(Reason::text).toList(),
              candidate.engine().equals(plan.decision().engine()),
              holdsUntil == null ? null : holdsUntil.toString()));
    }
    if (rows.isEmpty()) {
      // No engine was weighed, since none is asked.
      Decision decision = plan.decision();
      List<String> why = List.of(decision.explanation());
      rows.add(
          row(
              String.valueOf(decision.answeredBy()),
              "native",
              null,
              List.of(),
              List.of(),
              why,
              true,
              null));
    }
    return answer(sql, columns, rows, plan.notes());
  }
}

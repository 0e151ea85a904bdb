package dev.sluice.sql.plan;

import dev.sluice.Candidate;
import dev.sluice.Catalog;
import dev.sluice.Decision;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.ErrorCode;
import dev.sluice.FileSchemas;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Planner;
import dev.sluice.QueryShape;
import dev.sluice.RunListener;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import dev.sluice.Table;
import dev.sluice.TableScan;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.information.InformationQuery;
import dev.sluice.sql.parse.CatalogStatement;
import dev.sluice.sql.parse.DeepStack;
import dev.sluice.sql.parse.QueryParser;
import dev.sluice.sql.prune.KeySourceProblems;
import dev.sluice.sql.prune.Pruner;
import dev.sluice.sql.prune.Pruning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.calcite.runtime.CalciteContextException;
import org.jspecify.annotations.Nullable;

/** Plans queries; each step is a pure function of what the one before gave. */
final class QueryPlanner implements Planner {
  private final Catalog catalog;
  private final FileSchemas files;
  private final KnownDrift knownDrift = new KnownDrift();
  private final QueryParser parser;
  private final Binder binder;
  private final BoundQueries queries;
  private final Candidates candidates;
  private final Visibility visibility;
  private final Policy policy;
  private final Collection<Dialect> dialects;
  private final SluiceConfiguration configuration;
  private final FilteredTables filteredTables;
  private final List<String> notes;

  QueryPlanner(
      Catalog catalog,
      FileSchemas files,
      SluiceConfiguration configuration,
      CapabilityMatrix matrix,
      Collection<Dialect> dialects,
      Map<EngineName, EngineView> available) {
    this.catalog = catalog;
    this.files = files;
    this.configuration = configuration;
    this.filteredTables = new FilteredTables(catalog, configuration.requirePartitionFilter());
    this.dialects = List.copyOf(dialects);
    this.parser = new QueryParser(configuration.limits());
    this.binder = new Binder(catalog, parser, matrix.functions());
    this.queries = new BoundQueries(parser, binder);
    Map<EngineName, Dialect> byEngine = new TreeMap<>();
    dialects.forEach(dialect -> byEngine.put(dialect.engine(), dialect));
    this.visibility = new Visibility(available, configuration);
    this.candidates = new Candidates(matrix, byEngine, visibility);
    this.policy = new Policy(byEngine, available.keySet());
    this.notes =
        Stream.concat(matrix.changes().stream(), matrix.functions().stream())
            .map(change -> "Matrix: " + change)
            .toList();
  }

  @Override
  public Plan plan(String sql, List<? extends @Nullable Object> parameters, PlanOptions options) {
    return plan(sql, parameters, options, RunListener.NONE);
  }

  @Override
  public Plan plan(
      String sql,
      List<? extends @Nullable Object> parameters,
      PlanOptions options,
      RunListener listener) {
    return told(
        () -> {
          Optional<CatalogStatement> statement = parser.catalogStatement(sql);
          return statement.isPresent()
              ? new CatalogAnswers(
                      catalog, binder, query -> steps(query, parameters, options, listener))
                  .plan(sql, statement.get())
              : steps(sql, parameters, options, listener);
        });
  }

  @Override
  public QueryShape describe(String sql) {
    return told(
        () -> {
          if (parser.catalogStatement(sql).isPresent()) {
            return Planner.super.describe(sql);
          }
          BoundQuery bound = queries.bind(sql, List.of()).query();
          InformationQuery.is(bound);
          return new QueryShape(bound.columns(), bound.parameters());
        });
  }

  /** What a step gives, its failures in Sluice's words. */
  private static <T> T told(Supplier<T> step) {
    try {
      return step.get();
    } catch (SluiceException e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new SluiceException(
          ErrorCode.QUERY_TOO_LARGE,
          "The query is nested too deeply, or joins too many conditions in one chain;"
              + " IN lists and several WITH queries take more",
          e);
    } catch (RuntimeException | AssertionError e) {
      throw defect(e);
    }
  }

  private static SluiceException defect(Throwable e) {
    SqlPosition place =
        e instanceof CalciteContextException at && at.getPosLine() > 0
            ? new SqlPosition(at.getPosLine(), at.getPosColumn())
            : null;
    String where = place == null ? "" : " at " + place;
    return new SluiceException(
        ErrorCode.INTERNAL,
        "Sluice failed to plan this query" + where + ", which is a defect of Sluice: " + e,
        place,
        null,
        e);
  }

  /** What recurses over the query is pure; the catalog is asked on the caller's own thread. */
  private Plan steps(
      String sql,
      List<? extends @Nullable Object> parameters,
      PlanOptions options,
      RunListener listener) {
    BoundQueries.Bound known = queries.bind(sql, parameters);
    BoundQuery bound = known.query();
    int levels = known.levels();
    if (InformationQuery.is(bound)) {
      return AnsweredPlan.BY_CATALOG.of(
          sql,
          bound.columns(),
          DeepStack.call(
              levels, () -> InformationQuery.answer(parser.parse(sql), bound, parameters, catalog)),
          List.of(),
          bound.parameters());
    }
    if (options.answerAlone()) {
      Optional<AnswersAlone.Answer> answer = DeepStack.call(levels, () -> AnswersAlone.of(bound));
      if (answer.isPresent()) {
        return AnsweredPlan.alone(answer.get().why())
            .of(sql, bound.columns(), answer.get().rows(), List.of(), bound.parameters());
      }
    }
    Instant now = configuration.clock().instant();
    Pruning pruning = DeepStack.call(levels, () -> Pruner.prune(bound, now));
    FilesOfScans looked =
        new FilesOfScans(
            options.inspectFiles() ? files : null, configuration.fileInspection(), listener);
    Scans read = new Scans(catalog, looked, knownDrift, bound, pruning, levels, now);
    List<TableScan> scans = read.all();
    PartitionFilters.require(bound, scans, options, filteredTables.known());
    Reading named = new Reading(bound, pruning, scans, read.drift(), List.of());
    ConvertedTables converted =
        new ConvertedTables(catalog, binder, known, parameters, read, named, now);
    Weighing weighing = new Weighing(candidates, policy, schemaNames(), options, levels);
    List<Candidate> weighed = weighing.weigh(named, converted);
    Decision decision = policy.decide(weighed, options, new NearestQuery(scans));
    List<String> said = new ArrayList<>(notes);
    scans.forEach(scan -> said.addAll(KeySourceProblems.of(scan.table())));
    scans.forEach(scan -> age(scan.table(), now).ifPresent(said::add));
    said.addAll(converted.notes());
    return new Plan(
        sql,
        weighing.hint().map(decision::and).orElse(decision),
        scans,
        bound.columns(),
        said,
        bound.parameters(),
        null,
        read.holdUntil());
  }

  /** How old what the catalog says of a table is, where it is not asked each time. */
  private Optional<String> age(Table table, Instant now) {
    return catalog
        .readAt(table)
        .map(read -> Math.max(0, Duration.between(read, now).toSeconds()))
        .map(seconds -> "The catalog's entry of " + table + " was read " + seconds + " s ago");
  }

  /** Every name that a schema has, here or in an engine: no alias may be one of them. */
  private Set<String> schemaNames() {
    List<String> databases = catalog.databases();
    Set<String> names = new TreeSet<>(databases);
    dialects.forEach(dialect -> names.addAll(visibility.schemas(dialect, databases)));
    return names;
  }
}

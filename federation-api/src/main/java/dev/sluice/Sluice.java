package dev.sluice;

import dev.sluice.spi.CatalogProvider;
import dev.sluice.spi.Conversions;
import dev.sluice.spi.ConversionsProvider;
import dev.sluice.spi.EngineProvider;
import dev.sluice.spi.FileSchemasProvider;
import dev.sluice.spi.PlannerProvider;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The entry: one SQL over the tables of a catalog, sent to the engine that can answer it.
 *
 * <pre>{@code
 * try (Sluice sluice = Sluice.open(Path.of("lake"));
 *     Rows rows = sluice.query("SELECT count(*) FROM web.clicks")) {
 *   while (rows.next()) {
 *     System.out.println(rows.value(0));
 *   }
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Closing it closes the engines it started.
 */
public final class Sluice implements AutoCloseable {
  private final Catalog catalog;

  /** What was opened here, and is closed here: a catalog that was handed in is its owner's. */
  private final boolean ownsCatalog;

  private final Planner planner;
  private final FileSchemas files;
  private final Map<EngineName, Engine> engines;
  private final SluiceConfiguration configuration;
  private final @Nullable Conversions conversions;
  private volatile boolean closed;

  private Sluice(
      Catalog catalog,
      boolean ownsCatalog,
      Planner planner,
      FileSchemas files,
      Map<EngineName, Engine> engines,
      SluiceConfiguration configuration) {
    this.catalog = catalog;
    this.ownsCatalog = ownsCatalog;
    this.planner = planner;
    this.files = files;
    this.engines = engines;
    this.configuration = configuration;
    this.conversions =
        ServiceLoader.load(ConversionsProvider.class)
            .findFirst()
            .map(provider -> provider.open(this))
            .orElse(null);
  }

  /** Opens a lake folder with everything else as it comes. */
  public static Sluice open(Path lake) {
    return open(SluiceConfiguration.builder().lake(lake).build());
  }

  public static Sluice open(SluiceConfiguration configuration) {
    return builder().configuration(configuration).open();
  }

  public static Builder builder() {
    return new Builder();
  }

  public Catalog catalog() {
    return catalog;
  }

  /** What the files of the lake say of their columns. */
  public FileSchemas files() {
    return files;
  }

  /** What an engine sees; one that is not set up sees what its dialect says. */
  public EngineView view(EngineName engine) {
    Engine known = engines.get(engine);
    return known == null ? EngineView.OF_CATALOG : known.view();
  }

  /** What converts files; empty where no engine that does so is set up. */
  public Optional<Converter> converter() {
    return engines.values().stream().flatMap(engine -> engine.converter().stream()).findFirst();
  }

  /** The policy of plans that are given none. */
  public PlanOptions policy() {
    return configuration.policy();
  }

  /**
   * The policy of queries that are given none: as {@link #policy()}, their files are looked into
   * unless the configuration says otherwise, and what needs no engine is answered without one.
   */
  public PlanOptions policyOfQueries() {
    boolean inspect = policy().inspectFiles() || configuration.fileInspection().ofQueries();
    return policy().withInspectFiles(inspect).withAnswerAlone(true);
  }

  /** Plans under the configured policy; needs no engine and no credentials. */
  public Plan plan(String sql) {
    return plan(sql, configuration.policy());
  }

  public Plan plan(String sql, PlanOptions options) {
    return plan(sql, List.of(), options);
  }

  /** Plans with a value for each {@code ?}, under the configured policy. */
  public Plan plan(String sql, List<? extends @Nullable Object> parameters) {
    return plan(sql, parameters, configuration.policy());
  }

  /**
   * Plans with a value for each {@code ?} of the query, in the order of the text. The values become
   * literals before anything else is decided, so that they select partitions as if they had been
   * written. The place of a parameter says its type; {@link Plan#parameters()} tells it.
   *
   * @param parameters {@code null}, Boolean, the whole and floating numbers, BigInteger,
   *     BigDecimal, String, {@code byte[]}, LocalDate, LocalDateTime, OffsetDateTime,
   *     ZonedDateTime, Instant, and JDBC's Date and Timestamp; or an empty list, which plans
   *     without values: such a plan tells the types and cannot be run
   * @throws SluiceException with {@link ErrorCode#PARAMETER_INVALID} when there are more or fewer
   *     values than parameters, or one is not of its parameter's type; with {@link
   *     ErrorCode#TYPE_MISMATCH} when the type of one cannot be told
   */
  public Plan plan(String sql, List<? extends @Nullable Object> parameters, PlanOptions options) {
    return plan(sql, parameters, options, RunListener.NONE);
  }

  /**
   * The same, telling how far the look into files is.
   *
   * @throws SluiceException with {@link ErrorCode#CANCELLED} too, when the calling thread is
   *     interrupted while files are looked into
   */
  public Plan plan(
      String sql,
      List<? extends @Nullable Object> parameters,
      PlanOptions options,
      RunListener listener) {
    requireOpen(null);
    try {
      return planner.plan(sql, parameters, options, listener);
    } catch (RuntimeException e) {
      // What another thread closes meanwhile fails in many ways.
      requireOpen(e);
      throw e;
    }
  }

  /**
   * What a query returns and takes, told without planning it: partitions and files are not looked
   * at.
   */
  public QueryShape describe(String sql) {
    requireOpen(null);
    try {
      return planner.describe(sql);
    } catch (RuntimeException e) {
      requireOpen(e);
      throw e;
    }
  }

  private void requireOpen(@Nullable RuntimeException failure) {
    if (closed) {
      throw new IllegalStateException("This Sluice is closed", failure);
    }
  }

  /** Plans and runs under the configured policy, with a value for each {@code ?} of the query. */
  public Rows query(String sql, @Nullable Object... parameters) {
    return run(plan(sql, Arrays.asList(parameters), policyOfQueries()), RunListener.NONE);
  }

  /**
   * Runs what was planned.
   *
   * @throws SluiceException with {@link ErrorCode#NO_ENGINE} or {@link
   *     ErrorCode#ENGINE_NOT_CONFIGURED}, naming each engine with its reasons; with {@link
   *     ErrorCode#PARAMETER_INVALID} for a plan without the values of its parameters; with {@link
   *     ErrorCode#PLAN_OUTDATED} after {@link Plan#holdsUntil()}; where the plan is to convert
   *     first, with {@link ErrorCode#CONVERSION_TOO_LARGE}
   */
  public Rows run(Plan plan, RunListener listener) {
    return run(plan, RunOptions.DEFAULT.withListener(listener));
  }

  /** The same, with a tag to find the query by among the engine's. */
  public Rows run(Plan plan, RunOptions options) {
    requireOpen(null);
    requireValues(plan);
    List<List<@Nullable Object>> answer = plan.answer();
    if (answer != null) {
      return new AnswerRows(plan.columns(), answer);
    }
    EngineName name = plan.decision().answeredBy();
    if (name == null) {
      throw refusal(plan);
    } else if (!engines.containsKey(name)) {
      throw new SluiceException(
          ErrorCode.ENGINE_NOT_CONFIGURED,
          "The plan names " + name + ", which this Sluice has no client for",
          null,
          plan,
          null);
    }
    requireCurrent(plan);
    boolean ofTwins =
        plan.decision().candidate(name).filter(one -> !one.twins().isEmpty()).isPresent();
    return ofTwins ? runOfTwins(plan, options) : ask(name, plan, options);
  }

  /** The first candidate whose tables hold what was planned. */
  private Rows runOfTwins(Plan plan, RunOptions options) {
    RunnableCandidate runnable =
        new RunnableCandidate(
            catalog,
            conversions,
            engines.keySet(),
            configuration.convertAtMost(),
            options.listener());
    Plan found =
        runnable
            .of(plan)
            .orElseThrow(
                () ->
                    new SluiceException(
                        ErrorCode.NO_ENGINE,
                        "No engine can answer this query now: "
                            + String.join("; ", runnable.passedOver())
                            + ". Run ./sluice convert for it, or plan the query anew",
                        null,
                        plan,
                        null));
    EngineName name = found.decision().candidates().get(0).engine();
    Rows rows = ask(name, found, options);
    List<String> passedOver = runnable.passedOver();
    return passedOver.isEmpty() ? rows : new WarnedRows(rows, passedOver);
  }

  private Rows ask(EngineName name, Plan plan, RunOptions options) {
    Rows rows = Objects.requireNonNull(engines.get(name)).run(plan, options);
    return plan.decision()
        .candidate(name)
        .map(Candidate::query)
        .map(query -> whole(rows, query, plan.columns()))
        .orElse(rows);
  }

  /** Rows in which each nested value is one again, however the engine had to give it back. */
  private static Rows whole(Rows rows, NativeQuery query, List<ResultColumn> columns) {
    Rows put =
        query.structsByField().isEmpty()
            ? rows
            : new StructRows(rows, columns, query.structsByField());
    return query.serializedColumns().isEmpty()
        ? put
        : new SerializedRows(put, query.serializedColumns());
  }

  private static void requireValues(Plan plan) {
    List<Parameter> missing =
        plan.parameters().stream().filter(parameter -> !parameter.given()).toList();
    if (!missing.isEmpty()) {
      String types =
          missing.stream().map(one -> one.type().toString()).collect(Collectors.joining(", "));
      throw new SluiceException(
          ErrorCode.PARAMETER_INVALID,
          "The query takes a value for each ? and none was given; their types are " + types,
          missing.get(0).position(),
          plan,
          null);
    }
  }

  private void requireCurrent(Plan plan) {
    Instant holdsUntil = plan.holdsUntil();
    if (holdsUntil != null && configuration.clock().instant().isAfter(holdsUntil)) {
      throw new SluiceException(
          ErrorCode.PLAN_OUTDATED,
          "The plan selected partitions by the clock and held until "
              + holdsUntil
              + "; plan the query anew",
          null,
          plan,
          null);
    }
  }

  /**
   * Tries each part that is set up: the catalog, and each engine by what only it knows of and by a
   * query for one row. Starts engines, and costs what such a query costs.
   *
   * @param results gets each result as it comes, on the calling thread
   * @throws SluiceException with {@link ErrorCode#CANCELLED} when the calling thread is interrupted
   */
  public void check(Consumer<CheckResult> results, RunListener listener) {
    requireOpen(null);
    Catalog shared = catalog instanceof CatalogAndOwnTables both ? both.shared() : catalog;
    new SetupCheck(this, shared, engines, results, listener).run();
  }

  private static SluiceException refusal(Plan plan) {
    ErrorCode code =
        plan.decision().engine() == null ? ErrorCode.NO_ENGINE : ErrorCode.ENGINE_NOT_CONFIGURED;
    StringBuilder message = new StringBuilder(plan.decision().explanation());
    SqlPosition position = null;
    for (Candidate candidate : plan.decision().candidates()) {
      for (Reason reason : candidate.reasons()) {
        if (candidate.isRefused()) {
          message.append("\n  ").append(candidate).append(": ").append(reason.text());
          if (reason.position() != null) {
            message.append(" (").append(reason.position()).append(")");
            position = position == null ? reason.position() : position;
          }
        }
      }
    }
    return new SluiceException(code, message.toString(), position, plan, null);
  }

  /** Stops what runs. Whoever asks afterwards is told by an {@link IllegalStateException}. */
  @Override
  public void close() {
    closed = true;
    engines.values().forEach(Engine::close);
    files.close();
    if (ownsCatalog) {
      catalog.close();
    }
  }

  /** Not shareable between threads. What is not handed in is found by {@link ServiceLoader}. */
  public static final class Builder {
    private SluiceConfiguration configuration = SluiceConfiguration.builder().build();
    private @Nullable Catalog catalog;
    private @Nullable Planner planner;
    private @Nullable FileSchemas files;
    private final List<Engine> engines = new ArrayList<>();

    private Builder() {}

    public Builder configuration(SluiceConfiguration newConfiguration) {
      configuration = newConfiguration;
      return this;
    }

    /** Looks tables up in {@code newCatalog}, which its owner closes. */
    public Builder catalog(Catalog newCatalog) {
      catalog = newCatalog;
      return this;
    }

    /** Plans with {@code newPlanner}, which must know the catalog and the engines by itself. */
    public Builder planner(Planner newPlanner) {
      planner = newPlanner;
      return this;
    }

    /** Looks into files by {@code newFiles}, which is closed with the rest. */
    public Builder files(FileSchemas newFiles) {
      files = newFiles;
      return this;
    }

    /** Adds an engine; it takes the place of a configured one of the same name. */
    public Builder engine(Engine engine) {
      engines.add(engine);
      return this;
    }

    /**
     * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} for settings that are
     *     unknown or make no sense, and when what is needed is not on the class path or cannot be
     *     loaded
     */
    public Sluice open() {
      try {
        return assemble();
      } catch (ServiceConfigurationError | LinkageError e) {
        throw new SluiceException(
            ErrorCode.CONFIGURATION_INVALID,
            "A module on the class path cannot be loaded: " + e,
            e);
      }
    }

    private Sluice assemble() {
      Map<EngineName, Engine> openEngines = findEngines();
      Map<EngineName, EngineView> views = new TreeMap<>();
      openEngines.forEach((name, engine) -> views.put(name, engine.view()));
      Catalog openCatalog = withOwnTables(catalog != null ? catalog : findCatalog(), views);
      FileSchemas openFiles = files != null ? files : findFileSchemas();
      Planner openPlanner = planner != null ? planner : findPlanner(openCatalog, openFiles, views);
      return new Sluice(
          openCatalog, catalog == null, openPlanner, openFiles, openEngines, configuration);
    }

    private static Catalog withOwnTables(Catalog found, Map<EngineName, EngineView> views) {
      boolean isWhole = views.values().stream().allMatch(EngineView.OF_CATALOG::equals);
      return isWhole ? found : new CatalogAndOwnTables(found, views.values());
    }

    private FileSchemas findFileSchemas() {
      return ServiceLoader.load(FileSchemasProvider.class)
          .findFirst()
          .map(provider -> provider.open(configuration))
          .orElseGet(FileSchemas::none);
    }

    private Planner findPlanner(
        Catalog openCatalog, FileSchemas openFiles, Map<EngineName, EngineView> available) {
      return ServiceLoader.load(PlannerProvider.class)
          .findFirst()
          .orElseThrow(() -> missing("planner", "dev.sluice:sql-rewriter"))
          .create(openCatalog, openFiles, configuration, available);
    }

    private Catalog findCatalog() {
      for (CatalogProvider provider : ServiceLoader.load(CatalogProvider.class)) {
        Optional<Catalog> found = provider.open(configuration);
        if (found.isPresent()) {
          return found.get();
        }
      }
      throw missing("catalog", "dev.sluice:catalog-glue (and name a lake folder, or glue)");
    }

    private Map<EngineName, Engine> findEngines() {
      Map<EngineName, Engine> found = new LinkedHashMap<>();
      engines.forEach(engine -> found.put(engine.name(), engine));
      for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
        if (!found.containsKey(provider.name())) {
          provider.open(configuration).ifPresent(engine -> found.put(engine.name(), engine));
        }
      }
      return Map.copyOf(found);
    }

    private static SluiceException missing(String what, String cure) {
      return new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "No " + what + " was given or found: add " + cure + " to the class path");
    }
  }
}

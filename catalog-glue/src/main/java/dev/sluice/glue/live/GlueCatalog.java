package dev.sluice.glue.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sluice.Catalog;
import dev.sluice.CheckResult;
import dev.sluice.EditableCatalog;
import dev.sluice.KeyRanges;
import dev.sluice.Partitions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.aws.AwsAccess;
import dev.sluice.aws.AwsService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The live Glue Data Catalog, as one caller sees it. What it said is believed for the configured
 * time and renewed behind the scenes while it is in use; the partitions of a table are forgotten
 * when the table's entry changes.
 *
 * <p>Safe for use by several threads. Closing it ends its connections.
 */
public final class GlueCatalog implements Catalog {
  private static final int LISTINGS = 200;
  private static final int TABLES = 10_000;

  private final GlueSettings settings;
  private final Clock clock;
  private final AwsAccess access;
  private final ExecutorService threads;
  private final GlueCalls calls;
  private final GlueReader reader;
  private final GlueWrites writes;
  private final LoadingCache<String, Dated<List<String>>> databases;
  private final LoadingCache<String, Dated<List<GlueTable>>> listings;
  private final LoadingCache<TableName, Dated<Optional<GlueTable>>> tables;
  private final LoadingCache<Wanted, Dated<Partitions>> partitions;

  /**
   * The tables as last read: one whose entry has not changed since stays what it was, for plans
   * know it by its identity.
   */
  private final Cache<TableName, GlueTable> known =
      Caffeine.newBuilder().maximumSize(TABLES).build();

  /** Of what was handed out, for as long as somebody has it: whose partitions are asked for. */
  private final Cache<Table, GlueTable.Source> sources = Caffeine.newBuilder().weakKeys().build();

  /** What was said, and when. */
  private record Dated<T>(T said, Instant when) {}

  /** The partitions of a table within some ranges. */
  private record Wanted(Table table, GlueTable.Source source, List<String> expressions) {}

  private GlueCatalog(SluiceConfiguration configuration, AwsAccess access) {
    this.settings = GlueSettings.of(configuration);
    this.clock = configuration.clock();
    this.access = access;
    this.threads = Executors.newCachedThreadPool(GlueCatalog::daemon);
    GlueClient client =
        access.client(GlueClient.builder().addPlugin(UnknownMembers.plugin()), AwsService.GLUE);
    this.calls = new GlueCalls(client, settings.catalogId(), threads);
    this.reader = new GlueReader(calls, access.region().id());
    this.writes = new GlueWrites(client, calls);
    this.databases = cache(1, unused -> reader.databases());
    this.listings =
        cache(LISTINGS, database -> reader.tables(database).stream().map(this::asKnown).toList());
    this.tables = cache(TABLES, name -> reader.table(name).map(this::asKnown));
    this.partitions =
        this.<Wanted, Dated<Partitions>>timed()
            .maximumWeight(settings.cachedPartitions())
            .weigher((Wanted wanted, Dated<Partitions> dated) -> weight(dated.said()))
            .build(
                loader(
                    wanted ->
                        reader.partitions(wanted.table(), wanted.source(), wanted.expressions())));
  }

  /**
   * Opens the catalog. Asks nothing yet.
   *
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID}
   */
  public static GlueCatalog open(SluiceConfiguration configuration) {
    AwsAccess access = AwsAccess.of(configuration);
    try {
      return new GlueCatalog(configuration, access);
    } catch (RuntimeException e) {
      access.close();
      throw e;
    }
  }

  @Override
  public List<String> databases() {
    return settings.databases().orElseGet(() -> databases.get("").said());
  }

  @Override
  public List<Table> tables(String database) {
    String name = database.toLowerCase(Locale.ROOT);
    return isShown(name)
        ? listings.get(name).said().stream().map(this::handOut).toList()
        : List.of();
  }

  @Override
  public Optional<Table> table(TableName name) {
    return isShown(name.database()) ? tables.get(name).said().map(this::handOut) : Optional.empty();
  }

  private boolean isShown(String database) {
    return settings.databases().map(shown -> shown.contains(database)).orElse(true);
  }

  private Table handOut(GlueTable table) {
    sources.put(table.table(), table.source());
    return table.table();
  }

  private GlueTable asKnown(GlueTable read) {
    return known
        .asMap()
        .merge(read.table().name(), read, (old, fresh) -> old.isMadeOf(fresh) ? old : fresh);
  }

  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    if (!table.isPartitioned()) {
      return table
          .problem()
          .<Partitions>map(Partitions.Unknown::new)
          .orElseGet(() -> new Partitions.Known(OptionalLong.of(0), List.of()));
    }
    GlueTable.Source source = source(table);
    List<String> expressions = PartitionExpressions.of(table, ranges);
    return expressions.isEmpty()
        ? new Partitions.Known(OptionalLong.empty(), List.of())
        : partitions.get(new Wanted(table, source, expressions)).said();
  }

  private GlueTable.Source source(Table table) {
    GlueTable.Source source = sources.getIfPresent(table);
    if (source == null) {
      throw new IllegalArgumentException(table + " is not of this catalog");
    }
    return source;
  }

  /** Asked each time: who lists partitions looks for those that just came. */
  @Override
  public List<List<String>> partitionValues(Table table) {
    return table.isPartitioned()
        ? reader.partitionValues(table, source(table))
        : Catalog.super.partitionValues(table);
  }

  /** Nothing is converted in it yet, and listing a database for each query would cost calls. */
  @Override
  public List<Table> twins(TableName source) {
    return List.of();
  }

  @Override
  public Optional<Instant> readAt(Table table) {
    Dated<?> entry = tables.getIfPresent(table.name());
    Dated<?> listing = listings.getIfPresent(table.name().database());
    Stream<Instant> ofTable = Stream.ofNullable(entry == null ? listing : entry).map(Dated::when);
    Stream<Instant> ofPartitions =
        partitions.asMap().entrySet().stream()
            .filter(each -> each.getKey().table() == table)
            .map(each -> each.getValue().when());
    return Stream.concat(ofTable, ofPartitions).min(Instant::compareTo);
  }

  @Override
  public Optional<EditableCatalog> editable(Path keep) {
    KeptEntries keeping = new KeptEntries(keep, clock);
    return Optional.of(new GlueEditor(reader, calls.whole(), writes, keeping, this::forgetAll));
  }

  /** Tables whose entries stayed the same are the same tables still. */
  private void forgetAll() {
    listings.invalidateAll();
    tables.invalidateAll();
    partitions.invalidateAll();
  }

  private <K, T> LoadingCache<K, Dated<T>> cache(int size, Function<K, T> read) {
    return this.<K, Dated<T>>timed().maximumSize(size).build(loader(read));
  }

  private <K, V> Caffeine<K, V> timed() {
    Duration fresh = settings.fresh();
    Caffeine<Object, Object> cache =
        Caffeine.newBuilder()
            .executor(this::behindTheScenes)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(fresh);
    if (!fresh.isZero()) {
      cache.refreshAfterWrite(fresh.multipliedBy(3).dividedBy(4));
    }
    @SuppressWarnings("unchecked") // A builder without a weigher or listener takes any.
    Caffeine<K, V> typed = (Caffeine<K, V>) (Caffeine<?, ?>) cache;
    return typed;
  }

  private void behindTheScenes(Runnable work) {
    if (!threads.isShutdown()) {
      threads.execute(work);
    }
  }

  /** What is the same as before stays what it was: plans know it by its identity. */
  private <K, T> CacheLoader<K, Dated<T>> loader(Function<K, T> read) {
    return new CacheLoader<>() {
      @Override
      public Dated<T> load(K key) {
        if (threads.isShutdown()) {
          throw new IllegalStateException("The catalog is closed");
        }
        Instant now = clock.instant();
        return new Dated<>(read.apply(key), now);
      }

      @Override
      @SuppressWarnings("NullAway") // Null forgets the entry, the loader's contract says.
      public @Nullable Dated<T> reload(K key, Dated<T> old) {
        try {
          Dated<T> read = load(key);
          return old.said().equals(read.said()) ? new Dated<>(old.said(), read.when()) : read;
        } catch (RuntimeException e) {
          // Forgotten, so that whoever asks next is told; here there is nobody to tell.
          return null;
        }
      }
    };
  }

  @Override
  public void check(Consumer<CheckResult> results) {
    results.accept(CheckResult.tried("catalog", "calls Glue as", () -> access.caller().arn()));
    CheckResult listed =
        CheckResult.tried("catalog", "lists databases", () -> String.join(", ", databases()));
    results.accept(
        listed.outcome() == CheckResult.Outcome.GOOD && listed.said().isEmpty()
            ? CheckResult.doubtful(
                "catalog",
                listed.what(),
                "none that the caller may see",
                "Glue shows databases of one region and account: settings 'region' of aws and"
                    + " 'catalog-id' of glue; Lake Formation may hide them from the caller")
            : listed);
  }

  /** Of how many tables it knows where their partitions are. */
  long remembered() {
    sources.cleanUp();
    return sources.estimatedSize();
  }

  private static int weight(Partitions partitions) {
    return partitions instanceof Partitions.Known known ? 1 + known.listed().size() : 1;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sluice-glue");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    reader.close();
    access.close();
  }
}

package dev.sluice;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a {@link Sluice} is set up. */
public final class SluiceConfiguration {
  private final @Nullable Path lake;
  private final @Nullable Path matrixOverlay;

  /** What one machine converts in some minutes. */
  private static final long CONVERT_AT_MOST = 10_000_000_000L;

  private final PlanOptions policy;
  private final long convertAtMost;
  private final Set<TableName> filteredTables;
  private final QueryLimits limits;
  private final FileInspection fileInspection;
  private final Clock clock;
  private final Map<String, String> aws;
  private final @Nullable Map<String, String> glue;
  private final Map<EngineName, Map<String, String>> engines;

  private SluiceConfiguration(Builder builder) {
    this.lake = builder.lake;
    this.matrixOverlay = builder.matrixOverlay;
    this.policy = builder.policy;
    this.convertAtMost = builder.convertAtMost;
    this.filteredTables = Set.copyOf(builder.filteredTables);
    this.limits = builder.limits;
    this.fileInspection = builder.fileInspection;
    this.clock = builder.clock;
    this.aws = Map.copyOf(builder.aws);
    this.glue = builder.glue == null ? null : Map.copyOf(builder.glue);
    Map<EngineName, Map<String, String>> copy = new TreeMap<>();
    builder.engines.forEach((name, settings) -> copy.put(name, Map.copyOf(settings)));
    this.engines = Map.copyOf(copy);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The lake folder whose {@code catalog/} is read, and to which relative locations belong. */
  public Optional<Path> lake() {
    return Optional.ofNullable(lake);
  }

  /** A file laid over the shipped capability matrix. */
  public Optional<Path> matrixOverlay() {
    return Optional.ofNullable(matrixOverlay);
  }

  /** The policy of queries that bring none of their own. */
  public PlanOptions policy() {
    return policy;
  }

  /** So many bytes of a table's files are converted for a query; more are refused. */
  public long convertAtMost() {
    return convertAtMost;
  }

  /** Tables of which no query may read every partition, whatever the policy says of others. */
  public Set<TableName> requirePartitionFilter() {
    return filteredTables;
  }

  /** How large a query may be. */
  public QueryLimits limits() {
    return limits;
  }

  /** How files are looked into. */
  public FileInspection fileInspection() {
    return fileInspection;
  }

  /** Tells the time at which queries are planned and run. */
  public Clock clock() {
    return clock;
  }

  /**
   * Who calls AWS, and where: keys and values as the documentation lists them below {@code aws}.
   */
  public Map<String, String> aws() {
    return aws;
  }

  /**
   * How the Glue Data Catalog is read, keys and values as the documentation lists them below {@code
   * glue}; empty when the catalog is another.
   */
  public Optional<Map<String, String>> glue() {
    return Optional.ofNullable(glue);
  }

  /** The engines that have settings. */
  public Set<EngineName> engines() {
    return engines.keySet();
  }

  /** The settings of one engine, keys and values as its dialect or client documents them. */
  public Map<String, String> engine(EngineName name) {
    return engines.getOrDefault(name, Map.of());
  }

  /** Not shareable between threads. */
  public static final class Builder {
    private @Nullable Path lake;
    private @Nullable Path matrixOverlay;
    private PlanOptions policy = PlanOptions.DEFAULT;
    private long convertAtMost = CONVERT_AT_MOST;
    private final Set<TableName> filteredTables = new LinkedHashSet<>();
    private QueryLimits limits = QueryLimits.DEFAULT;
    private FileInspection fileInspection = FileInspection.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private final Map<String, String> aws = new TreeMap<>();
    private @Nullable Map<String, String> glue;
    private final Map<EngineName, Map<String, String>> engines = new LinkedHashMap<>();

    private Builder() {}

    public Builder lake(Path folder) {
      lake = folder;
      return this;
    }

    public Builder matrixOverlay(Path file) {
      matrixOverlay = file;
      return this;
    }

    public Builder policy(PlanOptions newPolicy) {
      policy = newPolicy;
      return this;
    }

    public Builder prefer(List<EngineName> engineNames) {
      policy = policy.withPrefer(engineNames);
      return this;
    }

    public Builder strict(boolean strict) {
      policy = policy.withStrict(strict);
      return this;
    }

    /** What happens where only an engine of last resort can answer. */
    public Builder fallback(Fallback fallback) {
      policy = policy.withFallback(fallback);
      return this;
    }

    /**
     * How many bytes of a table's files may be converted for one query, with {@link
     * Fallback#CONVERT}.
     */
    public Builder convertAtMost(long bytes) {
      convertAtMost = bytes;
      return this;
    }

    /** Refuses queries that would read every partition of any table. */
    public Builder requirePartitionFilter(boolean everywhere) {
      policy = policy.withRequirePartitionFilter(everywhere);
      return this;
    }

    /** Refuses queries that would read every partition of this table. */
    public Builder requirePartitionFilter(TableName table) {
      filteredTables.add(table);
      return this;
    }

    public Builder limits(QueryLimits newLimits) {
      limits = newLimits;
      return this;
    }

    /** One limit, named as in {@link QueryLimits#NAMES}; the others stay as they are. */
    public Builder limit(String name, String value) {
      limits = limits.with(name, value);
      return this;
    }

    public Builder fileInspection(FileInspection newInspection) {
      fileInspection = newInspection;
      return this;
    }

    /** The system's, unless another is given; its zone does not matter. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** A setting of who calls AWS, and where. */
    public Builder aws(String key, String value) {
      aws.put(key, value);
      return this;
    }

    /** The tables are those of the account's Glue Data Catalog; this or {@link #lake}. */
    public Builder glue(Map<String, String> settings) {
      glue = settings;
      return this;
    }

    public Builder engine(EngineName name, String key, String value) {
      engines.computeIfAbsent(name, unused -> new TreeMap<>()).put(key, value);
      return this;
    }

    public SluiceConfiguration build() {
      return new SluiceConfiguration(this);
    }
  }
}

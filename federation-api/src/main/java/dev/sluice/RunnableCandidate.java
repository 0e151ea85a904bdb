package dev.sluice;

import dev.sluice.TwinScan.Upkeep;
import dev.sluice.spi.Conversions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the candidate of a plan that can be asked now. What was converted may have become old since
 * it was planned, and what is due is converted first. Belongs to one run.
 */
final class RunnableCandidate {
  private final Catalog catalog;
  private final @Nullable Conversions conversions;
  private final Set<EngineName> available;
  private final long convertAtMost;
  private final RunListener listener;
  private final List<String> passedOver = new ArrayList<>();

  /**
   * @param conversions null where nothing here knows what was converted
   * @param convertAtMost so many bytes of a table's files
   */
  RunnableCandidate(
      Catalog catalog,
      @Nullable Conversions conversions,
      Set<EngineName> available,
      long convertAtMost,
      RunListener listener) {
    this.catalog = catalog;
    this.conversions = conversions;
    this.available = available;
    this.convertAtMost = convertAtMost;
    this.listener = listener;
  }

  /**
   * The plan of the first one, as its engine gets it; empty where there is none.
   *
   * @throws SluiceException with {@link ErrorCode#CONVERSION_TOO_LARGE} or {@link
   *     ErrorCode#CANCELLED}
   */
  Optional<Plan> of(Plan plan) {
    for (Candidate candidate : plan.decision().candidates()) {
      if (!candidate.isRefused() && available.contains(candidate.engine())) {
        Optional<Candidate> current = current(candidate, plan);
        if (current.isPresent()) {
          return Optional.of(plan.of(current.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Why candidates that come first were not asked, each as a sentence. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  private Optional<Candidate> current(Candidate candidate, Plan plan) {
    Map<TableName, TableScan> sources = new HashMap<>();
    plan.tables().forEach(scan -> sources.put(scan.table().name(), scan));
    List<TwinScan> twins = new ArrayList<>();
    for (TwinScan twin : candidate.twins()) {
      Optional<TwinScan> current = current(twin, sources.get(twin.source()));
      if (current.isEmpty()) {
        return Optional.empty();
      }
      twins.add(current.get());
    }
    return Optional.of(candidate.over(twins));
  }

  private Optional<TwinScan> current(TwinScan twin, @Nullable TableScan source) {
    if (conversions == null || source == null) {
      return passed(twin, "nothing here can tell whether it holds what its source does now");
    }
    Optional<String> stale =
        twin.isDue() ? Optional.of("it is due") : conversions.stale(source, twin.scan(), listener);
    if (stale.isEmpty()) {
      return Optional.of(twin);
    }
    return twin.upkeep() == Upkeep.NONE
        ? passed(twin, stale.get())
        : converted(twin, source, conversions);
  }

  private Optional<TwinScan> converted(TwinScan twin, TableScan source, Conversions converting) {
    try {
      converting.convert(source, twin.name(), convertAtMost, listener);
    } catch (SluiceException e) {
      // Of what else goes wrong the next candidate knows nothing: somebody converts already, say.
      if (e.code() == ErrorCode.CANCELLED || e.code() == ErrorCode.CONVERSION_TOO_LARGE) {
        throw e;
      }
      return passed(twin, "converting failed: " + e.getMessage());
    }
    Optional<TwinScan> now = published(twin);
    if (now.isEmpty()) {
      return passed(twin, "it has not become what the plan took it to become");
    }
    Optional<String> stale = converting.stale(source, now.get().scan(), listener);
    return stale.isEmpty() ? now : passed(twin, stale.get());
  }

  private Optional<TwinScan> passed(TwinScan twin, String why) {
    passedOver.add("%s is not read instead of %s: %s".formatted(twin.name(), twin.source(), why));
    return Optional.empty();
  }

  /** What was converted, as the catalog has it now, where it is such as was planned. */
  private Optional<TwinScan> published(TwinScan planned) {
    Optional<Table> found = catalog.table(planned.name());
    if (found.isEmpty() || !readsAlike(planned.scan(), found.get())) {
      return Optional.empty();
    }
    Table table = found.get();
    Partitions partitions = catalog.partitions(table, planned.scan().ranges());
    if (table.isPartitioned() && !(partitions instanceof Partitions.Known)) {
      return Optional.empty();
    }
    Set<List<String>> wanted = new HashSet<>();
    planned.scan().partitions().forEach(partition -> wanted.add(partition.values()));
    List<Partition> selected =
        partitions instanceof Partitions.Known known
            ? known.listed().stream().filter(one -> wanted.contains(one.values())).toList()
            : List.of();
    TableScan scan = planned.scan();
    TableScan now =
        new TableScan(
            table,
            scan.columns(),
            null,
            scan.totalPartitions(),
            selected,
            scan.ranges(),
            scan.drift());
    return Optional.of(new TwinScan(planned.source(), now, Upkeep.NONE));
  }

  /** Whether a table has the columns that are read as the plan has them. */
  private static boolean readsAlike(TableScan planned, Table table) {
    Map<String, DataType> types = new HashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.type()));
    return table.storage().format() == planned.table().storage().format()
        && table.partitionKeys().equals(planned.table().partitionKeys())
        && planned.table().columns().stream()
            .filter(column -> planned.columns().contains(column.name()))
            .allMatch(column -> column.type().equals(types.get(column.name())));
  }
}

package dev.sluice.sql.plan;

import dev.sluice.Catalog;
import dev.sluice.ConvertedTable;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.TableWriter;
import dev.sluice.TwinScan;
import dev.sluice.TwinScan.Upkeep;
import dev.sluice.matrix.TableDrift;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.parse.DeepStack;
import dev.sluice.sql.prune.Pruner;
import dev.sluice.sql.prune.Pruning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query from what its tables were converted to. Belongs to one planning; not shareable
 * between threads.
 */
final class ConvertedTables {
  private final Catalog catalog;
  private final Binder binder;
  private final BoundQueries.Bound query;
  private final List<? extends @Nullable Object> parameters;
  private final Scans scans;
  private final Reading source;
  private final Instant now;
  private final Map<TableName, StandIn> standIns = new HashMap<>();
  private final Map<TableName, TwinScan> covering = new LinkedHashMap<>();
  private final Map<TableName, TableDrift> drift = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param source the query over the tables that it names
   */
  ConvertedTables(
      Catalog catalog,
      Binder binder,
      BoundQueries.Bound query,
      List<? extends @Nullable Object> parameters,
      Scans scans,
      Reading source,
      Instant now) {
    this.catalog = catalog;
    this.binder = binder;
    this.query = query;
    this.parameters = parameters;
    this.scans = scans;
    this.source = source;
    this.now = now;
    for (TableScan scan : source.scans()) {
      if (isEligible(scan)) {
        covering(scan).ifPresent(twin -> covering.put(scan.table().name(), twin));
      }
    }
  }

  /** What Lake Formation guards is read by whom it lets read it, and not from elsewhere. */
  private static boolean isEligible(TableScan scan) {
    Table table = scan.table();
    return table.storage().location() != null
        && !table.isUnderLakeFormation()
        && ConvertedTable.source(table).isEmpty()
        && scan.partitionsKnown();
  }

  /**
   * What stands in for tables that were converted, all that is read of them.
   *
   * @param upkeep of each
   */
  List<TwinScan> covering(Upkeep upkeep) {
    covering.replaceAll((source, twin) -> twin.with(upkeep));
    return List.copyOf(covering.values());
  }

  /** Why some that were converted do not stand in, for a person. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** The same with what would stand in for the other tables, once their files were converted. */
  List<TwinScan> converted() {
    Map<TableName, TwinScan> all = new LinkedHashMap<>(covering);
    for (TableScan scan : source.scans()) {
      TableName name = scan.table().name();
      if (isEligible(scan) && !all.containsKey(name) && canBeConverted(scan)) {
        due(scan).ifPresent(twin -> all.put(name, twin));
      }
    }
    return List.copyOf(all.values());
  }

  /** Whether the catalog makes tables where the files lie. */
  private boolean canBeConverted(TableScan scan) {
    Optional<TableWriter> writer = catalog.writer();
    return writer.isPresent()
        && Stream.concat(
                Stream.of(scan.table().storage()),
                scan.partitions().stream().map(Partition::storage))
            .map(Storage::location)
            .allMatch(location -> location != null && writer.get().takes(location));
  }

  /** Of those that cover what is read, the one with the fewest bytes. */
  private Optional<TwinScan> covering(TableScan scan) {
    List<TwinScan> found = new ArrayList<>();
    for (Table twin : catalog.twins(scan.table().name())) {
      Optional<StandIn> standIn =
          names(twin.name()) ? Optional.empty() : StandIn.of(scan.table(), twin);
      standIn.flatMap(one -> covering(scan, one)).ifPresent(found::add);
    }
    Optional<TwinScan> best =
        found.stream().max(Comparator.comparing(twin -> ConvertedTable.savedBytes(twin.scan())));
    best.ifPresent(twin -> keep(scan.table(), twin.scan().table()));
    return best;
  }

  private void keep(Table table, Table twin) {
    StandIn.of(table, twin).ifPresent(standIn -> standIns.put(table.name(), standIn));
  }

  /** A query that names both is left alone. */
  private boolean names(TableName name) {
    return source.scans().stream().anyMatch(scan -> scan.table().name().equals(name));
  }

  private Optional<TwinScan> covering(TableScan scan, StandIn standIn) {
    if (!scan.table().isPartitioned()) {
      boolean published = ConvertedTable.digest(standIn.twin().parameters()).isPresent();
      return published
          ? Optional.of(twin(scan, standIn, List.of(), Upkeep.NONE))
          : Optional.empty();
    }
    Optional<List<Partition>> known = read(scan, standIn);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Partition> read = known.get();
    Set<List<String>> wanted = values(scan.partitions());
    Set<List<String>> there = values(read);
    // Of partitions that are computed many have no files; whether they do is seen when it is run.
    boolean covers =
        scan.table().projection().isPresent()
            ? !there.isEmpty() && wanted.containsAll(there)
            : wanted.equals(there);
    if (covers) {
      return Optional.of(
          twin(scan, standIn, read.stream().map(standIn::shown).toList(), Upkeep.NONE));
    }
    there.retainAll(wanted);
    notes.add(
        "%s is not read instead of %s: it has %d of the %d selected partitions%s"
            .formatted(
                standIn.twin(),
                scan.table(),
                there.size(),
                wanted.size(),
                there.size() == wanted.size() ? ", and some that are no more" : ""));
    return Optional.empty();
  }

  /** What the query would read of a converted table; empty where that is not known. */
  private Optional<List<Partition>> read(TableScan scan, StandIn standIn) {
    return catalog.partitions(standIn.twin(), scan.ranges()) instanceof Partitions.Known known
        ? Optional.of(
            DeepStack.call(query.levels(), () -> scans.selectedAlike(scan.table(), known.listed())))
        : Optional.empty();
  }

  private static Set<List<String>> values(List<Partition> partitions) {
    Set<List<String>> values = new HashSet<>();
    partitions.forEach(partition -> values.add(partition.values()));
    return values;
  }

  /**
   * Whether converting leaves a converted table with nothing else that the query would read: it
   * takes out what the catalog lists no more, and of computed partitions only those whose files are
   * gone.
   */
  private boolean canBeKeptUp(TableScan scan, StandIn standIn) {
    return scan.table().projection().isEmpty()
        || read(scan, standIn)
            .filter(read -> values(scan.partitions()).containsAll(values(read)))
            .isPresent();
  }

  private Optional<TwinScan> due(TableScan scan) {
    Table table = scan.table();
    Optional<StandIn> standIn =
        catalog.twins(table.name()).stream()
            .filter(twin -> !names(twin.name()))
            .flatMap(twin -> StandIn.of(table, twin).stream())
            .filter(one -> canBeKeptUp(scan, one))
            .findFirst();
    TableName usual = ConvertedTable.usualName(table.name());
    if (standIn.isEmpty() && catalog.table(usual).isEmpty()) {
      standIn = Optional.of(StandIn.made(table, usual));
    }
    standIn.ifPresent(one -> standIns.put(table.name(), one));
    return standIn.map(
        one ->
            twin(scan, one, scan.partitions().stream().map(one::converted).toList(), Upkeep.DUE));
  }

  private TwinScan twin(
      TableScan scan, StandIn standIn, List<Partition> partitions, Upkeep upkeep) {
    OptionalLong total =
        scan.table().isPartitioned() ? OptionalLong.of(partitions.size()) : OptionalLong.empty();
    TableDrift of = TableDrift.of(standIn.table(), partitions, List.of());
    drift.put(standIn.table().name(), of);
    TableScan read =
        new TableScan(
            standIn.table(), scan.columns(), null, total, partitions, scan.ranges(), of.counted());
    return new TwinScan(scan.table().name(), read, upkeep);
  }

  /** The query over some of them; empty where it would ask for something else there. */
  Optional<Reading> over(List<TwinScan> twins) {
    Map<TableName, Table> instead = new HashMap<>();
    twins.forEach(twin -> instead.put(twin.source(), twin.scan().table()));
    BoundQuery bound;
    try {
      bound =
          DeepStack.call(
              query.levels(),
              () ->
                  binder.bind(query.query().pristine(), query.tables().with(instead), parameters));
    } catch (SluiceException e) {
      // It names a field that was declared since.
      return Optional.empty();
    }
    return isSame(bound, twins) ? Optional.of(reading(bound, twins)) : Optional.empty();
  }

  private boolean isSame(BoundQuery bound, List<TwinScan> twins) {
    return bound.columns().equals(query.query().columns())
        && twins.stream()
            .map(twin -> standIns.get(twin.source()))
            .allMatch(standIn -> standIn != null && standIn.isSameQuery(bound));
  }

  private Reading reading(BoundQuery bound, List<TwinScan> twins) {
    Map<TableName, TableScan> instead = new HashMap<>();
    twins.forEach(twin -> instead.put(twin.source(), twin.scan()));
    List<TableScan> read = new ArrayList<>();
    Map<TableName, TableDrift> known = new HashMap<>(source.drift());
    known.putAll(drift);
    for (TableScan scan : source.scans()) {
      TableScan twin = instead.get(scan.table().name());
      read.add(twin == null ? scan : twin);
    }
    Pruning pruning = DeepStack.call(query.levels(), () -> Pruner.prune(bound, now));
    return new Reading(bound, pruning, read, known, twins);
  }
}

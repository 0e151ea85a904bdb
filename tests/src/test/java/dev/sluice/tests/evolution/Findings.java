package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.glue.HiveTypes;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.ReadMode;
import dev.sluice.matrix.Reading;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an engine did with each case, held against the matrix. Not shareable between threads. */
final class Findings {
  /** What the catalog can say of a partition whose files are older than the table. */
  static final Set<PartitionSchema> OF_OLDER_FILES =
      EnumSet.of(PartitionSchema.FRESH, PartitionSchema.STALE);

  /** One thing done: a case read one way. */
  record Finding(
      EvolutionCase one,
      ReadMode mode,
      PartitionSchema partition,
      Set<ChangeKind> changes,
      Outcome outcome) {
    @Override
    public String toString() {
      return one.name() + " " + mode + " " + partition + " is " + outcome;
    }
  }

  /** A cell of the matrix. */
  record Place(ReadMode mode, ChangeKind change, PartitionSchema partition)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }
  }

  private final EngineName engine;
  private final Function<EvolutionCell, Outcome> expected;
  private final Evolution evolution = Evolution.shipped();
  private final List<Finding> all = new ArrayList<>();

  /** Modes of which stale partitions were not asked. */
  private final Set<ReadMode> skipped = EnumSet.noneOf(ReadMode.class);

  /**
   * @param expected what a cell says that will be found
   */
  Findings(EngineName engine, Function<EvolutionCell, Outcome> expected) {
    this.engine = engine;
    this.expected = expected;
  }

  /** Reads every case in each of the ways that its changes matter to. */
  void find(Reads.Evolved evolved, Set<Stored> ways) throws Exception {
    Reads reads = new Reads(evolved);
    List<Callable<Finding>> asked = new ArrayList<>();
    for (EvolutionCase one : Cases.all()) {
      for (Stored stored : ways) {
        EvolutionCase written = stored.files().of(one);
        Set<ChangeKind> changes = changes(written, stored.mode());
        if (!changes.isEmpty() || one.name().equals("none")) {
          for (PartitionSchema partition : partitions(evolved, stored)) {
            asked.add(
                () ->
                    new Finding(
                        written,
                        stored.mode(),
                        partition,
                        changes,
                        reads.of(stored, written, partition)));
          }
        }
      }
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Future<Finding> found : two.invokeAll(asked)) {
        all.add(found.get());
      }
    } finally {
      two.shutdownNow();
    }
  }

  private Set<PartitionSchema> partitions(Reads.Evolved evolved, Stored stored) {
    if (evolved.looksAtPartitions(stored)) {
      return OF_OLDER_FILES;
    }
    skipped.add(stored.mode());
    return EnumSet.of(PartitionSchema.FRESH);
  }

  private EvolutionCell cell(Place place) {
    return evolution.cell(engine, place.mode(), place.change(), place.partition());
  }

  private Outcome said(Place place) {
    return expected.apply(cell(place));
  }

  /** What changed, as the matrix tells changes apart for the mode. */
  static Set<ChangeKind> changes(EvolutionCase one, ReadMode mode) {
    boolean byPosition = !one.renamed().isEmpty();
    return SchemaDrift.between(
            columns(one.newer()),
            columns(one.older()),
            byPosition ? ColumnMapping.BY_POSITION : mode.columns(),
            byPosition ? ColumnMapping.BY_POSITION : mode.fields())
        .stream()
        .map(SchemaChange::kind)
        .collect(Collectors.toSet());
  }

  static List<Column> columns(Type.Struct shape) {
    return shape.fields().stream()
        .map(field -> new Column(field.name(), HiveTypes.parse(field.type().hive())))
        .toList();
  }

  /**
   * For each cell that a case of one change is about, what was found at worst, where the cell does
   * not say so.
   */
  List<String> contradictions() {
    List<String> wrong = new ArrayList<>();
    byPlace()
        .forEach(
            (place, findings) -> {
              Outcome said = said(place);
              Reading worst =
                  findings.stream()
                      .map(finding -> finding.outcome().reading())
                      .reduce(Reading.RIGHT, Reading::worse);
              boolean errorsAsSaid =
                  said.reading() != Reading.ERROR
                      || findings.stream().allMatch(finding -> isSaid(finding.outcome(), said));
              if (worst != said.reading() || !errorsAsSaid) {
                wrong.add(place + " is said to be " + said + " but: " + told(findings));
              }
            });
    return wrong;
  }

  private static boolean isSaid(Outcome found, Outcome said) {
    return found.reading() != Reading.ERROR
        || (found.scope() == said.scope()
            && (said.code() == null || said.code().equals(found.code())));
  }

  private static String told(List<Finding> findings) {
    return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
  }

  /** Cases of several changes, and of none, that read worse than the worst of their changes. */
  List<String> surprises() {
    List<String> surprises = new ArrayList<>();
    for (Finding finding : all) {
      Reading said = Reading.RIGHT;
      for (ChangeKind change : finding.changes()) {
        Place place = new Place(finding.mode(), change, finding.partition());
        said = said.worse(said(place).reading());
      }
      if (finding.outcome().reading().compareTo(said) > 0 && finding.changes().size() != 1) {
        surprises.add(finding + " though its changes are " + said);
      }
    }
    return surprises;
  }

  /** Cells that say something and that no case is about. */
  List<Place> untested() {
    List<Place> untested = new ArrayList<>();
    for (ReadMode mode : ReadMode.values()) {
      for (ChangeKind change : ChangeKind.values()) {
        for (PartitionSchema partition : OF_OLDER_FILES) {
          Place place = new Place(mode, change, partition);
          boolean asked = partition == PartitionSchema.FRESH || !skipped.contains(mode);
          if (asked && cell(place).isRecorded() && !byPlace().containsKey(place)) {
            untested.add(place);
          }
        }
      }
    }
    return untested;
  }

  private Map<Place, List<Finding>> byPlace() {
    return all.stream()
        .filter(finding -> finding.changes().size() == 1)
        .collect(
            Collectors.groupingBy(
                finding ->
                    new Place(
                        finding.mode(), finding.changes().iterator().next(), finding.partition()),
                TreeMap::new,
                Collectors.toList()));
  }
}

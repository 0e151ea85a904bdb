package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.evolution.Cases;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.example.format.Type;
import dev.sluice.glue.HiveTypes;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.ReadMode;
import dev.sluice.matrix.Reading;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an engine did with each case, held against the matrix. Not shareable between threads. */
final class Findings {
  /** What the catalog can say of a partition whose files are older than the table. */
  static final Set<PartitionSchema> OF_OLDER_FILES =
      EnumSet.of(PartitionSchema.FRESH, PartitionSchema.STALE);

  /**
   * One thing done: a case read one way.
   *
   * @param fits whether there is a right value
   * @param outcome without conditions, and with one on what changed where that was asked
   */
  record Finding(
      String name,
      ReadMode mode,
      PartitionSchema partition,
      Set<ChangeKind> changes,
      boolean fits,
      Reads.Found outcome) {
    Reading reading() {
      return outcome.plain().reading();
    }

    @Override
    public String toString() {
      return name + " " + mode + " " + partition + " is " + outcome;
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

  /**
   * Otherwise what must read the same is read once, and partitions that are behind their files are
   * left out.
   */
  static final boolean EVERYTHING = Boolean.getBoolean("sluice.evolution.all");

  private final EngineName engine;
  private final Function<EvolutionCell, Outcome> expected;
  private final Function<EvolutionCell, @Nullable Outcome> conditions;
  private final Evolution evolution = Evolution.shipped();
  private final List<Finding> findings = new ArrayList<>();

  /** Modes of which stale partitions were not asked. */
  private final Set<ReadMode> skipped = EnumSet.noneOf(ReadMode.class);

  /**
   * @param expected what a cell says that will be found
   * @param conditions the same of conditions; null where it says nothing of them
   */
  Findings(
      EngineName engine,
      Function<EvolutionCell, Outcome> expected,
      Function<EvolutionCell, @Nullable Outcome> conditions) {
    this.engine = engine;
    this.expected = expected;
    this.conditions = conditions;
  }

  /** Reads every case in each of the ways that its changes matter to. */
  void find(Reads.Evolved evolved, Path lake, Set<Stored> ways) throws Exception {
    Reads reads = new Reads(evolved);
    List<Asked> all = new ArrayList<>();
    for (EvolutionCase one : Cases.all()) {
      for (Stored stored : ways) {
        EvolutionCase written = stored.files().of(one);
        Set<ChangeKind> changes = changes(written, stored.mode());
        if (!changes.isEmpty() || one.name().equals("none")) {
          partitions(evolved, stored)
              .forEach(partition -> all.add(new AskedCase(written, stored, partition, changes)));
        }
      }
    }
    for (Recorded one : Recorded.all(lake, recordedIn(ways))) {
      partitions(one).forEach(partition -> all.add(new AskedRecorded(one, partition)));
    }
    List<Callable<List<Finding>>> asked = new ArrayList<>();
    int atOnce = evolved.atOnce();
    Predicate<Asked> isAlone = one -> atOnce == 1 || !shouldAnswer(one);
    List<Asked> together = all.stream().filter(isAlone.negate()).toList();
    for (int i = 0; i < together.size(); i += atOnce) {
      List<Asked> some = together.subList(i, Math.min(i + atOnce, together.size()));
      asked.add(() -> together(reads, some));
    }
    all.stream().filter(isAlone).forEach(one -> asked.add(() -> List.of(one.alone(reads))));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Future<List<Finding>> found : two.invokeAll(asked)) {
        findings.addAll(found.get());
      }
    } finally {
      two.shutdownNow();
    }
  }

  /** Whether it should, by the matrix, so that it can be asked for with others. */
  private boolean shouldAnswer(Asked one) {
    return one.fits()
        && one.stored().isByName()
        && one.changes().stream()
            .map(change -> cell(new Place(one.stored().mode(), change, one.partition())))
            .allMatch(
                cell ->
                    expected.apply(cell).reading().compareTo(Reading.NULL) <= 0
                        && conditions.apply(cell) == null);
  }

  private static List<Finding> together(Reads reads, List<Asked> some) throws Exception {
    List<Reads.Question> questions = some.stream().map(each -> each.question(reads)).toList();
    List<List<List<@Nullable Object>>> rows = reads.together(questions);
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Finding shown = rows == null ? null : some.get(i).shown(questions.get(i), rows.get(i));
      found.add(shown == null ? some.get(i).alone(reads) : shown);
    }
    return found;
  }

  private Set<PartitionSchema> partitions(Reads.Evolved evolved, Stored stored) {
    if (evolved.looksAtPartitions(stored)) {
      return EVERYTHING ? EnumSet.allOf(PartitionSchema.class) : OF_OLDER_FILES;
    }
    skipped.add(stored.mode());
    return EnumSet.of(PartitionSchema.FRESH);
  }

  /** Types come to the same however columns are found. */
  private static Set<Stored> recordedIn(Set<Stored> ways) {
    Set<Stored> asked = EnumSet.copyOf(ways);
    if (!EVERYTHING) {
      asked.removeAll(EnumSet.of(Stored.PARQUET_BY_POSITION, Stored.ORC_BY_POSITION));
    }
    return asked;
  }

  /** A partition that says of the column what its file does only matters where a cell says so. */
  private Set<PartitionSchema> partitions(Recorded one) {
    boolean asked =
        one.changes().stream()
            .map(change -> new Place(one.stored().mode(), change, PartitionSchema.STALE))
            .anyMatch(place -> !skipped.contains(place.mode()) && cell(place).isRecorded());
    return asked
        ? EnumSet.of(PartitionSchema.FRESH, PartitionSchema.STALE)
        : EnumSet.of(PartitionSchema.FRESH);
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
                  findings.stream().map(Finding::reading).reduce(Reading.RIGHT, Reading::worse);
              List<Outcome> outcomes =
                  findings.stream().map(finding -> finding.outcome().plain()).toList();
              boolean errorsAsSaid =
                  said.reading() != Reading.ERROR
                      || (outcomes.stream().allMatch(outcome -> isSaid(outcome, said))
                          && outcomes.stream().anyMatch(each -> each.scope() == said.scope()));
              if (worst != said.reading() || !errorsAsSaid) {
                wrong.add(place + " is said to be " + said + " but: " + told(findings));
              }
            });
    return wrong;
  }

  /** Some changes of a kind may fail fewer queries than others do. */
  private static boolean isSaid(Outcome found, Outcome said) {
    return found.reading() != Reading.ERROR
        || ((found.scope() == said.scope() || said.scope() == ErrorScope.ANY_QUERY)
            && (said.code() == null || said.code().equals(found.code())));
  }

  private static String told(List<Finding> findings) {
    return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
  }

  /** Conditions on what changed that come to something else than the cell, or the lack of one. */
  List<String> inConditions() {
    List<String> wrong = new ArrayList<>();
    for (Finding finding : findings) {
      Outcome found = finding.outcome().inConditions();
      Outcome said =
          finding.changes().stream()
              .map(change -> inConditions(new Place(finding.mode(), change, finding.partition())))
              .max(Comparator.comparing(Outcome::reading))
              .orElse(Outcome.of(Reading.RIGHT));
      if (found != null
          && (said.reading() == Reading.ERROR
              ? !isSaid(found, said)
              : found.reading().compareTo(said.reading()) > 0)) {
        wrong.add(finding + ", which is said to be " + said);
      }
    }
    return wrong;
  }

  /** What conditions can come to at worst. */
  private Outcome inConditions(Place place) {
    Outcome of = conditions.apply(cell(place));
    Outcome plain = said(place);
    return of == null || of.reading().compareTo(plain.reading()) < 0 ? plain : of;
  }

  /** Cases of several changes, and of none, that read worse than the worst of their changes. */
  List<String> surprises() {
    List<String> surprises = new ArrayList<>();
    for (Finding finding : findings) {
      Reading said = finding.fits() ? Reading.RIGHT : Reading.ERROR;
      for (ChangeKind change : finding.changes()) {
        Place place = new Place(finding.mode(), change, finding.partition());
        said = said.worse(said(place).reading());
      }
      if (finding.reading().compareTo(said) > 0 && finding.changes().size() != 1) {
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
        for (PartitionSchema partition : PartitionSchema.values()) {
          Place place = new Place(mode, change, partition);
          boolean asked =
              (partition == PartitionSchema.FRESH || !skipped.contains(mode))
                  && (EVERYTHING || partition != PartitionSchema.BEHIND)
                  && !(isOfRecordedColumns(change) && isSkipped(mode));
          if (asked && cell(place).isRecorded() && !byPlace().containsKey(place)) {
            untested.add(place);
          }
        }
      }
    }
    return untested;
  }

  private static boolean isSkipped(ReadMode mode) {
    return !EVERYTHING
        && (mode == ReadMode.PARQUET_BY_POSITION || mode == ReadMode.ORC_BY_POSITION);
  }

  /** Whether only recorded columns show it. */
  private boolean isOfRecordedColumns(ChangeKind change) {
    return Cases.all().stream()
        .flatMap(one -> changes(one, ReadMode.PARQUET_BY_NAME).stream())
        .noneMatch(kind -> kind == change);
  }

  private Map<Place, List<Finding>> byPlace() {
    return findings.stream()
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

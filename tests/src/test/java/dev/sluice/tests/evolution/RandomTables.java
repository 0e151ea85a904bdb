package dev.sluice.tests.evolution;

import dev.sluice.Column;
import dev.sluice.EngineName;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.Storage;
import dev.sluice.evolution.EvolutionCase;
import dev.sluice.evolution.RandomCase;
import dev.sluice.evolution.RandomCases;
import dev.sluice.files.LakeFileSchemas;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.Generation;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Random tables: what Sluice says of them, and what an engine does. */
final class RandomTables {
  /** How many, of {@code -Dsluice.random.tables}. */
  static final int COUNT = Integer.getInteger("sluice.random.tables", 60);

  /** Of {@code -Dsluice.random.seed}; the same tables each time, unless told otherwise. */
  static final long SEED = Long.getLong("sluice.random.seed", 20261127);

  /** What makes the same tables again. */
  static final String REPEAT =
      "-Dsluice.random.tables=%d -Dsluice.random.seed=%d".formatted(COUNT, SEED);

  private static final Evolution EVOLUTION = Evolution.shipped();

  private RandomTables() {}

  /** One of them, read one way. */
  record Read(RandomCase made, Stored stored) {
    EvolutionCase one() {
      return stored.files().of(made.one());
    }

    EvolvedTable table() {
      return new EvolvedTable(
          stored,
          one().name(),
          made.folder(),
          Findings.columns(one().newer()),
          partition(),
          Map.of(),
          Map.of());
    }

    /** The partition's columns; of text, where all are text, they have no other type. */
    private List<Column> partition() {
      return stored == Stored.CSV
          ? Findings.columns(one().older())
          : Findings.columns(made.partition());
    }

    /** What Sluice weighs: the worst that any difference at any level comes to. */
    Reading said(EngineName engine, Path lake, Function<EvolutionCell, Outcome> expected) {
      boolean spark = engine.equals(EvolvedSpark.NAME);
      return (spark ? differences(lake) : differencesOnTrino(lake))
          .stream()
              .map(
                  found ->
                      EVOLUTION.cell(
                          engine, stored.mode(), found.change().kind(), found.partition()))
              .map(cell -> expected.apply(cell).reading())
              .reduce(Reading.RIGHT, Reading::worse);
    }

    List<Generation.Difference> differences(Path lake) {
      return differences(lake, partition());
    }

    private List<Generation.Difference> differences(Path lake, List<Column> partition) {
      List<Column> table = Findings.columns(one().newer());
      return new Generation(
              table, stored.mode().format(), stored.mode().columns(), partition, file(lake))
          .differences();
    }

    /**
     * What Trino 411 takes for differences. It reads OpenX's JSON by name, and by the type that the
     * partition has at the column's place, whatever the partition calls it. So a column that moved
     * is no change of its own there, but one of type, to be told by the types that meet: what cells
     * say of moved columns is the worst of all such pairs, which any one pair may not come to.
     */
    List<Generation.Difference> differencesOnTrino(Path lake) {
      if (stored != Stored.JSON_OPENX) {
        return differences(lake);
      }
      List<Column> table = Findings.columns(one().newer());
      List<Column> older = partition();
      List<Column> byPlace = new ArrayList<>();
      for (int i = 0; i < Math.min(older.size(), table.size()); i++) {
        byPlace.add(new Column(table.get(i).name(), older.get(i).type()));
      }
      return differences(lake, byPlace);
    }

    private @Nullable FileSchema file(Path lake) {
      Storage storage =
          new Storage(
              stored.mode().format(),
              lake.resolve(made.folder()).toString(),
              null,
              null,
              Map.of(),
              stored.mode().columns());
      try (FileSchemas files = LakeFileSchemas.builder().threads(1).build()) {
        FileSchema schema =
            files.inspect(List.of(storage), FileSample.ALL).get(0).inspected().get(0).schema();
        return schema.problem().isPresent() ? null : schema;
      }
    }
  }

  static List<Read> all(Set<Stored> ways) {
    List<Read> all = new ArrayList<>();
    for (RandomCase made : RandomCases.of(SEED, COUNT)) {
      List<Stored> fit = ways.stream().filter(way -> way.files() == made.format()).toList();
      if (!fit.isEmpty()) {
        all.add(new Read(made, fit.get(made.choice() % fit.size())));
      }
    }
    return all;
  }

  /** Those that an engine reads otherwise than Sluice says. */
  static List<String> contradictions(
      Reads.Evolved engine,
      EngineName name,
      Path lake,
      Set<Stored> ways,
      Function<EvolutionCell, Outcome> expected)
      throws Exception {
    Reads reads = new Reads(engine);
    List<String> wrong = new ArrayList<>();
    for (Read read : all(ways)) {
      Reading said = read.said(name, lake, expected);
      if (said != Reading.UNKNOWN && !read.one().newer().fields().isEmpty()) {
        Outcome found = reads.of(read.table(), read.one(), null);
        if (!isSaid(said, found.reading())) {
          wrong.add(told(read, lake, said, found));
        }
      }
    }
    return wrong;
  }

  /** What one column fails on may hide what others come to, and the other way about. */
  private static boolean isSaid(Reading said, Reading found) {
    return switch (said) {
      // What a cell says is the worst of a kind of change.
      case RIGHT, NULL, ERROR -> found.compareTo(said) <= 0;
      // A neighbour's value that does not fit the column is NULL.
      case WRONG -> found != Reading.RIGHT;
      case UNKNOWN -> true;
    };
  }

  private static String told(Read read, Path lake, Reading said, Outcome found) {
    return "%s %s: file %s, partition %s, table %s, differences %s: said to be %s, is %s"
        .formatted(
            read.one().name(),
            read.stored(),
            read.one().older().hive(),
            read.partition().stream().map(each -> each.name() + " " + each.type().hive()).toList(),
            read.one().newer().hive(),
            read.differences(lake).stream()
                .map(
                    each ->
                        each.change().kind() + " " + each.change().path() + " " + each.partition())
                .toList(),
            said,
            found);
  }
}

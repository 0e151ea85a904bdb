package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up tables, what happened to their columns one change after the other, and which of the
 * versions file and partition have. The same seed makes the same cases. Not shareable between
 * threads.
 */
public final class RandomCases {
  private static final int MOST_CHANGES = 3;

  private final Random random;
  private final RandomTypes types;
  private int columns;

  private RandomCases(long seed) {
    this.random = new Random(seed);
    this.types = new RandomTypes(random);
  }

  public static List<RandomCase> of(long seed, int count) {
    RandomCases cases = new RandomCases(seed);
    List<RandomCase> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(cases.next("random_" + i));
    }
    return all;
  }

  private RandomCase next(String name) {
    columns = 0;
    List<Columns> versions = new ArrayList<>();
    versions.add(first());
    for (int more = 1 + random.nextInt(MOST_CHANGES); more > 0; more--) {
      versions.add(changed(versions.get(versions.size() - 1)));
    }
    FileFormat format = FileFormat.values()[random.nextInt(FileFormat.values().length)];
    int file = random.nextInt(versions.size());
    boolean named = format != FileFormat.TEXT && format != FileFormat.CSV;
    int partition = named ? random.nextInt(versions.size()) : file;
    Type.Struct older = versions.get(file).shape();
    EvolutionCase one =
        new EvolutionCase(
            name,
            "made up",
            older,
            versions.get(versions.size() - 1).shape(),
            List.of(row(older), row(older)),
            Map.of());
    return new RandomCase(one, versions.get(partition).shape(), format, random.nextInt(1 << 20));
  }

  /** The first column stays what it is. */
  private Columns first() {
    Columns all = new Columns().with("id", Type.Scalar.INT);
    for (int more = 2 + random.nextInt(4); more > 0; more--) {
      all = all.with(newName(), types.any(2));
    }
    return all;
  }

  private String newName() {
    return "c" + columns++;
  }

  private Columns changed(Columns older) {
    int size = older.fields().size();
    int at = size == 1 ? 0 : 1 + random.nextInt(size - 1);
    int other = size == 1 ? 0 : 1 + random.nextInt(size - 1);
    String name = older.fields().get(at).name();
    int kind = at == 0 ? 0 : random.nextInt(7);
    return switch (kind) {
      case 0 -> older.with(newName(), types.any(2));
      case 1 -> older.insert(at, newName(), types.any(2));
      case 2 -> older.without(name);
      case 3 -> older.swap(name, older.fields().get(other).name());
      case 4 -> older.rename(name, newName());
      default -> older.retype(name, types.changed(older.fields().get(at).type()));
    };
  }

  private Row row(Type.Struct shape) {
    return types.row(shape);
  }
}

package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the partitions of a table by what their schemas have in common, and holds what is alike
 * against the table once. Not shareable between threads.
 */
public final class Generations {
  private final List<Column> table;
  private final Representatives<List<Column>> columns = new Representatives<>();
  private final Representatives<FileSchema> schemas = new Representatives<>();
  private final Map<Alike, Generation> found = new HashMap<>();

  /**
   * @param table the table's columns, without partition keys
   */
  public Generations(List<Column> table) {
    this.table = table;
  }

  /** What the partitions of one generation have in common. */
  private record Alike(
      TableFormat format,
      @Nullable ColumnMapping mapping,
      Same<List<Column>> columns,
      @Nullable Same<FileSchema> files) {}

  /**
   * The generations that a partition is of: one for each different schema that its files show, in
   * their order, or one alone where they show none.
   *
   * @param partition its columns as the catalog has them
   */
  public List<Generation> of(List<Column> partition, Storage storage, List<FileSchema> files) {
    return switch (files.size()) {
      case 0 -> List.of(one(partition, storage, null));
      case 1 -> List.of(one(partition, storage, same(files.get(0))));
      default ->
          files.stream()
              .map(this::same)
              .distinct()
              .map(schema -> one(partition, storage, schema))
              .toList();
    };
  }

  private Generation one(
      List<Column> partition, Storage storage, @Nullable Same<FileSchema> files) {
    return found.computeIfAbsent(
        new Alike(storage.format(), storage.declaredMapping(), columns.of(partition), files),
        alike ->
            new Generation(
                table,
                alike.format,
                alike.mapping,
                alike.columns.value,
                files == null ? null : files.value));
  }

  private Same<FileSchema> same(FileSchema schema) {
    return schemas.of(schema, Generations::withoutTexts);
  }

  /** The words of findings differ from file to file. */
  private static FileSchema withoutTexts(FileSchema schema) {
    List<FileFinding> bare =
        schema.findings().stream()
            .map(finding -> new FileFinding(finding.code(), finding.path(), ""))
            .distinct()
            .toList();
    return new FileSchema(schema.columns(), schema.sampled(), bare);
  }

  /** Stands for all values that are equal; two are the same object or differ. */
  private static final class Same<T> {
    private final T value;

    Same(T value) {
      this.value = value;
    }
  }

  /**
   * One object for all equal values. Catalogs hand the same list to thousands of partitions, and
   * hashing one costs its depth, so that identity is asked first.
   */
  private static final class Representatives<T> {
    private final Map<T, Same<T>> byIdentity = new IdentityHashMap<>();
    private final Map<T, Same<T>> byEquality = new HashMap<>();

    Same<T> of(T value) {
      return of(value, same -> same);
    }

    Same<T> of(T value, UnaryOperator<T> bare) {
      Same<T> known = byIdentity.get(value);
      if (known == null) {
        known = byEquality.computeIfAbsent(bare.apply(value), Same::new);
        byIdentity.put(value, known);
      }
      return known;
    }
  }
}

package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.LocationFiles;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sorts partitions by what their schemas have in common. Not shareable between threads. */
final class Generations {
  private final Representatives<List<Column>> columns = new Representatives<>();
  private final Representatives<FileSchema> schemas = new Representatives<>();
  private final Map<Alike, Generation> found = new LinkedHashMap<>();

  /** What the partitions of one generation have in common. */
  private record Alike(
      TableFormat format,
      @Nullable ColumnMapping mapping,
      Same<List<Column>> columns,
      @Nullable Same<FileSchema> files) {}

  /** A partition whose files were not looked into. */
  void add(int place, List<Column> partition, Storage storage) {
    one(place, partition, storage, null);
  }

  /** A partition, once for each schema that its files show. */
  void add(int place, List<Column> partition, Storage storage, LocationFiles files) {
    Set<Same<FileSchema>> shown =
        files.inspected().stream()
            .map(LocationFiles.Inspected::schema)
            .filter(schema -> schema.problem().isEmpty())
            .map(this::same)
            .collect(Collectors.toSet());
    if (shown.isEmpty()) {
      one(place, partition, storage, null);
    }
    shown.forEach(schema -> one(place, partition, storage, schema));
  }

  /** Files of a table without partitions, each by itself. */
  void addEach(List<Column> table, Storage storage, LocationFiles files) {
    for (int i = 0; i < files.inspected().size(); i++) {
      FileSchema schema = files.inspected().get(i).schema();
      if (schema.problem().isEmpty()) {
        one(i, table, storage, same(schema));
      }
    }
  }

  /** In the order in which the first of each was met. */
  List<Generation> sorted() {
    return List.copyOf(found.values());
  }

  private void one(
      int place, List<Column> partition, Storage storage, @Nullable Same<FileSchema> files) {
    Alike alike =
        new Alike(storage.format(), storage.declaredMapping(), columns.of(partition), files);
    found.merge(
        alike,
        new Generation(
            alike.format,
            alike.mapping,
            alike.columns.value,
            files == null ? null : files.value,
            1,
            place,
            place),
        Generation::and);
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

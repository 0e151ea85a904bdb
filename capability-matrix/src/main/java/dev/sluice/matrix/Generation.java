package dev.sluice.matrix;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.Drift.Level;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.TableFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partitions of a table whose schemas are alike at each level: what the catalog says of their
 * columns, and what their files say. Of a table without partitions: files that are alike. {@link
 * Generations} makes one object for all that are alike, so that two are the same or differ.
 */
public final class Generation {
  private final TableFormat format;
  private final @Nullable ColumnMapping mapping;
  private final List<Column> columns;
  private final @Nullable FileSchema files;
  private final List<Difference> differences;

  /**
   * @param table the table's columns, without partition keys
   * @param mapping how the catalog says that columns are found; null where it does not
   * @param columns as the catalog has them for these partitions
   * @param files what the files say; null where they were not looked into or do not tell
   */
  public Generation(
      List<Column> table,
      TableFormat format,
      @Nullable ColumnMapping mapping,
      List<Column> columns,
      @Nullable FileSchema files) {
    this.format = format;
    this.mapping = mapping;
    this.columns = columns;
    this.files = files;
    this.differences = differences(table);
  }

  public TableFormat format() {
    return format;
  }

  /** How the catalog says that columns are found; null where it does not. */
  public @Nullable ColumnMapping mapping() {
    return mapping;
  }

  /**
   * Where it disagrees with its table. What the partition and its files have in common is told
   * once, of the partition.
   */
  public List<Difference> differences() {
    return differences;
  }

  /** One way in which the schemas of a generation disagree with the table's. */
  public record Difference(SchemaChange change, Level level, PartitionSchema partition) {}

  private List<Difference> differences(List<Column> table) {
    List<SchemaChange> atPartition = ofPartition(table);
    if (files == null) {
      return told(atPartition, Level.PARTITION, PartitionSchema.STALE);
    }
    List<SchemaChange> atFile = ofFiles(table, files);
    Set<SchemaChange> both = new HashSet<>(atPartition);
    both.retainAll(new HashSet<>(atFile));
    List<Difference> found = new ArrayList<>();
    for (SchemaChange change : atPartition) {
      boolean stale = both.contains(change) || (files.sampled() && !contradicts(files, change));
      found.add(
          new Difference(
              change, Level.PARTITION, stale ? PartitionSchema.STALE : PartitionSchema.BEHIND));
    }
    List<SchemaChange> ofFile = atFile.stream().filter(one -> !both.contains(one)).toList();
    found.addAll(told(ofFile, Level.FILE, PartitionSchema.FRESH));
    return List.copyOf(found);
  }

  private static List<Difference> told(
      List<SchemaChange> changes, Level level, PartitionSchema partition) {
    return changes.stream().map(change -> new Difference(change, level, partition)).toList();
  }

  /** Names such as {@code _col0} say nothing, so that place must tell which column is meant. */
  private @Nullable ColumnMapping fileMapping(FileSchema schema) {
    return schema.has(FileFinding.Code.POSITIONAL_NAMES) ? ColumnMapping.BY_POSITION : mapping;
  }

  /**
   * Whether rows show that they were not written with the partition's columns. What they lack they
   * may have had, and a number of theirs may be of any type that holds it.
   */
  private boolean contradicts(FileSchema rows, SchemaChange change) {
    return switch (change.change()) {
      case COLUMN_ADDED_AT_END, COLUMN_ADDED_IN_MIDDLE, FIELD_ADDED_AT_END, FIELD_ADDED_IN_MIDDLE ->
          JsonColumns.have(rows.columns(), change.path());
      case TYPE_WIDENED, TYPE_CHANGED ->
          ofFiles(columns, rows).stream().anyMatch(each -> each.path().equals(change.path()));
      case COLUMN_REMOVED,
          COLUMN_REMOVED_AT_END,
          COLUMN_RENAMED,
          COLUMNS_REORDERED,
          FIELD_REMOVED,
          FIELD_REMOVED_AT_END,
          FIELD_RENAMED,
          FIELDS_REORDERED ->
          false;
    };
  }

  private List<SchemaChange> ofPartition(List<Column> table) {
    Optional<ReadMode> mode = MetChange.mode(format, mapping);
    return mode.isPresent()
        ? SchemaDrift.between(table, columns, mode.get().columns(), mode.get().fields())
        : SchemaDrift.between(table, columns);
  }

  private List<SchemaChange> ofFiles(List<Column> table, FileSchema schema) {
    Optional<ReadMode> mode = MetChange.mode(format, fileMapping(schema));
    return mode.isPresent()
        ? SchemaDrift.ofFile(table, schema, mode.get())
        : SchemaDrift.between(table, schema.columns());
  }
}

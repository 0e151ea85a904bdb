package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.conversion.ConversionPlan.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that are read of a table: those that it declares, and those that its partitions and
 * files have besides. Not shareable between threads.
 */
final class SourceColumns {
  private static final String SCHEMA_URL = "avro.schema.url";

  private final Table source;
  private final Set<String> losses = new LinkedHashSet<>();
  private final SchemaUnion union;

  SourceColumns(Table source) {
    this.source = source;
    this.union = new SchemaUnion(readable(source.columns()), source.partitionKeys());
  }

  /**
   * Puts to them what some partitions and all their files have besides. A table that names an Avro
   * schema is read by that one, which has no place for more; of one under Lake Formation only what
   * the catalog shows is read, for the rest may be hidden from who asks.
   */
  void gather(List<Part> parts, FileSchemas files, RunListener listener) {
    if (source.isUnderLakeFormation()) {
      return;
    } else if (!namesAvroSchema()) {
      gather(union, parts, files, listener);
      return;
    }
    SchemaUnion all = new SchemaUnion(union.columns(), source.partitionKeys());
    gather(all, parts, files, listener);
    if (!all.added().isEmpty()) {
      losses.add(
          "Left out, for the Avro schema that the table names has no such fields: "
              + String.join(", ", all.added()));
    }
  }

  private void gather(SchemaUnion into, List<Part> parts, FileSchemas files, RunListener listener) {
    List<Storage> storages = new ArrayList<>();
    for (Part part : parts) {
      Partition partition = part.partition();
      storages.add(partition == null ? source.storage() : partition.storage());
      if (partition != null) {
        into.add(readable(partition.columns()));
      }
    }
    for (LocationFiles found : files.inspect(storages, FileSample.ALL, listener)) {
      for (FileSchema schema : found.schemas()) {
        // What the first rows of JSON show is a guess of types.
        if (!schema.sampled()) {
          into.add(readable(schema.columns()));
        }
      }
    }
  }

  /**
   * Puts to them what a table that was converted as it is has from earlier: files that have all of
   * its columns leave readers nothing to make of them.
   */
  void addEarlier(Table twin) {
    if (!namesAvroSchema()) {
      union.add(twin.columns());
    }
  }

  private boolean namesAvroSchema() {
    return source.storage().format() == TableFormat.AVRO
        && (names("avro.schema.literal") || names(SCHEMA_URL));
  }

  private boolean names(String key) {
    return source.parameters().containsKey(key) || source.storage().parameters().containsKey(key);
  }

  private List<Column> readable(List<Column> columns) {
    List<Column> readable = new ArrayList<>();
    for (Column column : columns) {
      Optional<String> why = unreadable(column.type());
      if (why.isEmpty()) {
        readable.add(column);
      } else {
        losses.add("Column %s is left out: it holds %s".formatted(column.name(), why.get()));
      }
    }
    return readable;
  }

  /** Why a type cannot be read, where one of its parts cannot. */
  private static Optional<String> unreadable(DataType type) {
    if (type instanceof DataType.Unsupported unsupported) {
      return Optional.of(unsupported.text() + ": " + unsupported.reason());
    } else if (type instanceof DataType.Array array) {
      return unreadable(array.element());
    } else if (type instanceof DataType.MapOf map) {
      return unreadable(map.key()).or(() -> unreadable(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream()
          .flatMap(field -> unreadable(field.type()).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /**
   * @throws SluiceException with {@link ErrorCode#TYPE_MISMATCH} when columns that nobody declares
   *     have more than one type
   */
  List<Column> columns() {
    if (union.conflicts().isEmpty()) {
      return union.columns();
    }
    throw new SluiceException(
        ErrorCode.TYPE_MISMATCH,
        "%s cannot be converted: its files have columns that it does not declare, of more than one"
                .formatted(source.name())
            + " type: "
            + String.join("; ", union.conflicts()));
  }

  /** The paths that the table does not declare. */
  List<String> added() {
    return union.added();
  }

  /** What is left out, each as a sentence. */
  List<String> losses() {
    return List.copyOf(losses);
  }
}

package dev.sluice.doctor;

import static java.util.Objects.requireNonNull;

import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.InMemoryCatalog;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.LocationFiles.Inspected;
import dev.sluice.Partition;
import dev.sluice.Progress;
import dev.sluice.RunListener;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table in memory, with partitions by day and one file in each. Not shareable. */
final class Lake {
  static final TableName EVENTS = new TableName("web", "events");
  static final Column ID = column("id", Primitive.BIGINT);
  static final Column OS = column("os", Primitive.STRING);
  static final Column AGE = column("age", Primitive.INTEGER);

  final List<Progress> progress = new ArrayList<>();
  private final TableFormat format;
  private final @Nullable ColumnMapping mapping;
  private final List<Column> columns;
  private final DataType keyType;
  private final List<Partition> partitions = new ArrayList<>();
  private final Map<String, FileSchema> files = new HashMap<>();
  private final List<LakeFile> others = new ArrayList<>();

  Lake(TableFormat format, @Nullable ColumnMapping mapping, List<Column> columns) {
    this(format, mapping, columns, Primitive.STRING);
  }

  Lake(
      TableFormat format, @Nullable ColumnMapping mapping, List<Column> columns, DataType keyType) {
    this.format = format;
    this.mapping = mapping;
    this.columns = columns;
    this.keyType = keyType;
  }

  static Column column(String name, DataType type) {
    return new Column(name, type);
  }

  static Column struct(String name, String... fields) {
    List<Field> all = new ArrayList<>();
    for (String field : fields) {
      all.add(new Field(field, Primitive.STRING));
    }
    return new Column(name, new DataType.Struct(all));
  }

  /** A partition whose columns the catalog has as given, with one file of columns as given. */
  Lake partition(String day, List<Column> inCatalog, List<Column> inFile) {
    return partition(day, inCatalog, new FileSchema(inFile, false, List.of()));
  }

  Lake partition(String day, List<Column> inCatalog, FileSchema file) {
    String location = "/lake/events/day=" + day;
    partitions.add(
        new Partition(
            List.of(day),
            inCatalog,
            new Storage(format, location, null, null, Map.of(), mapping),
            Map.of()));
    files.put(location, file);
    return this;
  }

  Lake file(String path) {
    others.add(new LakeFile(path, 1, Instant.EPOCH));
    return this;
  }

  Checkup examined() {
    Table table =
        Table.builder(EVENTS)
            .columns(columns)
            .partitionKey("day", keyType)
            .storage(new Storage(format, "/lake/events", null, null, Map.of(), mapping))
            .build();
    InMemoryCatalog catalog = InMemoryCatalog.builder().table(table, partitions).build();
    return new Doctor(
            any -> catalog.partitions(any, List.of()),
            new Files(),
            location -> others,
            FileSample.ALL,
            progress::add)
        .examine(table);
  }

  private final class Files implements FileSchemas {
    @Override
    public List<LocationFiles> inspect(
        List<Storage> storages, FileSample sample, RunListener listener) {
      listener.progressed(new Progress("reading files", 0, storages.size()));
      return storages.stream().map(this::inspected).toList();
    }

    private LocationFiles inspected(Storage storage) {
      LakeFile file = new LakeFile(storage.location() + "/part-0", 10, Instant.EPOCH);
      FileSchema schema = requireNonNull(files.get(storage.location()));
      return new LocationFiles(
          storage.location(), 1, 10, List.of(new Inspected(file, schema)), null);
    }

    @Override
    public void close() {}
  }
}

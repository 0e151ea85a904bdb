package dev.sluice.glue.lake;

import dev.sluice.Catalog;
import dev.sluice.EditableCatalog;
import dev.sluice.ErrorCode;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import dev.sluice.glue.GluePartitions;
import dev.sluice.glue.GlueTables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalog of a lake folder: {@code catalog/DATABASE.tables.json} is what {@code aws glue
 * get-tables --database-name DATABASE} prints, {@code catalog/DATABASE.TABLE.partitions.json} what
 * {@code aws glue get-partitions} prints. A file is read when first needed and again when it has
 * changed. Locations are handed out as URIs or absolute paths, see {@link Locations}.
 *
 * <p>Safe for use by several threads; holds nothing open.
 */
public final class LakeFolderCatalog implements Catalog {
  private final Path lake;
  private final CatalogFolder folder;
  private final Snapshots<SortedMap<TableName, Table>> tables = new Snapshots<>();
  private final Snapshots<Partitions> partitions = new Snapshots<>();

  private LakeFolderCatalog(Path lake, CatalogFolder folder) {
    this.lake = lake;
    this.folder = folder;
  }

  /**
   * Opens a lake. Reads no file yet.
   *
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} when the folder, or the
   *     {@code catalog} folder in it, is not there
   */
  public static LakeFolderCatalog open(Path lake) {
    Path absolute = lake.toAbsolutePath().normalize();
    return new LakeFolderCatalog(absolute, CatalogFolder.of(absolute));
  }

  @Override
  public List<String> databases() {
    return folder.databases();
  }

  @Override
  public List<Table> tables(String database) {
    return List.copyOf(tablesByName(database).values());
  }

  @Override
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(tablesByName(name.database()).get(name));
  }

  /** All partitions, in the order of the file, whatever the ranges. */
  @Override
  public Partitions partitions(Table table, List<KeyRanges> ranges) {
    if (!table.isPartitioned()) {
      return table
          .problem()
          .<Partitions>map(Partitions.Unknown::new)
          .orElseGet(() -> new Partitions.Known(OptionalLong.of(0), List.of()));
    }
    Optional<Path> file = folder.partitions(table.name());
    if (file.isEmpty()) {
      return new Partitions.Unknown(
          "There is no file %s; `aws glue get-partitions` prints it"
              .formatted(folder.partitionsName(table.name())));
    }
    Optional<TableName> other = otherOwner(table.name());
    if (other.isPresent()) {
      return new Partitions.Unknown(
          "%s could be of %s or of %s".formatted(file.get(), table.name(), other.get()));
    }
    Object meaning = List.of(table.partitionKeys().size(), table.parameters());
    return partitions.get(file.get(), meaning, () -> readPartitions(file.get(), table));
  }

  @Override
  public Optional<EditableCatalog> editable(Path keep) {
    return Optional.of(editor(Clock.systemUTC()));
  }

  @Override
  public Optional<TableWriter> writer() {
    return Optional.of(new LakeFolderWriter(lake, folder));
  }

  LakeFolderEditor editor(Clock clock) {
    return new LakeFolderEditor(folder, clock);
  }

  private SortedMap<TableName, Table> tablesByName(String database) {
    String name = database.toLowerCase(Locale.ROOT);
    return folder
        .tables(name)
        .map(file -> tables.get(file, name, () -> readTables(file, name)))
        .orElseGet(TreeMap::new);
  }

  private SortedMap<TableName, Table> readTables(Path file, String database) {
    SortedMap<TableName, Table> read = new TreeMap<>();
    GlueTables mapping = new GlueTables(location -> Locations.resolve(lake, location));
    // A listing cut short has fewer tables; those it lacks are not found.
    new Listing(file, "TableList")
        .read(
            entry -> {
              Table table = mapping.table(database, entry);
              read.merge(table.name(), table, (first, second) -> twice(first.name(), file));
            });
    return Collections.unmodifiableSortedMap(read);
  }

  private static Table twice(TableName name, Path file) {
    return Table.builder(name).problem("It is listed more than once in " + file).build();
  }

  private Partitions readPartitions(Path file, Table table) {
    List<Partition> read = new ArrayList<>();
    GluePartitions mapping =
        new GluePartitions(table, location -> Locations.resolve(lake, location));
    boolean complete =
        new Listing(file, "Partitions").read(entry -> read.add(mapping.partition(entry)));
    return complete
        ? new Partitions.Known(OptionalLong.of(read.size()), read)
        : new Partitions.Unknown(
            file + " ends with a NextToken: it lists only the first " + read.size());
  }

  /**
   * Another table whose partitions would lie in a file of the same name: {@code a.b.c} is table
   * {@code c} of {@code a.b} and table {@code b.c} of {@code a}.
   */
  private Optional<TableName> otherOwner(TableName table) {
    String stem = table.toString();
    for (int dot = stem.indexOf('.'); dot >= 0; dot = stem.indexOf('.', dot + 1)) {
      TableName other = new TableName(stem.substring(0, dot), stem.substring(dot + 1));
      if (!other.equals(table) && mayExist(other)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private boolean mayExist(TableName name) {
    try {
      return table(name).isPresent();
    } catch (SluiceException unreadable) {
      return true;
    }
  }
}

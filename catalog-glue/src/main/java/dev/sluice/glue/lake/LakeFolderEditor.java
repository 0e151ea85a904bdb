package dev.sluice.glue.lake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.CatalogEdit;
import dev.sluice.EditableCatalog;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the JSON files of a lake's {@code catalog} folder. A file is written beside the old one
 * and renamed into its place; the old one stays as {@code NAME.TIME.old}, with the time in UTC.
 *
 * <p>Safe for use by several threads; two that edit one file at a time do not lose edits, for the
 * later one fails.
 */
public final class LakeFolderEditor implements EditableCatalog {
  private final CatalogFolder folder;
  private final Clock clock;

  private LakeFolderEditor(CatalogFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Opens a lake. Reads no file yet.
   *
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} when there is none
   */
  public static LakeFolderEditor open(Path lake) {
    return open(lake, Clock.systemUTC());
  }

  static LakeFolderEditor open(Path lake, Clock clock) {
    return new LakeFolderEditor(CatalogFolder.of(lake.toAbsolutePath().normalize()), clock);
  }

  @Override
  public List<Written> apply(List<CatalogEdit> edits) {
    Map<TableName, List<CatalogEdit>> byTable = new LinkedHashMap<>();
    edits.forEach(
        edit -> byTable.computeIfAbsent(edit.table(), name -> new ArrayList<>()).add(edit));
    List<Written> written = new ArrayList<>();
    byTable.forEach((table, own) -> written.addAll(apply(table, own)));
    return List.copyOf(written);
  }

  /** The table's own entry last: what partitions inherit is what it says now. */
  private List<Written> apply(TableName name, List<CatalogEdit> edits) {
    ListingFile tables = new ListingFile(required(name), "TableList", clock);
    TableEntry table = new TableEntry(find(tables, name));
    List<Written> written = new ArrayList<>();
    folder
        .partitions(name)
        .map(file -> new ListingFile(file, "Partitions", clock))
        .flatMap(file -> file.rewrite(new PartitionEdits(table, edits)))
        .ifPresent(written::add);
    tables.rewrite(new TableEdits(name, edits)).ifPresent(written::add);
    return written;
  }

  private Path required(TableName name) {
    return folder
        .tables(name.database())
        .orElseThrow(() -> missing("The catalog has no database " + name.database()));
  }

  private static ObjectNode find(ListingFile tables, TableName name) {
    List<ObjectNode> found = new ArrayList<>();
    tables.read(
        entry -> {
          if (entry instanceof ObjectNode object && TableEdits.isOf(object, name)) {
            found.add(object);
          }
        });
    return Optional.of(found)
        .filter(entries -> entries.size() == 1)
        .map(entries -> entries.get(0))
        .orElseThrow(() -> missing("The catalog has not one table " + name));
  }

  private static SluiceException missing(String what) {
    return new SluiceException(ErrorCode.CATALOG_UNREADABLE, what);
  }
}

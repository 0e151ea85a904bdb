package dev.sluice.glue.lake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.CatalogEdit;
import dev.sluice.EditableCatalog;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.glue.edit.EntryEdits;
import dev.sluice.glue.edit.PartitionEdits;
import dev.sluice.glue.edit.TableEdits;
import dev.sluice.glue.edit.TableEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the JSON files of a lake's {@code catalog} folder. A file is written beside the old one
 * and renamed into its place; the old one stays as {@code NAME.TIME.old}, with the time in UTC.
 *
 * <p>Safe for use by several threads; two that edit one file at a time do not lose edits, for the
 * later one fails.
 */
final class LakeFolderEditor implements EditableCatalog {
  private final CatalogFolder folder;
  private final Clock clock;

  LakeFolderEditor(CatalogFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Nothing but the files here is changed: what Lake Formation guards is elsewhere. */
  @Override
  public Optional<String> refusal(Table table) {
    return Optional.empty();
  }

  /** Each listing is written whole or not at all. */
  @Override
  public void apply(List<CatalogEdit> edits, Watch watch) {
    EntryEdits.byTable(edits).forEach((table, own) -> apply(table, own, watch));
  }

  /** The table's own entry last: what partitions inherit is what it says now. */
  private void apply(TableName name, List<CatalogEdit> edits, Watch watch) {
    ListingFile tables = new ListingFile(required(name), "TableList", clock);
    TableEntry table = new TableEntry(find(tables, name));
    folder
        .partitions(name)
        .map(file -> new ListingFile(file, "Partitions", clock))
        .flatMap(file -> file.rewrite(new PartitionEdits(table, edits)))
        .ifPresent(watch::wrote);
    tables.rewrite(new TableEdits(name, edits)).ifPresent(watch::wrote);
  }

  /**
   * @param kept one of the files that an edit left beside
   */
  @Override
  public void undo(Path kept, Watch watch) {
    Path file = kept.toAbsolutePath().normalize();
    Path listing = folder.listingOf(file).orElseThrow(() -> notKept(kept));
    new ListingFile(listing, "", clock).restore(file).ifPresent(watch::wrote);
  }

  private SluiceException notKept(Path kept) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        kept
            + " is no file that was kept when this catalog was changed: those lie in "
            + folder.folder()
            + " and are called LISTING.json.TIME.old");
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

package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.glue.lake.LakeExport;
import dev.sluice.glue.lake.TableListing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps entries that are about to change: {@code TIME/catalog} holds them as they were, in the
 * files of a lake folder, and {@code TIME/written/catalog} as they were to be, so that undoing sees
 * what somebody else has changed since.
 *
 * @param folder made when it is first needed
 */
record KeptEntries(Path folder, Clock clock) {
  private static final String BEFORE = "";
  private static final String AFTER = "written";

  /**
   * @return where they are kept
   */
  Path keep(List<TableChange> changes) {
    List<TableListing> before = changes.stream().map(TableChange::before).toList();
    List<TableListing> after = changes.stream().map(TableChange::after).toList();
    try {
      return LakeExport.write(
          folder.toAbsolutePath().normalize(), clock, Map.of(BEFORE, before, AFTER, after));
    } catch (IOException | UncheckedIOException e) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "Nothing was changed, for the entries as they are cannot be kept in "
              + folder
              + ": "
              + e
              + ". Name another folder for them (--keep)",
          e);
    }
  }

  /** What was to change then. */
  List<TableChange> read(Path kept) {
    if (!Files.isDirectory(kept.resolve("catalog"))
        || !Files.isDirectory(kept.resolve(AFTER).resolve("catalog"))) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          kept
              + " is no folder that was kept when the live catalog was changed: it has not both"
              + " catalog and written/catalog in it");
    }
    Map<TableName, TableListing> after =
        LakeExport.read(kept.resolve(AFTER)).stream()
            .collect(Collectors.toMap(TableListing::name, Function.identity()));
    List<TableChange> changes = new ArrayList<>();
    for (TableListing before : LakeExport.read(kept)) {
      TableListing then = after.get(before.name());
      if (then == null) {
        throw new SluiceException(
            ErrorCode.CATALOG_UNREADABLE,
            kept + " does not say what was written of " + before.name());
      }
      changes.add(change(before, then));
    }
    return changes;
  }

  private static TableChange change(TableListing before, TableListing after) {
    Map<List<String>, EntryChange> partitions = new LinkedHashMap<>();
    for (ObjectNode entry : before.partitions()) {
      partitions.put(EntryChange.values(entry), new EntryChange(entry, null));
    }
    for (ObjectNode entry : after.partitions()) {
      partitions.merge(
          EntryChange.values(entry),
          new EntryChange(null, entry),
          (old, fresh) -> new EntryChange(old.before(), fresh.after()));
    }
    return new TableChange(
        new EntryChange(before.table(), after.table()), List.copyOf(partitions.values()));
  }
}

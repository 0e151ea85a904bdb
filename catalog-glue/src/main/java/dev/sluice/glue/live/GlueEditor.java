package dev.sluice.glue.live;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes entries of the live catalog, a table at a time. As they were, they are kept in a folder
 * that is a lake folder too.
 *
 * <p>What a link leads to is changed under its own name: through a link Glue does so only where the
 * database is none as well (Lake Formation Developer Guide, "Resource link handling in AWS Glue
 * APIs", UpdateTable; looked at 2026-11-27).
 */
final class GlueEditor implements EditableCatalog {
  private final GlueReader reader;
  private final GlueCalls calls;
  private final GlueWrites writes;
  private final KeptEntries keeping;
  private final Runnable forget;

  /**
   * @param forget what was read before is no longer believed
   */
  GlueEditor(
      GlueReader reader, GlueCalls calls, GlueWrites writes, KeptEntries keeping, Runnable forget) {
    this.reader = reader;
    this.calls = calls;
    this.writes = writes;
    this.keeping = keeping;
    this.forget = forget;
  }

  /**
   * Lake Formation shows callers the columns that they are granted; whether all are there cannot be
   * told, and writing back an entry that lacks some would take them away from everybody.
   */
  @Override
  public Optional<String> refusal(Table table) {
    return table.isUnderLakeFormation()
        ? Optional.of(
            "Lake Formation guards it and may hide columns from who asks: an entry without them,"
                + " written back, would lose them for everybody")
        : Optional.empty();
  }

  /** Edits of a table and of links to it are edits of one entry. */
  @Override
  public void apply(List<CatalogEdit> edits, Watch watch) {
    Map<GlueTable.Source, ObjectNode> entries = new LinkedHashMap<>();
    Map<GlueTable.Source, List<CatalogEdit>> bySource = new LinkedHashMap<>();
    EntryEdits.byTable(edits)
        .forEach(
            (table, own) -> {
              ObjectNode entry = entry(table);
              GlueTable.Source source = TableChange.sourceOf(entry);
              entries.put(source, entry);
              bySource.computeIfAbsent(source, each -> new ArrayList<>()).addAll(own);
            });
    List<TableChange> changes = new ArrayList<>();
    entries.forEach(
        (source, entry) ->
            changes.add(change(source, entry, bySource.getOrDefault(source, List.of()))));
    write(changes, watch);
  }

  @Override
  public void undo(Path kept, Watch watch) {
    write(keeping.read(kept).stream().map(TableChange::reversed).toList(), watch);
  }

  private void write(List<TableChange> all, Watch watch) {
    List<TableChange> changes = all.stream().filter(change -> !change.isNone()).toList();
    if (changes.isEmpty()) {
      return;
    }
    Path kept = keeping.keep(changes);
    try {
      for (TableChange change : changes) {
        new ChangeWriting(calls, writes, change, kept, watch).write();
      }
    } finally {
      forget.run();
    }
  }

  private ObjectNode entry(TableName name) {
    GlueTable table = reader.table(name).orElseThrow(() -> missing(name));
    refusal(table.table())
        .ifPresent(
            why -> {
              throw new SluiceException(
                  ErrorCode.ACCESS_DENIED, "Table " + name + " is left as it is: " + why);
            });
    return (ObjectNode) calls.table(table.source()).orElseThrow(() -> missing(name));
  }

  private TableChange change(GlueTable.Source source, ObjectNode entry, List<CatalogEdit> edits) {
    TableEdits own = new TableEdits(source.name(), edits);
    return new TableChange(
        new EntryChange(entry, (ObjectNode) own.edited(entry)),
        partitions(source, new PartitionEdits(new TableEntry(entry), edits), edits));
  }

  private List<EntryChange> partitions(
      GlueTable.Source source, PartitionEdits of, List<CatalogEdit> edits) {
    List<EntryChange> changes = new ArrayList<>();
    SharedColumns columns = new SharedColumns();
    for (JsonNode entry : concerned(source, edits)) {
      JsonNode edited = of.edited(entry);
      if (edited != entry) {
        changes.add(new EntryChange((ObjectNode) entry, (ObjectNode) columns.in(edited)));
      }
    }
    of.added().forEach(entry -> changes.add(new EntryChange(null, (ObjectNode) entry)));
    return changes;
  }

  private List<JsonNode> concerned(GlueTable.Source source, List<CatalogEdit> edits) {
    Set<List<String>> named = new LinkedHashSet<>();
    for (CatalogEdit edit : edits) {
      if (edit instanceof CatalogEdit.SetSerdeParameter) {
        return calls.partitions(source, "");
      } else if (edit instanceof CatalogEdit.SyncColumns sync) {
        named.addAll(sync.partitions());
      } else if (edit instanceof CatalogEdit.RegisterPartitions register) {
        register.folders().forEach(folder -> named.add(folder.values()));
      }
    }
    return calls.partitions(source, named);
  }

  private static SluiceException missing(TableName name) {
    return new SluiceException(
        ErrorCode.CATALOG_UNREADABLE, "The catalog has not one table " + name);
  }
}

package dev.sluice.glue.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.CatalogEdit.SetSerdeParameter;
import dev.sluice.CatalogEdit.SyncColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What edits of one table come to among its partitions. Not shareable between threads. */
public final class PartitionEdits implements EntryEdits {
  private final TableEntry table;
  private final List<CatalogEdit> edits;
  private final Set<List<String>> seen = new HashSet<>();

  public PartitionEdits(TableEntry table, List<CatalogEdit> edits) {
    this.table = table;
    this.edits = edits;
  }

  @Override
  public JsonNode edited(JsonNode entry) {
    List<String> values = new ArrayList<>();
    entry.path("Values").forEach(value -> values.add(value.asText()));
    seen.add(values);
    JsonNode edited = entry;
    for (CatalogEdit edit : edits) {
      if (edited instanceof ObjectNode partition) {
        edited = edited(partition, values, edit);
      }
    }
    return edited;
  }

  private JsonNode edited(ObjectNode partition, List<String> values, CatalogEdit edit) {
    if (edit instanceof SyncColumns sync && sync.partitions().contains(values)) {
      return table.inheritedBy(partition);
    } else if (edit instanceof SetSerdeParameter set) {
      return TableEdits.withSerdeParameter(partition, set);
    }
    // SetTableParameter is the table's alone, RegisterPartitions comes after all.
    return partition;
  }

  @Override
  public List<JsonNode> added() {
    List<JsonNode> added = new ArrayList<>();
    for (CatalogEdit edit : edits) {
      if (edit instanceof RegisterPartitions register) {
        for (Folder folder : register.folders()) {
          if (seen.add(folder.values())) {
            added.add(fresh(folder));
          }
        }
      }
    }
    return added;
  }

  /** With the parameters that the table is about to get. */
  private JsonNode fresh(Folder folder) {
    JsonNode partition = table.partition(folder.values(), folder.path());
    for (CatalogEdit edit : edits) {
      if (edit instanceof SetSerdeParameter set && partition instanceof ObjectNode object) {
        partition = TableEdits.withSerdeParameter(object, set);
      }
    }
    return partition;
  }
}

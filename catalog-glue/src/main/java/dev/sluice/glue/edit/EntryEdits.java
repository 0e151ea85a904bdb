package dev.sluice.glue.edit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.CatalogEdit;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the entries of a listing. Not shareable between threads. */
public interface EntryEdits {
  /** The entry as it is to be, the same object where it changes nothing. */
  JsonNode edited(JsonNode entry);

  /** Whether an entry is to be there no more. */
  default boolean removes(JsonNode entry) {
    return false;
  }

  /** Entries that come after all others, which have been edited before. */
  List<JsonNode> added();

  /** The edits of each table, in the order in which the tables come first. */
  static Map<TableName, List<CatalogEdit>> byTable(List<CatalogEdit> edits) {
    Map<TableName, List<CatalogEdit>> byTable = new LinkedHashMap<>();
    edits.forEach(
        edit -> byTable.computeIfAbsent(edit.table(), name -> new ArrayList<>()).add(edit));
    return byTable;
  }
}

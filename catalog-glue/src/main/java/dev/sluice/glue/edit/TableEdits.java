package dev.sluice.glue.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.SetSerdeParameter;
import dev.sluice.CatalogEdit.SetTableParameter;
import dev.sluice.TableName;
import java.util.List;

/** What edits of one table come to in its own entry. */
public record TableEdits(TableName table, List<CatalogEdit> edits) implements EntryEdits {

  public static boolean isOf(JsonNode entry, TableName table) {
    return entry.path("Name").asText().equalsIgnoreCase(table.table());
  }

  @Override
  public JsonNode edited(JsonNode entry) {
    JsonNode edited = entry;
    for (CatalogEdit edit : edits) {
      if (edited instanceof ObjectNode object && isOf(object, table)) {
        if (edit instanceof SetSerdeParameter set) {
          edited = withSerdeParameter(object, set);
        } else if (edit instanceof SetTableParameter set) {
          edited = with(object, List.of("Parameters"), set.key(), set.value());
        }
      }
    }
    return edited;
  }

  @Override
  public List<JsonNode> added() {
    return List.of();
  }

  /** A table's or a partition's entry with a parameter of its SerDe. */
  static JsonNode withSerdeParameter(ObjectNode entry, SetSerdeParameter set) {
    List<String> path = List.of("StorageDescriptor", "SerdeInfo", "Parameters");
    return with(entry, path, set.key(), set.value());
  }

  private static JsonNode with(ObjectNode entry, List<String> path, String key, String value) {
    ObjectNode edited = entry.deepCopy();
    ObjectNode at = edited;
    for (String member : path) {
      at = at.get(member) instanceof ObjectNode inner ? inner : at.putObject(member);
    }
    at.put(key, value);
    return edited.equals(entry) ? entry : edited;
  }
}

package dev.sluice.glue.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.TableName;
import java.util.List;

/**
 * A table's entry and some of its partitions'.
 *
 * @param table with its name and its database's
 */
public record TableListing(ObjectNode table, List<ObjectNode> partitions) {
  public TableListing {
    partitions = List.copyOf(partitions);
  }

  public TableName name() {
    return new TableName(text("DatabaseName"), text("Name"));
  }

  private String text(String member) {
    JsonNode value = table.path(member);
    if (value.asText("").isEmpty()) {
      throw new IllegalArgumentException("An entry has no " + member);
    }
    return value.asText();
  }
}

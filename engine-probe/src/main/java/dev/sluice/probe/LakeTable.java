package dev.sluice.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.TableName;
import java.util.List;

/**
 * A table that is to be made.
 *
 * @param entry in the shape of Glue's entries, with locations in S3
 * @param partitions likewise
 */
public record LakeTable(TableName name, JsonNode entry, List<JsonNode> partitions) {
  public LakeTable {
    partitions = List.copyOf(partitions);
  }
}

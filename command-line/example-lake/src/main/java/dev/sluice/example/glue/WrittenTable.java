package dev.sluice.example.glue;

import dev.sluice.example.web.ExampleTable;
import java.util.Map;

/**
 * A table whose files are written.
 *
 * @param rowCounts by partition, in the order of the partitions
 */
public record WrittenTable(ExampleTable table, Map<ExampleTable.Part, Integer> rowCounts) {
  public int rows() {
    return rowCounts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

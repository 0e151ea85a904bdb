package dev.sluice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches columns that an engine gives back as text for nested values: a NULL there may be a value
 * that was too long, which the engine drops without a word (Amazon Redshift Database Developer
 * Guide, serializing-complex-JSON, 2025).
 */
final class SerializedRows extends ForwardingRows {
  private final Map<Integer, Long> nulls = new LinkedHashMap<>();

  SerializedRows(Rows rows, Set<String> serialized) {
    super(rows);
    List<ResultColumn> columns = rows.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (serialized.contains(columns.get(i).name())) {
        nulls.put(i, 0L);
      }
    }
  }

  @Override
  public boolean next() {
    boolean more = rows().next();
    if (more) {
      nulls.replaceAll((column, count) -> rows().value(column) == null ? count + 1 : count);
    }
    return more;
  }

  @Override
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(rows().warnings());
    nulls.forEach(
        (column, count) -> {
          if (count > 0) {
            warnings.add(warning(rows().columns().get(column).name(), count));
          }
        });
    return warnings;
  }

  private static String warning(String column, long count) {
    return "Column "
        + column
        + " is NULL in "
        + count
        + (count == 1 ? " row" : " rows")
        + ": the value may be NULL, or its text may have been too long for the engine to return";
  }
}

package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Column;
import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of columns. One instance reads one listing and hands out the same type for the same
 * text. Not shareable between threads.
 */
final class GlueColumns {
  private final Map<String, DataType> types = new HashMap<>();

  /**
   * The columns of {@code list} that can be understood.
   *
   * @param what what the list is called in a problem
   * @param problems takes a sentence for each entry that cannot
   */
  List<Column> read(JsonNode list, String what, List<String> problems) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      problems.add(what + " is not a list");
      return List.of();
    }
    List<Column> columns = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Column column = column(list.get(i), "Entry " + (i + 1) + " of " + what, problems);
      if (column != null) {
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }

  private @Nullable Column column(JsonNode entry, String where, List<String> problems) {
    String name = GlueJson.text(entry, "Name");
    if (name == null) {
      problems.add(where + " has no Name");
      return null;
    }
    String type = GlueJson.text(entry, "Type");
    if (type == null) {
      problems.add(where + " (" + name + ") has no Type");
      return null;
    }
    DataType parsed = types.computeIfAbsent(type, HiveTypes::parse);
    return new Column(name, parsed, GlueJson.text(entry, "Comment"));
  }
}

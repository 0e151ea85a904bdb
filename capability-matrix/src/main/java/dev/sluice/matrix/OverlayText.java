package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes changed cells as an overlay file, which {@link CapabilityMatrix#overlaid} reads. */
public final class OverlayText {
  private OverlayText() {}

  /** YAML; empty when nothing is changed. Of several changes of one cell the last stands. */
  public static String of(List<CellChange> changes) {
    Map<Capability, Map<EngineName, Cell>> cells = new TreeMap<>();
    for (CellChange change : changes) {
      cells
          .computeIfAbsent(change.capability(), unused -> new TreeMap<>())
          .put(change.engine(), change.after());
    }
    StringBuilder yaml = new StringBuilder();
    cells.forEach((capability, engines) -> row(yaml, capability, engines));
    return yaml.toString();
  }

  private static void row(
      StringBuilder yaml, Capability capability, Map<EngineName, Cell> engines) {
    yaml.append(capability).append(":\n");
    engines.forEach(
        (engine, cell) -> {
          yaml.append("  ").append(engine).append(":\n");
          Map<String, String> fields = CellFields.of(cell);
          if (cell.caveat() == null) {
            // Else the one that was there would stay.
            fields.put("caveat", "");
          }
          fields.remove("probe");
          fields.forEach(
              (key, value) ->
                  yaml.append("    ").append(key).append(": ").append(quoted(value)).append('\n'));
        });
  }

  /** In double quotes, where YAML knows JSON's escapes; plain where nothing can be misread. */
  private static String quoted(String value) {
    if (value.matches("[a-z]+( [a-z-]+)*")) {
      return value;
    }
    StringBuilder text = new StringBuilder("\"");
    for (char letter : value.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < ' ' || letter == '\u007f' || Character.isSurrogate(letter)) {
        text.append("\\u%04x".formatted((int) letter));
      } else {
        text.append(letter);
      }
    }
    return text.append('"').toString();
  }
}

package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One capability across the engines.
 *
 * @param title what it is, for a person
 * @param area the data file that holds it: formats, nested, syntax, operations
 * @param cells in the engines' order
 * @param conditions what cells say instead under an engine's settings
 */
public record CapabilityRow(
    Capability capability,
    String title,
    String area,
    Map<EngineName, Cell> cells,
    List<ConditionalCell> conditions) {
  public CapabilityRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    conditions = List.copyOf(conditions);
  }

  CapabilityRow with(EngineName engine, Cell cell) {
    Map<EngineName, Cell> changed = new LinkedHashMap<>(cells);
    changed.put(engine, cell);
    return new CapabilityRow(capability, title, area, changed, conditions);
  }
}

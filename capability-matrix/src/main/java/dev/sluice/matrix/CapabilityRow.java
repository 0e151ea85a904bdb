package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One capability across the engines.
 *
 * @param title what it is, for a person
 * @param area the data file that holds it: formats, nested, syntax, operations
 * @param cells in the engines' order
 */
public record CapabilityRow(
    Capability capability, String title, String area, Map<EngineName, Cell> cells) {
  public CapabilityRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  CapabilityRow with(EngineName engine, Cell cell) {
    Map<EngineName, Cell> changed = new LinkedHashMap<>(cells);
    changed.put(engine, cell);
    return new CapabilityRow(capability, title, area, changed);
  }
}

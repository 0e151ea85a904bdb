package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.List;

/**
 * A setting of an engine that bears on the matrix.
 *
 * @param title what it says, for a person
 * @param values the default first
 */
public record MatrixSetting(EngineName engine, String name, String title, List<String> values) {
  public MatrixSetting {
    values = List.copyOf(values);
  }

  public String defaultValue() {
    return values.get(0);
  }
}

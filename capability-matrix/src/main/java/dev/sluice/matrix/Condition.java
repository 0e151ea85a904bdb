package dev.sluice.matrix;

/**
 * A setting of an engine under which some of its cells say something else.
 *
 * @param setting as the engine's settings are called in the configuration
 * @param value other than the setting's default
 */
public record Condition(String setting, String value) {
  /** {@code setting: value}, as the configuration has it. */
  @Override
  public String toString() {
    return setting + ": " + value;
  }
}

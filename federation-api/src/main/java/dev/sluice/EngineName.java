package dev.sluice;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * The name of an engine, as the matrix's columns and the configuration spell it: lower case, for
 * example {@code athena}.
 */
public record EngineName(String value) implements Comparable<EngineName> {
  public EngineName {
    requireNonNull(value, "value");
    if (value.isBlank() || !value.equals(value.strip().toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "An engine's name is lower case and not blank: '" + value + "'");
    }
  }

  public static EngineName of(String value) {
    return new EngineName(value.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(EngineName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

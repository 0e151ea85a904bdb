package dev.sluice.tests.evolution;

import dev.sluice.matrix.ErrorScope;
import dev.sluice.matrix.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What an engine did with one case.
 *
 * @param code the error's, if there was one
 * @param scope which queries meet the error
 */
record Observed(Reading reading, @Nullable String code, @Nullable ErrorScope scope) {
  static Observed of(Reading reading) {
    return new Observed(reading, null, null);
  }

  @Override
  public String toString() {
    return code == null ? reading.toString() : reading + " " + code + " " + scope;
  }
}

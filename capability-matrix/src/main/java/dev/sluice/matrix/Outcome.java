package dev.sluice.matrix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What reading over a change comes to. Written {@code right}, or {@code error HIVE_BAD_DATA,
 * changed column}.
 *
 * @param code the engine's name for the error; null where there is none, or none is established
 * @param scope which queries meet the error; present for errors alone
 */
public record Outcome(Reading reading, @Nullable String code, @Nullable ErrorScope scope) {
  public Outcome {
    if ((scope != null) != (reading == Reading.ERROR) || (code != null && scope == null)) {
      throw new IllegalArgumentException("Errors have a scope and may have a code, others neither");
    }
  }

  public static Outcome of(Reading reading) {
    return new Outcome(reading, null, null);
  }

  public static Outcome error(@Nullable String code, ErrorScope scope) {
    return new Outcome(Reading.ERROR, code, scope);
  }

  /** The outcome that a data file spells, or null. */
  static @Nullable Outcome parse(String text) {
    String[] parts = text.split(", ", 2);
    String[] words = parts[0].split(" ", 2);
    Reading reading = MatrixWords.constant(Reading.class, words[0]);
    String code = words.length > 1 ? words[1] : null;
    ErrorScope scope = parts.length > 1 ? MatrixWords.constant(ErrorScope.class, parts[1]) : null;
    if (reading == null
        || (scope != null) != (parts.length > 1)
        || (scope != null) != (reading == Reading.ERROR)
        || (code != null && scope == null)) {
      return null;
    }
    return new Outcome(reading, code, scope);
  }

  @Override
  public String toString() {
    String spelled = reading.name().toLowerCase(Locale.ROOT);
    return spelled
        + (code == null ? "" : " " + code)
        + (scope == null ? "" : ", " + MatrixWords.word(scope));
  }
}

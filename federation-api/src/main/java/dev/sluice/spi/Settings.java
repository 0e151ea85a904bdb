package dev.sluice.spi;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.util.Collection;
import java.util.List;

/** What engines say of their settings, each in the same words. */
public final class Settings {
  private Settings() {}

  /**
   * Refuses a key that the engine does not know, and names the nearest.
   *
   * @param known as the documentation lists them; what stands after a dot, as in {@code
   *     schemas.DATABASE}, may be any name
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static void requireKnown(EngineName engine, Collection<String> keys, List<String> known) {
    for (String key : keys.stream().sorted().toList()) {
      if (known.stream().noneMatch(one -> isCalled(key, one))) {
        throw unknown(engine, key, known);
      }
    }
  }

  /** An error of one setting; {@code what} goes on from the engine's name. */
  public static SluiceException invalid(EngineName engine, String key, String what) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "Setting '%s' of engine %s %s".formatted(key, engine, what));
  }

  private static boolean isCalled(String key, String known) {
    return isFamily(known)
        ? key.startsWith(family(known) + ".") && key.length() > known.indexOf('.') + 1
        : key.equals(known);
  }

  private static SluiceException unknown(EngineName engine, String key, List<String> known) {
    List<String> words = known.stream().map(Settings::family).toList();
    String list = known.isEmpty() ? "it has none" : "known are " + String.join(", ", known);
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "Unknown setting '%s' of engine %s%s (%s)"
            .formatted(key, engine, NearestName.question(family(key), words), list));
  }

  private static boolean isFamily(String known) {
    return known.indexOf('.') >= 0;
  }

  private static String family(String key) {
    return isFamily(key) ? key.substring(0, key.indexOf('.')) : key;
  }
}

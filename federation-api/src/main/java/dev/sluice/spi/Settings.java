package dev.sluice.spi;

import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.util.Collection;
import java.util.List;

/** What is said of settings, whoever reads them, in the same words. */
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
    requireKnown(section(engine), keys, known);
  }

  /**
   * As {@link #requireKnown(EngineName, Collection, List)}, of a section of the configuration.
   *
   * @param section as it is named there: {@code aws}
   */
  public static void requireKnown(String section, Collection<String> keys, List<String> known) {
    for (String key : keys.stream().sorted().toList()) {
      if (known.stream().noneMatch(one -> isCalled(key, one))) {
        throw unknown(section, key, known);
      }
    }
  }

  /** An error of one setting; {@code what} goes on from the engine's name. */
  public static SluiceException invalid(EngineName engine, String key, String what) {
    return invalid(section(engine), key, what);
  }

  /** An error of one setting of a section; {@code what} goes on from its name. */
  public static SluiceException invalid(String section, String key, String what) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID, "Setting '%s' of %s %s".formatted(key, section, what));
  }

  /** A setting that is true or false. */
  public static boolean truth(String section, String key, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(section, key, "is '" + value + "', not true or false");
    };
  }

  /**
   * A setting that is a whole number.
   *
   * @param least the smallest that makes sense
   * @param most the greatest
   */
  public static long whole(String section, String key, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    String what = "is '%s', not a whole number from %d to %d".formatted(value, least, most);
    throw invalid(section, key, what);
  }

  /** An engine's settings, as they are called in messages. */
  public static String section(EngineName engine) {
    return "engine " + engine;
  }

  private static boolean isCalled(String key, String known) {
    return isFamily(known)
        ? key.startsWith(family(known) + ".") && key.length() > known.indexOf('.') + 1
        : key.equals(known);
  }

  private static SluiceException unknown(String section, String key, List<String> known) {
    List<String> words = known.stream().map(Settings::family).toList();
    String list = known.isEmpty() ? "it has none" : "known are " + String.join(", ", known);
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "Unknown setting '%s' of %s%s (%s)"
            .formatted(key, section, NearestName.question(family(key), words), list));
  }

  private static boolean isFamily(String known) {
    return known.indexOf('.') >= 0;
  }

  private static String family(String key) {
    return isFamily(key) ? key.substring(0, key.indexOf('.')) : key;
  }
}

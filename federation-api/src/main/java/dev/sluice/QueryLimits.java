package dev.sluice;

import java.util.List;

/**
 * How large a query may be before it is refused with {@link ErrorCode#QUERY_TOO_LARGE}, so that no
 * text can exhaust time or memory.
 *
 * @param characters UTF-16 units of the text
 * @param tokens words, literals and signs, comments excluded
 * @param depth how deep parentheses, brackets and CASE may nest
 */
public record QueryLimits(int characters, int tokens, int depth) {
  /** What the limits are called in a configuration. */
  public static final List<String> NAMES = List.of("characters", "tokens", "depth");

  public static final QueryLimits DEFAULT = new QueryLimits(1 << 20, 200_000, 300);

  private static final int MOST_CHARACTERS = 16 << 20;
  private static final int MOST_TOKENS = 2_000_000;

  /** The planner's stack grows with the depth: beyond this it would take gigabytes. */
  private static final int MOST_DEPTH = 3_000;

  /**
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID} for a limit that is out of
   *     range
   */
  public QueryLimits {
    requireWithin("characters", characters, MOST_CHARACTERS);
    requireWithin("tokens", tokens, MOST_TOKENS);
    requireWithin("depth", depth, MOST_DEPTH);
  }

  /**
   * The same limits but for one.
   *
   * @param name one of {@link #NAMES}
   * @param value a whole number in digits
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}, naming the nearest
   */
  public QueryLimits with(String name, String value) {
    return switch (name) {
      case "characters" -> new QueryLimits(number(name, value, MOST_CHARACTERS), tokens, depth);
      case "tokens" -> new QueryLimits(characters, number(name, value, MOST_TOKENS), depth);
      case "depth" -> new QueryLimits(characters, tokens, number(name, value, MOST_DEPTH));
      default ->
          throw new SluiceException(
              ErrorCode.CONFIGURATION_INVALID,
              "unknown limit 'limits.%s'%s (known are %s)"
                  .formatted(name, NearestName.question(name, NAMES), String.join(", ", NAMES)));
    };
  }

  private static int number(String name, String value, int most) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw outOfRange(name, value, most);
    }
  }

  private static void requireWithin(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw outOfRange(name, String.valueOf(value), most);
    }
  }

  private static SluiceException outOfRange(String name, String value, int most) {
    return new SluiceException(
        ErrorCode.CONFIGURATION_INVALID,
        "limits.%s is a whole number from 1 to %d, not '%s'".formatted(name, most, value));
  }
}

package dev.sluice.sql.prune;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The format of a key that is the beginning of a timestamp, such as {@code yyyy-MM-dd-HH}. */
final class KeyFormat {
  private static final Pattern UNIT = Pattern.compile("yyyy|MM|dd|HH|mm|ss|[A-Za-z]");

  /** date_format's specifiers for the units. */
  private static final Map<String, String> SPECIFIERS =
      Map.of("yyyy", "%Y", "MM", "%m", "dd", "%d", "HH", "%H", "mm", "%i", "ss", "%s");

  private static final String ORDER = "yyyy MM dd HH mm ss";

  private KeyFormat() {}

  /** Why a format cannot be used, if it cannot: texts must be in the order of times. */
  static Optional<String> problem(String format) {
    Optional<String> other =
        UNIT.matcher(format)
            .results()
            .map(MatchResult::group)
            .filter(unit -> !SPECIFIERS.containsKey(unit))
            .findFirst();
    if (other.isPresent()) {
      return Optional.of("has '" + other.get() + "', which is none of " + ORDER);
    } else if (format.indexOf('%') >= 0) {
      return Optional.of("has a %");
    }
    String units =
        UNIT.matcher(format).results().map(MatchResult::group).collect(Collectors.joining(" "));
    return units.isEmpty() || !ORDER.startsWith(units)
        ? Optional.of("does not go from the year down, as in yyyy-MM-dd")
        : Optional.empty();
  }

  /**
   * What date_format makes the same text by as format_datetime by a pattern of plain units (Trino
   * documentation, functions/datetime, "Java date functions", release 435); empty if it has others.
   */
  static Optional<String> ofPattern(String pattern) {
    boolean isPlain =
        UNIT.matcher(pattern).results().map(MatchResult::group).allMatch(SPECIFIERS::containsKey)
            && pattern.chars().noneMatch(c -> c == '%' || c == '\'' || c > 127);
    return isPlain ? Optional.of(specifiers(pattern)) : Optional.empty();
  }

  /** What date_format makes the same text by. */
  static String specifiers(String format) {
    return UNIT.matcher(format)
        .replaceAll(unit -> Matcher.quoteReplacement(SPECIFIERS.get(unit.group())));
  }
}

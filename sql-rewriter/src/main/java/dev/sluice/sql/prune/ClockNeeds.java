package dev.sluice.sql.prune;

import dev.sluice.Table;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a query needs whose clock may show several times. Whatever it shows is one of the parts, and
 * all its conditions see the same; so what the parts need together is enough.
 *
 * @param whole of all the times at once: more than is needed, but asked only once
 * @param parts of each part of them
 */
record ClockNeeds(Needs whole, List<Needs> parts) {
  /** More ranges than this are told as the one that holds them. */
  private static final int MOST_RANGES = 4;

  KeyValues values(Table table, String key) {
    KeyValues together = KeyValues.NONE;
    for (Needs part : parts) {
      together = together.or(part.values(table, key));
    }
    KeyValues around = whole.values(table, key);
    boolean isShorter = around.ranges().size() < together.ranges().size();
    return together.ranges().size() > MOST_RANGES && isShorter && !around.hasAllTexts()
        ? around
        : together;
  }

  Predicate<List<String>> selector(Table table) {
    Predicate<List<String>> around = whole.selector(table);
    List<Predicate<List<String>>> each = parts.stream().map(part -> part.selector(table)).toList();
    return around.and(values -> each.stream().anyMatch(part -> part.test(values)));
  }
}

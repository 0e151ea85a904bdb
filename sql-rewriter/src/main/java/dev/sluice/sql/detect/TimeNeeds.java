package dev.sluice.sql.detect;

import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;

/** Where dates and times come out otherwise though the text is the same. */
final class TimeNeeds {
  private static final Set<String> MONTHS = Set.of("month", "quarter", "year");
  private static final Set<String> CLOCK =
      Set.of("current_date", "current_timestamp", "localtimestamp");
  private static final Set<String> ZONES = Set.of("at_timezone", "with_timezone");

  static final List<CallNeed> ALL =
      List.of(
          CallNeed.named(
              Capability.DATE_DIFFERENCE,
              Set.of("date_diff"),
              (bound, call) -> !countsMonths(call)),
          CallNeed.named(
              Capability.DATE_DIFFERENCE_IN_MONTHS,
              Set.of("date_diff"),
              (bound, call) -> countsMonths(call)),
          CallNeed.named(
              Capability.DATE_STAYS_DATE,
              Set.of("date_trunc"),
              (bound, call) -> Calls.type(bound, call, 1) == Primitive.DATE),
          CallNeed.named(
              Capability.DATE_STAYS_DATE,
              Set.of("date_add"),
              (bound, call) -> Calls.type(bound, call, 2) == Primitive.DATE),
          CallNeed.named(Capability.DAY_OF_WEEK, Set.of("day_of_week")),
          CallNeed.named(Capability.CLOCK, CLOCK),
          CallNeed.named(Capability.AT_TIME_ZONE, ZONES));

  private TimeNeeds() {}

  private static boolean countsMonths(SqlCall call) {
    return Calls.text(call, 0)
        .filter(unit -> MONTHS.contains(unit.toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}

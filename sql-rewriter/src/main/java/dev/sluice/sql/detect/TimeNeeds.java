package dev.sluice.sql.detect;

import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
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
          new CallNeed(
              Capability.DATE_DIFFERENCE,
              (bound, call) -> Calls.isOf(call, "date_diff") && !countsMonths(call)),
          new CallNeed(
              Capability.DATE_DIFFERENCE_IN_MONTHS,
              (bound, call) -> Calls.isOf(call, "date_diff") && countsMonths(call)),
          new CallNeed(Capability.DATE_STAYS_DATE, TimeNeeds::keepsDate),
          new CallNeed(Capability.DAY_OF_WEEK, (bound, call) -> Calls.isOf(call, "day_of_week")),
          new CallNeed(Capability.CLOCK, (bound, call) -> Calls.isOf(call, CLOCK)),
          new CallNeed(Capability.AT_TIME_ZONE, (bound, call) -> Calls.isOf(call, ZONES)));

  private TimeNeeds() {}

  private static boolean countsMonths(SqlCall call) {
    return Calls.text(call, 0)
        .filter(unit -> MONTHS.contains(unit.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean keepsDate(BoundQuery bound, SqlCall call) {
    return Calls.isOf(call, "date_trunc") && Calls.type(bound, call, 1) == Primitive.DATE
        || Calls.isOf(call, "date_add") && Calls.type(bound, call, 2) == Primitive.DATE;
  }
}

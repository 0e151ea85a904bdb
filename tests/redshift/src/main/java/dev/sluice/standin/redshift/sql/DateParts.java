package dev.sluice.standin.redshift.sql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names of date parts (Amazon Redshift Database Developer Guide,
 * r_Dateparts_for_datetime_functions, 2023-04-24). Note that {@code m} is a minute.
 */
final class DateParts {
  private static final Map<String, String> BY_NAME = names();

  private DateParts() {}

  /** The part's one name in the shims, as a literal. */
  static String literal(String written) {
    String bare = written.replaceAll("^['\"]|['\"]$", "").toLowerCase(Locale.ROOT);
    String part = BY_NAME.get(bare);
    if (part == null) {
      throw RefusedException.own(written + " is not a date part of Redshift");
    }
    return "'" + part + "'";
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    add(names, "millennium", "millennia mil mils");
    add(names, "century", "centuries c cent cents");
    add(names, "decade", "decades dec decs");
    add(names, "epoch", "");
    add(names, "year", "years y yr yrs");
    add(names, "quarter", "quarters qtr qtrs");
    add(names, "month", "months mon mons");
    add(names, "week", "weeks w");
    add(names, "dow", "dayofweek dw weekday");
    add(names, "doy", "dayofyear dy yearday");
    add(names, "day", "days d");
    add(names, "hour", "hours h hr hrs");
    add(names, "minute", "minutes m min mins");
    add(names, "second", "seconds s sec secs");
    add(
        names,
        "millisecond",
        "milliseconds ms msec msecs msecond mseconds millisec millisecs millisecon");
    add(names, "microsecond", "microseconds microsec microsecs usecond useconds us usec usecs");
    add(names, "isoweek", "");
    add(names, "isoyear", "");
    return names;
  }

  private static void add(Map<String, String> names, String part, String others) {
    names.put(part, part);
    for (String other : others.split(" ", -1)) {
      if (!other.isEmpty()) {
        names.put(other, part);
      }
    }
  }
}

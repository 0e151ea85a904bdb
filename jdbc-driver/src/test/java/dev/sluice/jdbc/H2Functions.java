package dev.sluice.jdbc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of Trino's that H2 has not, as far as the tests' queries call them; H2 calls these. */
@SuppressWarnings({"unused", "MemberName"}) // Their names are those in SQL.
public final class H2Functions {
  static final List<String> NAMES =
      List.of(
          "to_base64",
          "strpos",
          "reverse",
          "codepoint",
          "date_format",
          "day_of_week",
          "date_add",
          "date_diff");

  private H2Functions() {}

  /** Athena's client reads bytes so. */
  public static @Nullable String to_base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  public static long strpos(String text, String part) {
    return text.indexOf(part) + 1L;
  }

  public static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  public static int codepoint(String text) {
    return text.codePointAt(0);
  }

  public static String date_format(LocalDateTime time, String format) {
    return format.equals("%W")
        ? time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        : time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  public static long day_of_week(LocalDate date) {
    return date.getDayOfWeek().getValue();
  }

  public static LocalDateTime date_add(String unit, long count, LocalDateTime time) {
    return unit.equals("quarter") ? time.plusMonths(3 * count) : time.plus(count, unit(unit));
  }

  public static long date_diff(String unit, LocalDateTime from, LocalDateTime to) {
    return unit.equals("quarter")
        ? ChronoUnit.MONTHS.between(from, to) / 3
        : unit(unit).between(from, to);
  }

  private static ChronoUnit unit(String name) {
    return ChronoUnit.valueOf(name.toUpperCase(Locale.ROOT) + "S");
  }
}

package dev.sluice.jdbc;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as JDBC's older classes have them. Those are moments: a date or time without a
 * zone is the one that the calendar's zone shows, or the zone of Java where there is no calendar.
 */
final class Times {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private Times() {}

  static @Nullable Date date(@Nullable Object value, @Nullable Calendar calendar)
      throws SQLException {
    LocalDate date = value == null ? null : localDate(value, calendar);
    return date == null ? null : new Date(millis(date.atStartOfDay(), calendar));
  }

  static @Nullable Time time(@Nullable Object value, @Nullable Calendar calendar)
      throws SQLException {
    LocalTime time = value == null ? null : localTime(value, calendar);
    return time == null ? null : new Time(millis(time.atDate(LocalDate.EPOCH), calendar));
  }

  static @Nullable Timestamp timestamp(@Nullable Object value, @Nullable Calendar calendar)
      throws SQLException {
    if (value == null) {
      return null;
    } else if (value instanceof OffsetDateTime moment) {
      return Timestamp.from(moment.toInstant());
    }
    LocalDateTime local = localDateTime(value, calendar);
    Timestamp timestamp = new Timestamp(millis(local, calendar));
    timestamp.setNanos(local.getNano());
    return timestamp;
  }

  static LocalDate localDate(Object value, @Nullable Calendar calendar) throws SQLException {
    return value instanceof LocalDate date ? date : localDateTime(value, calendar).toLocalDate();
  }

  static LocalTime localTime(Object value, @Nullable Calendar calendar) throws SQLException {
    if (value instanceof LocalDate) {
      throw Values.wrongType(value, "time");
    } else if (value instanceof String text) {
      try {
        return LocalTime.parse(text.strip());
      } catch (DateTimeException e) {
        // It may be a time with its date.
      }
    }
    return localDateTime(value, calendar).toLocalTime();
  }

  static LocalDateTime localDateTime(Object value, @Nullable Calendar calendar)
      throws SQLException {
    if (value instanceof LocalDateTime timestamp) {
      return timestamp;
    } else if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    } else if (value instanceof OffsetDateTime moment) {
      return moment.atZoneSameInstant(zone(calendar)).toLocalDateTime();
    } else if (value instanceof String text) {
      return parsed(text);
    }
    throw Values.wrongType(value, "timestamp");
  }

  private static LocalDateTime parsed(String text) throws SQLException {
    String stripped = text.strip();
    try {
      return LocalDateTime.parse(stripped, TIMESTAMP);
    } catch (DateTimeException e) {
      // It may be a date alone.
    }
    try {
      return LocalDate.parse(stripped).atStartOfDay();
    } catch (DateTimeException e) {
      throw Values.notA("timestamp", text);
    }
  }

  static OffsetDateTime offsetDateTime(Object value) throws SQLException {
    if (value instanceof OffsetDateTime moment) {
      return moment;
    } else if (value instanceof LocalDateTime || value instanceof LocalDate) {
      // Which moment it is, is not known: UTC is the time of partitions and of the engines.
      return localDateTime(value, null).atOffset(ZoneOffset.UTC);
    } else if (value instanceof String text) {
      try {
        return OffsetDateTime.parse(text.strip());
      } catch (DateTimeException e) {
        throw Values.notA("timestamp with time zone", text);
      }
    }
    throw Values.wrongType(value, "timestamp with time zone");
  }

  private static long millis(LocalDateTime local, @Nullable Calendar calendar) {
    // Years before the Gregorian calendar are Julian ones to these classes, and shown as such.
    if (calendar == null) {
      return Timestamp.valueOf(local).getTime();
    }
    Instant moment = local.atZone(zone(calendar)).toInstant();
    return moment.toEpochMilli();
  }

  private static ZoneId zone(@Nullable Calendar calendar) {
    return (calendar == null ? TimeZone.getDefault() : calendar.getTimeZone()).toZoneId();
  }
}

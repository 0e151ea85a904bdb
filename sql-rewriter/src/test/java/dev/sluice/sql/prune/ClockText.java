package dev.sluice.sql.prune;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A random expression that asks the clock as SQL, together with what it is at a time. */
record ClockText<T>(String sql, Function<LocalDateTime, T> meaning) {

  private static final List<ClockText<LocalDateTime>> CLOCKS =
      List.of(
          shown("now()", 3),
          shown("current_timestamp", 3),
          shown("localtimestamp", 3),
          shown("localtimestamp(6)", 6),
          shown("current_timestamp(1)", 1),
          shown("current_timestamp(0)", 0));

  /** Trino 411 rounds, halves up. */
  private static ClockText<LocalDateTime> shown(String sql, int digits) {
    Duration half = Duration.ofNanos(500_000_000L / (long) Math.pow(10, digits));
    return new ClockText<>(
        sql,
        now -> {
          LocalDateTime later = now.plus(half);
          return later.minusNanos(later.getNano() % half.multipliedBy(2).toNanos());
        });
  }

  T at(LocalDateTime now) {
    return meaning.apply(now);
  }

  static ClockText<LocalDate> date(Random random) {
    int number = 1 + random.nextInt(3);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new ClockText<>("current_date", LocalDateTime::toLocalDate);
      case 2 ->
          new ClockText<>(
              "current_date - INTERVAL '" + number + "' DAY",
              now -> now.toLocalDate().minusDays(number));
      case 3 ->
          new ClockText<>(
              "date_add('month', -" + number + ", current_date)",
              now -> now.toLocalDate().minusMonths(number));
      case 4 ->
          new ClockText<>(
              "date_trunc('month', current_date)", now -> now.toLocalDate().withDayOfMonth(1));
      case 5 ->
          new ClockText<>(
              "date_trunc('week', current_date + INTERVAL '" + number + "' DAY)",
              now ->
                  now.toLocalDate()
                      .plusDays(number)
                      .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      default -> {
        ClockText<LocalDateTime> time = time(random);
        String sql = random.nextBoolean() ? "date(%s)" : "CAST(%s AS date)";
        yield new ClockText<>(sql.formatted(time.sql), now -> time.at(now).toLocalDate());
      }
    };
  }

  static ClockText<LocalDateTime> time(Random random) {
    int number = 1 + random.nextInt(90);
    ClockText<LocalDateTime> shown = CLOCKS.get(random.nextInt(CLOCKS.size()));
    String clock = shown.sql;
    return switch (random.nextInt(6)) {
      case 0, 1 -> shown;
      case 2 ->
          new ClockText<>(
              clock + " - INTERVAL '" + number + "' MINUTE",
              now -> shown.at(now).minusMinutes(number));
      case 3 ->
          new ClockText<>(
              "date_add('hour', " + number + ", " + clock + ")",
              now -> shown.at(now).plusHours(number));
      case 4 ->
          new ClockText<>(
              "date_trunc('hour', " + clock + ")",
              now -> shown.at(now).truncatedTo(ChronoUnit.HOURS));
      default ->
          new ClockText<>(
              clock + " + INTERVAL '" + number % 4 + "' MONTH",
              now -> shown.at(now).plusMonths(number % 4));
    };
  }

  private record Format(String mysql, String java) {}

  /** Java's own format of the same text, so that nothing under test says what it should be. */
  private static final List<Format> FORMATS =
      List.of(
          new Format("%Y-%m-%d", "%1$tY-%1$tm-%1$td"),
          new Format("%Y-%m-%d", "%1$tY-%1$tm-%1$td"),
          new Format("%Y-%m-%d-%H", "%1$tY-%1$tm-%1$td-%1$tH"),
          new Format("%Y-%m-%d-%H", "%1$tY-%1$tm-%1$td-%1$tH"),
          new Format("%Y-%m", "%1$tY-%1$tm"),
          new Format("%Y%m%d", "%1$tY%1$tm%1$td"),
          new Format("%Y-%m-%d %H:%i:%s", "%1$tY-%1$tm-%1$td %1$tH:%1$tM:%1$tS"),
          new Format("%H", "%1$tH"),
          new Format("%m-%d", "%1$tm-%1$td"),
          new Format("%d", "%1$td"));

  static ClockText<String> text(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> {
        ClockText<LocalDate> date = date(random);
        yield new ClockText<>("CAST(" + date.sql + " AS varchar)", now -> date.at(now).toString());
      }
      case 1 -> {
        ClockText<LocalDate> date = date(random);
        yield new ClockText<>(
            "CAST(year(" + date.sql + ") AS varchar)",
            now -> Integer.toString(date.at(now).getYear()));
      }
      case 2 -> {
        ClockText<String> text = text(random);
        yield new ClockText<>("concat(" + text.sql + ", '-00')", now -> text.at(now) + "-00");
      }
      case 3 -> {
        ClockText<String> text = text(random);
        yield new ClockText<>(
            "substr(" + text.sql + ", 1, 7)",
            now -> text.at(now).substring(0, Math.min(7, text.at(now).length())));
      }
      default -> formatted(random);
    };
  }

  private static ClockText<String> formatted(Random random) {
    Format format = FORMATS.get(random.nextInt(FORMATS.size()));
    if (random.nextBoolean()) {
      ClockText<LocalDate> date = date(random);
      return new ClockText<>(
          "date_format(" + date.sql + ", '" + format.mysql + "')",
          now -> format.java.formatted(date.at(now).atStartOfDay()));
    }
    ClockText<LocalDateTime> time = time(random);
    return new ClockText<>(
        "date_format(" + time.sql + ", '" + format.mysql + "')",
        now -> format.java.formatted(time.at(now)));
  }
}

package dev.sluice.example.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One of the 72 hours of the lake, from {@code 2019-03-26-00} to {@code 2019-03-28-23}, in UTC. */
public record Hour(int index) {
  private static final LocalDateTime FIRST = LocalDateTime.of(2019, 3, 26, 0, 0);
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH", Locale.ROOT);

  /** People look at fewer ads at night. */
  private static final List<Integer> EVENTS_BY_HOUR_OF_DAY =
      List.of(
          175, 160, 152, 150, 151, 156, 170, 198, 236, 262, 281, 300, 322, 315, 298, 291, 305, 329,
          352, 371, 380, 344, 276, 214);

  public static List<Hour> all() {
    return IntStream.range(0, 72).mapToObj(Hour::new).toList();
  }

  public static List<Hour> of(String day) {
    return all().stream().filter(hour -> hour.day().equals(day)).toList();
  }

  /** The value of the partition key {@code datetime}: {@code 2019-03-27-16}. */
  public String key() {
    return KEY.format(FIRST.plusHours(index));
  }

  /** {@code 2019-03-27}. */
  public String day() {
    return FIRST.plusHours(index).toLocalDate().toString();
  }

  public Instant start() {
    return FIRST.plusHours(index).toInstant(ZoneOffset.UTC);
  }

  /** How many ad events the hour has: a few more each day. */
  public int events() {
    return EVENTS_BY_HOUR_OF_DAY.get(index % 24) + 7 * (index / 24);
  }
}

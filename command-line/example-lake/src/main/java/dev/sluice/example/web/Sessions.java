package dev.sluice.example.web;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.BOOLEAN;
import static dev.sluice.example.format.Type.Scalar.DATE;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.Scalar.TIMESTAMP;
import static dev.sluice.example.format.Type.field;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code web.sessions}: ORC read by name, partitioned by day. */
final class Sessions {
  private static final List<String> DAYS = List.of("2019-03-26", "2019-03-27", "2019-03-28");
  private static final int PER_DAY = 400;

  private Sessions() {}

  static ExampleTable table() {
    Type.Struct columns = columnsAt(Drifts.LATEST);
    List<ExampleTable.Part> parts =
        DAYS.stream()
            .map(day -> new ExampleTable.Part(day, columnsAt(day), columns, () -> rows(day)))
            .toList();
    return new ExampleTable("sessions", Format.ORC, "date", columns, parts);
  }

  private static Type.Struct columnsAt(String day) {
    List<Type.Field> columns = new ArrayList<>();
    columns.add(field("session_id", STRING));
    columns.add(field("user_id", BIGINT));
    if (Drifts.SESSION_DEVICE.isIn(day)) {
      columns.add(field("device_type", STRING));
    }
    columns.add(field("started_at", TIMESTAMP));
    columns.add(field("ended_at", TIMESTAMP));
    columns.add(field("first_seen", DATE));
    columns.add(field("page_count", INT));
    columns.add(field("revenue", new Type.Decimal(10, 2)));
    columns.add(field("is_bounce", BOOLEAN));
    columns.add(field("entry", Type.Struct.of(field("url", STRING), field("referrer", STRING))));
    Type.Struct page = Type.Struct.of(field("url", STRING), field("seconds", INT));
    columns.add(field("pages", new Type.ArrayOf(page)));
    columns.add(field("traits", new Type.MapOf(STRING)));
    return new Type.Struct(columns);
  }

  private static List<Row> rows(String day) {
    Dice dice = Dice.of("sessions " + day);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PER_DAY; i++) {
      rows.add(row(dice, LocalDate.parse(day), i));
    }
    return rows;
  }

  private static Row row(Dice dice, LocalDate day, int i) {
    Instant start =
        day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(i * 200_000L + dice.below(200_000));
    List<@Nullable Row> pages = pages(dice);
    boolean bought = dice.percent(20);
    return new Row()
        .with("session_id", String.format(Locale.ROOT, "se-%s-%03d", day, i))
        .with("user_id", dice.orNull(3, 1_000_000L + dice.below(2_000)))
        .with("device_type", dice.orNull(5, dice.pick("phone", "tablet", "desktop", "desktop ")))
        .with("started_at", start)
        .with("ended_at", dice.orNull(8, start.plusMillis(dice.between(1_000, 1_800_000))))
        .with("first_seen", dice.orNull(10, day.minusDays(dice.below(400))))
        .with("page_count", pages.size())
        .with("revenue", bought ? BigDecimal.valueOf(dice.between(500, 90_000), 2) : null)
        .with("is_bounce", pages.size() < 2)
        .with("entry", entry(dice))
        .with("pages", dice.orNull(5, pages))
        .with("traits", dice.percent(10) ? null : traits(dice));
  }

  private static @Nullable Row entry(Dice dice) {
    boolean known = dice.percent(95);
    Row entry =
        new Row()
            .with("url", known ? "https://shop.example/" + dice.pick("", "sale", "grüße") : null)
            .with("referrer", known ? dice.orNull(30, "https://news.example/") : null);
    return dice.orNull(4, entry);
  }

  private static List<@Nullable Row> pages(Dice dice) {
    List<@Nullable Row> pages = new ArrayList<>();
    for (int i = dice.below(6); i > 0; i--) {
      Row page =
          new Row()
              .with("url", "https://shop.example/" + dice.between(1, 60))
              .with("seconds", dice.orNull(6, dice.between(1, 300)));
      pages.add(dice.orNull(3, page));
    }
    return pages;
  }

  private static Map<String, String> traits(Dice dice) {
    return dice.percent(30) ? Map.of() : Map.of("tier", dice.pick("free", "gold", "größer"));
  }
}

package dev.sluice.example.web;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.BOOLEAN;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.Scalar.TIMESTAMP;
import static dev.sluice.example.format.Type.field;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code web.clicks}: Parquet, nested, hourly; one row for each ad event that is a click. */
final class Clicks {
  private static final String NAME = "clicks";

  private Clicks() {}

  static ExampleTable table() {
    List<ExampleTable.Part> parts = Hour.all().stream().map(Clicks::part).toList();
    return new ExampleTable(NAME, Format.PARQUET, "datetime", columnsAt(Drifts.LATEST), parts);
  }

  private static ExampleTable.Part part(Hour hour) {
    Type.Struct inFile = columnsAt(hour.key());
    Type.Struct inCatalog = Drifts.isStale(NAME, hour.key()) ? inFile : columnsAt(Drifts.LATEST);
    return new ExampleTable.Part(hour.key(), inFile, inCatalog, () -> rows(hour));
  }

  private static Type.Struct columnsAt(String hour) {
    List<Type.Field> page = new ArrayList<>();
    page.add(field("url", STRING));
    if (Drifts.CLICK_SECTION.isIn(hour)) {
      page.add(field("section", STRING));
    }
    page.add(field("title", STRING));
    Type.Struct item =
        Type.Struct.of(
            field("sku", STRING), field("quantity", INT), field("price", new Type.Decimal(8, 2)));
    return Type.Struct.of(
        field("click_id", STRING),
        field("event_id", STRING),
        field("click_time", TIMESTAMP),
        field("user_id", BIGINT),
        field("campaign_id", INT),
        field("page", new Type.Struct(page)),
        field("position", Type.Struct.of(field("x", INT), field("y", INT))),
        field("path", new Type.ArrayOf(STRING)),
        field("items", new Type.ArrayOf(item)),
        field("attributes", new Type.MapOf(STRING)),
        field("is_fraud", BOOLEAN));
  }

  private static List<Row> rows(Hour hour) {
    Dice dice = Dice.of("clicks " + hour.key());
    return AdEventRows.of(hour).stream()
        .filter(event -> "click".equals(event.get("event_type")))
        .map(event -> row(dice, event))
        .toList();
  }

  private static Row row(Dice dice, Row event) {
    String id = (String) event.required("event_id");
    Instant seen = (Instant) event.required("event_time");
    return new Row()
        .with("click_id", "cl" + id.substring(2))
        .with("event_id", id)
        .with("click_time", seen.plusMillis(dice.between(200, 9_000)))
        .with("user_id", event.get("user_id"))
        .with("campaign_id", event.get("campaign_id"))
        .with("page", page(dice))
        .with("position", position(dice))
        .with("path", dice.percent(5) ? null : path(dice))
        .with("items", dice.percent(5) ? null : items(dice))
        .with("attributes", dice.percent(6) ? null : attributes(dice))
        .with("is_fraud", dice.orNull(5, dice.percent(4)));
  }

  private static @Nullable Row page(Dice dice) {
    if (dice.percent(4)) {
      return null;
    }
    boolean known = dice.percent(96);
    return new Row()
        .with("url", known ? "https://shop.example/" + dice.between(1, 60) : null)
        .with("section", known ? dice.orNull(10, dice.pick("home", "sale", "sale ")) : null)
        .with("title", known ? dice.pick("Startseite", "Schlußverkauf", "Offers") : null);
  }

  private static @Nullable Row position(Dice dice) {
    Row position =
        new Row().with("x", dice.below(1920)).with("y", dice.orNull(5, dice.below(1080)));
    return dice.orNull(5, position);
  }

  private static List<@Nullable String> path(Dice dice) {
    List<@Nullable String> path = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      path.add(dice.orNull(5, dice.pick("home", "search", "offer", "über-uns")));
    }
    return path;
  }

  private static List<@Nullable Row> items(Dice dice) {
    List<@Nullable Row> items = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      Row item =
          new Row()
              .with("sku", "sku-" + dice.between(1, 300))
              .with("quantity", dice.orNull(5, dice.between(1, 5)))
              .with("price", dice.orNull(5, BigDecimal.valueOf(dice.between(99, 99_999), 2)));
      items.add(dice.orNull(4, item));
    }
    return items;
  }

  private static Map<String, @Nullable String> attributes(Dice dice) {
    Map<String, @Nullable String> attributes = new LinkedHashMap<>();
    if (dice.percent(80)) {
      attributes.put("button", dice.pick("left", "middle"));
      attributes.put("coupon", dice.orNull(40, "C" + dice.between(10, 99)));
    }
    return attributes;
  }
}

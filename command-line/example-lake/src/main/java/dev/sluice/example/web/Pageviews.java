package dev.sluice.example.web;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.BOOLEAN;
import static dev.sluice.example.format.Type.Scalar.DOUBLE;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.field;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code web.pageviews}: JSON lines for the OpenX SerDe, lower-case keys, hourly. */
final class Pageviews {
  private static final String NAME = "pageviews";
  private static final int PER_HOUR = 60;

  private Pageviews() {}

  static ExampleTable table() {
    List<ExampleTable.Part> parts = Hour.all().stream().map(Pageviews::part).toList();
    return new ExampleTable(NAME, Format.JSON_LINES, "datetime", columnsAt(Drifts.LATEST), parts);
  }

  private static ExampleTable.Part part(Hour hour) {
    Type.Struct inFile = columnsAt(hour.key());
    Type.Struct inCatalog = Drifts.isStale(NAME, hour.key()) ? inFile : columnsAt(Drifts.LATEST);
    return new ExampleTable.Part(hour.key(), inFile, inCatalog, () -> rows(hour));
  }

  private static Type.Struct columnsAt(String hour) {
    List<Type.Field> columns = new ArrayList<>();
    columns.add(field("view_id", STRING));
    columns.add(field("user_id", BIGINT));
    // ISO 8601 as text: Athena and Spectrum want timestamps in JSON spelt differently.
    columns.add(field("view_time", STRING));
    columns.add(field("url", STRING));
    columns.add(field("duration_ms", INT));
    columns.add(field("viewport", Type.Struct.of(field("width", INT), field("height", INT))));
    Type.Struct product = Type.Struct.of(field("id", STRING), field("price", DOUBLE));
    columns.add(field("products", new Type.ArrayOf(product)));
    columns.add(field("utm", new Type.MapOf(STRING)));
    columns.add(field("is_bot", BOOLEAN));
    if (Drifts.PAGEVIEW_TEST.isIn(hour)) {
      columns.add(field("ab_test", STRING));
    }
    return new Type.Struct(columns);
  }

  private static List<Row> rows(Hour hour) {
    Dice dice = Dice.of("pageviews " + hour.key());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < PER_HOUR; i++) {
      rows.add(row(dice, hour, i));
    }
    return rows;
  }

  private static Row row(Dice dice, Hour hour, int i) {
    return new Row()
        .with("view_id", String.format(Locale.ROOT, "pv-%s-%02d", hour.key(), i))
        .with("user_id", dice.orNull(5, Users.pick(dice, hour)))
        .with("view_time", hour.start().plusSeconds(i * 60L + dice.below(60)).toString())
        .with("url", "https://shop.example/" + dice.pick("", "sale", "söhne/", "a b"))
        .with("duration_ms", dice.orNull(10, dice.between(100, 120_000)))
        .with("viewport", viewport(dice))
        .with("products", dice.percent(8) ? null : products(dice))
        .with("utm", dice.percent(30) ? null : utm(dice))
        .with("is_bot", dice.orNull(3, dice.percent(6)))
        .with("ab_test", dice.orNull(20, dice.pick("A", "B", "B ")));
  }

  private static @Nullable Row viewport(Dice dice) {
    boolean known = dice.percent(95);
    Row viewport =
        new Row()
            .with("width", known ? dice.pick(360, 1280, 1920) : null)
            .with("height", known ? dice.orNull(5, dice.pick(640, 720, 1080)) : null);
    return dice.orNull(5, viewport);
  }

  private static List<@Nullable Row> products(Dice dice) {
    List<@Nullable Row> products = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      Row product =
          new Row()
              .with("id", "sku-" + dice.between(1, 300))
              .with("price", dice.orNull(5, dice.between(99, 99_999) / 100.0));
      products.add(dice.orNull(4, product));
    }
    return products;
  }

  private static Map<String, @Nullable String> utm(Dice dice) {
    Map<String, @Nullable String> utm = new LinkedHashMap<>();
    if (dice.percent(90)) {
      utm.put("source", dice.pick("newsletter", "search", "partner"));
      utm.put("term", dice.orNull(30, dice.pick("schuhe", "größe 42", "bag")));
    }
    return utm;
  }
}

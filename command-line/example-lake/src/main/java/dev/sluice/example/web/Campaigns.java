package dev.sluice.example.web;

import static dev.sluice.example.format.Type.Scalar.BOOLEAN;
import static dev.sluice.example.format.Type.Scalar.DATE;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.field;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code web.campaigns}: CSV without partitions, for LazySimpleSerDe, which reads typed columns
 * where OpenCSVSerDe has its own ideas of dates and of empty numbers.
 */
final class Campaigns {
  private static final List<String> SEASONS = List.of("Spring", "Frühling", "Été", "Herbst");

  private Campaigns() {}

  static ExampleTable table() {
    Type.Struct columns =
        Type.Struct.of(
            field("campaign_id", INT),
            field("name", STRING),
            field("advertiser", STRING),
            field("start_date", DATE),
            field("daily_budget", new Type.Decimal(10, 2)),
            field("is_active", BOOLEAN));
    ExampleTable.Part all = new ExampleTable.Part("", columns, columns, Campaigns::rows);
    return new ExampleTable("campaigns", Format.CSV, null, columns, List.of(all));
  }

  private static List<Row> rows() {
    Dice dice = Dice.of("campaigns");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < AdEventRows.CAMPAIGNS; i++) {
      rows.add(
          new Row()
              .with("campaign_id", AdEventRows.FIRST_CAMPAIGN + i)
              .with("name", SEASONS.get(i % SEASONS.size()) + " " + (2019 - i / 12))
              .with("advertiser", dice.pick("Acme", "Müller & Söhne", "Globex", "Initech"))
              .with("start_date", LocalDate.of(2019, 1, 1).plusDays(dice.below(80)))
              .with("daily_budget", BigDecimal.valueOf(dice.between(10_000, 900_000), 2))
              .with("is_active", dice.percent(75)));
    }
    return rows;
  }
}

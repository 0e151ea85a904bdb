package dev.sluice.example.web;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.BOOLEAN;
import static dev.sluice.example.format.Type.Scalar.DOUBLE;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.Scalar.TIMESTAMP;
import static dev.sluice.example.format.Type.field;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.List;

/** {@code web.ad_events}: Avro, nested, hourly. Its schema drifts most; see {@link Drifts}. */
public final class AdEvents {
  /** The Avro record's name. */
  public static final String RECORD = "ad_events";

  private AdEvents() {}

  static ExampleTable table() {
    List<ExampleTable.Part> parts =
        Hour.all().stream().map(hour -> part(RECORD, hour, columnsAt(hour.key()))).toList();
    return new ExampleTable(RECORD, Format.AVRO, "datetime", columns(), parts);
  }

  /**
   * The newest day of {@code web.ad_events} once more, as somebody declared it in Hive long ago:
   * with {@code avro.schema.url}, which Athena refuses, as Spectrum does nested Avro.
   */
  static ExampleTable tableByUrl() {
    List<ExampleTable.Part> parts =
        Hour.of("2019-03-28").stream()
            .map(hour -> part("ad_events_by_url", hour, columnsAt(hour.key())))
            .toList();
    return new ExampleTable("ad_events_by_url", Format.AVRO_BY_URL, "datetime", columns(), parts);
  }

  /** The first two days of {@code web.ad_events}, converted to Parquet a day at a time. */
  static ExampleTable tableAsParquet() {
    String name = "ad_events_parquet";
    List<ExampleTable.Part> parts = new ArrayList<>();
    for (String day : List.of("2019-03-26", "2019-03-27")) {
      Type.Struct columnsOfDay = columnsAt(day + "-23");
      Hour.of(day).forEach(hour -> parts.add(part(name, hour, columnsOfDay)));
    }
    return new ExampleTable(name, Format.PARQUET, "datetime", columns(), parts);
  }

  private static ExampleTable.Part part(String table, Hour hour, Type.Struct fileColumns) {
    boolean stale = Drifts.isStale(table, hour.key());
    return new ExampleTable.Part(
        hour.key(), fileColumns, stale ? fileColumns : columns(), () -> rows(hour));
  }

  /** The rows as the Avro file of that hour keeps them. */
  static List<Row> rows(Hour hour) {
    Type.Struct columns = columnsAt(hour.key());
    return AdEventRows.of(hour).stream().map(row -> row.only(columns)).toList();
  }

  /** The columns as the catalog's table has them. */
  public static Type.Struct columns() {
    return columnsAt(Drifts.LATEST);
  }

  private static Type.Struct columnsAt(String hour) {
    List<Type.Field> columns = new ArrayList<>();
    columns.add(field("event_id", STRING));
    columns.add(field("event_time", TIMESTAMP));
    columns.add(field("user_id", Drifts.EVENT_USER.isIn(hour) ? BIGINT : INT));
    columns.add(field("campaign_id", INT));
    if (Drifts.EVENT_PLACEMENT.isIn(hour)) {
      columns.add(field("placement", STRING));
    }
    columns.add(field("event_type", STRING));
    columns.add(field("price", new Type.Decimal(10, 2)));
    columns.add(field("device", device(hour)));
    columns.add(field("geo", geo()));
    columns.add(field("bids", new Type.ArrayOf(bid(hour))));
    columns.add(field("tags", new Type.MapOf(STRING)));
    if (Drifts.EVENT_REFERRER.isIn(hour)) {
      columns.add(field("referrer", STRING));
    }
    return new Type.Struct(columns);
  }

  private static Type.Struct device(String hour) {
    List<Type.Field> fields = new ArrayList<>();
    fields.add(field("os", STRING));
    fields.add(field("model", STRING));
    fields.add(field("screen", Type.Struct.of(field("width", INT), field("height", INT))));
    if (Drifts.EVENT_BROWSER.isIn(hour)) {
      fields.add(field("browser", STRING));
    }
    return new Type.Struct(fields);
  }

  private static Type.Struct geo() {
    return Type.Struct.of(
        field("country", STRING),
        field("city", STRING),
        field("lat", DOUBLE),
        field("lon", DOUBLE));
  }

  private static Type.Struct bid(String hour) {
    List<Type.Field> fields = new ArrayList<>();
    fields.add(field("bidder", STRING));
    fields.add(field("cpm", DOUBLE));
    fields.add(field("won", BOOLEAN));
    if (Drifts.EVENT_DEAL.isIn(hour)) {
      fields.add(field("deal_id", STRING));
    }
    return new Type.Struct(fields);
  }
}

package dev.sluice.example.web;

import static dev.sluice.example.web.Drift.Change.COLUMN_ADDED_AT_END;
import static dev.sluice.example.web.Drift.Change.COLUMN_ADDED_IN_MIDDLE;
import static dev.sluice.example.web.Drift.Change.FIELD_ADDED_AT_END;
import static dev.sluice.example.web.Drift.Change.FIELD_ADDED_IN_MIDDLE;
import static dev.sluice.example.web.Drift.Change.TYPE_WIDENED;

import java.util.List;
import java.util.Map;

/**
 * Every way in which files, partitions and tables of the lake disagree. The files always follow
 * {@link #ALL}. The catalog's partitions mostly agree with their table, as a crawler's {@code
 * InheritFromTable} leaves them, so that only the files tell; those in {@link #STALE_PARTITIONS}
 * were left behind.
 */
public final class Drifts {
  static final String LATEST = "2019-03-28-23";

  private static final String ABSENT = "absent";

  static final Drift EVENT_REFERRER =
      new Drift("ad_events", COLUMN_ADDED_AT_END, "referrer", "2019-03-26-12", ABSENT);
  static final Drift EVENT_USER =
      new Drift("ad_events", TYPE_WIDENED, "user_id", "2019-03-27-00", "int");
  static final Drift EVENT_BROWSER =
      new Drift("ad_events", FIELD_ADDED_AT_END, "device.browser", "2019-03-27-08", ABSENT);
  static final Drift EVENT_PLACEMENT =
      new Drift("ad_events", COLUMN_ADDED_IN_MIDDLE, "placement", "2019-03-27-20", ABSENT);
  static final Drift EVENT_DEAL =
      new Drift("ad_events", FIELD_ADDED_AT_END, "bids.element.deal_id", "2019-03-28-00", ABSENT);
  static final Drift CLICK_SECTION =
      new Drift("clicks", FIELD_ADDED_IN_MIDDLE, "page.section", "2019-03-27-00", ABSENT);
  static final Drift SESSION_DEVICE =
      new Drift("sessions", COLUMN_ADDED_IN_MIDDLE, "device_type", "2019-03-27", ABSENT);
  static final Drift PAGEVIEW_TEST =
      new Drift("pageviews", COLUMN_ADDED_AT_END, "ab_test", "2019-03-28-00", ABSENT);

  /**
   * {@code ad_events_parquet} was converted a day at a time, each day with the schema that its last
   * hour had, so its changes fall on the days' borders.
   */
  public static final List<Drift> ALL =
      List.of(
          EVENT_REFERRER,
          EVENT_USER,
          EVENT_BROWSER,
          EVENT_PLACEMENT,
          EVENT_DEAL,
          new Drift("ad_events_parquet", TYPE_WIDENED, "user_id", "2019-03-27-00", "int"),
          new Drift(
              "ad_events_parquet", FIELD_ADDED_AT_END, "device.browser", "2019-03-27-00", ABSENT),
          new Drift(
              "ad_events_parquet", COLUMN_ADDED_IN_MIDDLE, "placement", "2019-03-27-00", ABSENT),
          new Drift("ad_events_parquet", FIELD_ADDED_AT_END, "bids.element.deal_id", null, ABSENT),
          CLICK_SECTION,
          SESSION_DEVICE,
          PAGEVIEW_TEST);

  /**
   * Partitions whose columns in the catalog are still those of their file, by table. None lies in
   * {@code 2019-03-27} or {@code 2019-03-28}.
   */
  public static final Map<String, List<String>> STALE_PARTITIONS =
      Map.of(
          "ad_events", List.of("2019-03-26-00", "2019-03-26-01", "2019-03-26-12"),
          "ad_events_parquet", List.of("2019-03-26-00", "2019-03-26-01"),
          "clicks", List.of("2019-03-26-00", "2019-03-26-01", "2019-03-26-02"),
          "pageviews", List.of("2019-03-26-00"));

  private Drifts() {}

  static boolean isStale(String table, String partition) {
    return STALE_PARTITIONS.getOrDefault(table, List.of()).contains(partition);
  }
}

package dev.sluice.cli;

import dev.sluice.EngineName;
import java.util.List;

/** The tour: its queries, and the words around them. */
public final class DemoTour {
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName SPARK = EngineName.of("spark");

  static final String WELCOME =
      """
      An ad company's lake: three days of events, an hour a partition, in Avro, Parquet, ORC, JSON
      and CSV, with schemas that drifted along the way. Neither Athena nor Redshift is needed: Sluice
      decides as if both were there and shows what it would send, and an embedded Spark gives the
      rows.
      """;

  public static final List<DemoStop> STOPS =
      List.of(
          new DemoStop(
              "A query that Spectrum refuses and Athena takes",
              "device is a struct, and the files are Avro.",
              """
              SELECT device.os AS os, count(*) AS events
              FROM web.ad_events
              WHERE datetime BETWEEN '2019-03-28-08' AND '2019-03-28-11'
              GROUP BY device.os
              ORDER BY events DESC, os\
              """,
              List.of(),
              List.of(ATHENA),
              RowFormat.table),
          new DemoStop(
              "SELECT * over structs, made to work on Spectrum",
              "Spectrum is asked for first here. It gives no struct back as such, but it can as"
                  + " JSON text.",
              """
              SELECT *
              FROM web.clicks
              WHERE datetime = '2019-03-28-10'
              LIMIT 2\
              """,
              List.of(SPECTRUM),
              List.of(SPECTRUM),
              RowFormat.jsonl),
          new DemoStop(
              "One unnest in three dialects",
              "bids is an array of structs: one row a bid.",
              """
              SELECT b.bidder AS bidder, count(*) AS bids, max(b.cpm) AS best
              FROM web.ad_events_parquet
              CROSS JOIN UNNEST(bids) AS b (bidder, cpm, won, deal_id)
              WHERE datetime = '2019-03-27-20'
              GROUP BY b.bidder
              ORDER BY bids DESC, bidder\
              """,
              List.of(),
              List.of(ATHENA, SPECTRUM, SPARK),
              RowFormat.table),
          new DemoStop(
              "A range on datetime, pruned before anything runs",
              "The range of the partition key selects 11 of the 72 hours.",
              """
              SELECT substr(datetime, 1, 10) AS day, count(*) AS clicks
              FROM web.clicks
              WHERE datetime BETWEEN '2019-03-27-16' AND '2019-03-28-02'
              GROUP BY substr(datetime, 1, 10)
              ORDER BY day\
              """,
              List.of(),
              List.of(),
              RowFormat.table),
          new DemoStop(
              "A query that only Spark can answer",
              "The table is Avro, and its schema stands at avro.schema.url.",
              """
              SELECT geo.country AS country, count(*) AS events
              FROM web.ad_events_by_url
              WHERE datetime < '2019-03-28-03'
              GROUP BY geo.country
              ORDER BY events DESC, country
              LIMIT 5\
              """,
              List.of(),
              List.of(SPARK),
              RowFormat.table));

  /** What to type after the tour; {@code %s} is the option that names the lake, or nothing. */
  static final List<String> NEXT =
      List.of(
          "sluice tables%s web.ad_events",
          "sluice explain%s \"SELECT * FROM web.sessions WHERE date = '2019-03-27'\"",
          "sluice query%s --format jsonl \"SELECT page, items FROM web.clicks LIMIT 3\"",
          "sluice matrix");

  private DemoTour() {}
}

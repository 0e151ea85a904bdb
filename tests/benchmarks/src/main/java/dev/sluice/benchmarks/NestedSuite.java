package dev.sluice.benchmarks;

import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Our own queries over events with structs, lists of structs and maps, as web logs have them. */
final class NestedSuite {
  private static final String[] QUERIES = {
    "SELECT e.page.section, count(*) AS n FROM web.events AS e"
        + " WHERE e.dt BETWEEN '2026-03-01' AND '2026-03-07' GROUP BY e.page.section"
        + " ORDER BY n DESC LIMIT 20",
    "SELECT e.id, i.sku, i.price * i.quantity AS paid FROM web.events AS e"
        + " CROSS JOIN UNNEST(e.items) AS i (sku, price, quantity) WHERE i.price > 10",
    "SELECT i.sku, sum(i.quantity) AS sold, avg(i.price) AS price FROM web.events AS e"
        + " CROSS JOIN UNNEST(e.items) AS i (sku, price, quantity)"
        + " WHERE e.dt = '2026-03-01' AND e.page.referrer IS NOT NULL"
        + " GROUP BY i.sku HAVING sum(i.quantity) > 100 ORDER BY sold DESC",
    "SELECT e.device.os, e.device.browser, count(DISTINCT e.visitor) AS visitors"
        + " FROM web.events AS e GROUP BY e.device.os, e.device.browser",
    "WITH daily AS (SELECT e.dt, e.page.section AS section, count(*) AS n FROM web.events AS e"
        + " GROUP BY e.dt, e.page.section)"
        + " SELECT a.section, a.dt, a.n, sum(a.n) OVER (PARTITION BY a.section ORDER BY a.dt"
        + " ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS week FROM daily AS a",
    "SELECT e.id, CASE WHEN e.page.section = 'shop' THEN 'buyer' WHEN e.device.os IN"
        + " ('iOS', 'Android') THEN 'mobile' ELSE 'other' END AS kind,"
        + " coalesce(e.page.referrer, '-') AS referrer FROM web.events AS e"
        + " WHERE cardinality(e.items) > 2 OR e.page.title LIKE '%sale%'",
    "SELECT c.name, count(*) AS n FROM web.events AS e JOIN web.campaigns AS c"
        + " ON c.id = e.campaign.id WHERE e.campaign.cost > 0.5 AND e.dt >= '2026-02-01'"
        + " GROUP BY c.name",
    "SELECT e.visitor FROM web.events AS e WHERE e.page.section = 'cart' AND NOT EXISTS"
        + " (SELECT 1 FROM web.events AS b WHERE b.visitor = e.visitor"
        + " AND b.page.section = 'checkout' AND b.dt = e.dt)",
    "SELECT id, name, owner.team AS team FROM web.campaigns WHERE starts > DATE '2026-01-01'"
        + " UNION ALL SELECT id, name, owner.person FROM web.campaigns WHERE starts IS NULL",
    "SELECT e.dt, e.campaign.id, max(e.campaign.cost) AS top, min(e.moment) AS first_seen"
        + " FROM web.events AS e WHERE e.dt LIKE '2026-03-%' AND"
        + " (e.device.screen.width > 1000 OR e.device.screen.height > 1000)"
        + " GROUP BY e.dt, e.campaign.id ORDER BY 1, 2",
  };

  private NestedSuite() {}

  static Suite suite() {
    Table events = events();
    Table campaigns = campaigns();
    List<Partition> days =
        LocalDate.of(2026, 2, 1)
            .datesUntil(LocalDate.of(2026, 4, 1))
            .map(day -> partition(events, day.toString()))
            .toList();
    Catalog catalog = InMemoryCatalog.builder().table(events, days).table(campaigns).build();
    return new Suite(catalog, List.of(events, campaigns), List.of(QUERIES));
  }

  private static Partition partition(Table table, String day) {
    Storage storage = Storage.of(TableFormat.PARQUET, "s3://web/events/dt=" + day);
    return new Partition(List.of(day), table.columns(), storage, Map.of());
  }

  private static Table events() {
    DataType item =
        struct(
            field("sku", Primitive.STRING),
            field("price", Primitive.DOUBLE),
            field("quantity", Primitive.INTEGER));
    DataType screen = struct(field("width", Primitive.INTEGER), field("height", Primitive.INTEGER));
    return parquet("events")
        .column("id", Primitive.BIGINT)
        .column("visitor", Primitive.STRING)
        .column("moment", Primitive.TIMESTAMP)
        .column(
            "page",
            struct(
                field("section", Primitive.STRING),
                field("title", Primitive.STRING),
                field("referrer", Primitive.STRING)))
        .column(
            "device",
            struct(
                field("os", Primitive.STRING),
                field("browser", Primitive.STRING),
                field("screen", screen)))
        .column("campaign", struct(field("id", Primitive.BIGINT), field("cost", Primitive.DOUBLE)))
        .column("items", new DataType.Array(item))
        .column("tags", new DataType.MapOf(Primitive.STRING, Primitive.STRING))
        .partitionKey("dt", Primitive.STRING)
        .build();
  }

  private static Table campaigns() {
    return parquet("campaigns")
        .column("id", Primitive.BIGINT)
        .column("name", Primitive.STRING)
        .column("starts", Primitive.DATE)
        .column("owner", struct(field("team", Primitive.STRING), field("person", Primitive.STRING)))
        .build();
  }

  private static Table.Builder parquet(String name) {
    return Table.builder(new TableName("web", name))
        .storage(Storage.of(TableFormat.PARQUET, "s3://web/" + name));
  }

  private static DataType struct(DataType.Field... fields) {
    return new DataType.Struct(List.of(fields));
  }

  private static DataType.Field field(String name, DataType type) {
    return new DataType.Field(name, type);
  }
}

package dev.sluice.tests.doctor;

import dev.sluice.Candidate;
import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which queries of the example lake engines are refused for drift. */
final class Refusals {
  /** Those of the tour, over all partitions, and what it says to try next. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT device.os AS os, count(*) AS events FROM web.ad_events GROUP BY device.os",
          "SELECT * FROM web.clicks LIMIT 2",
          "SELECT b.bidder AS bidder, count(*) AS bids FROM web.ad_events_parquet"
              + " CROSS JOIN UNNEST(bids) AS b (bidder, cpm, won, deal_id) GROUP BY b.bidder",
          "SELECT substr(datetime, 1, 10) AS day, count(*) AS clicks FROM web.clicks"
              + " GROUP BY substr(datetime, 1, 10)",
          "SELECT page, items FROM web.clicks LIMIT 3",
          "SELECT * FROM web.sessions",
          "SELECT count(*) FROM web.pageviews");

  private static final Set<String> DRIFT =
      Set.of(
          "FILE_SCHEMA_DIFFERS",
          "PARTITION_SCHEMA_DIFFERS",
          "PARTITION_TYPE_CHANGED",
          "PARTITION_SCHEMA_DIFFERS_WITHOUT_NAMES");

  private Refusals() {}

  /** Queries that an engine is refused for drift alone, where a safe cure would help it. */
  static List<String> curable(Supplier<Sluice> lake) {
    List<String> curable = new ArrayList<>();
    for (Checkup checkup : Examined.all(lake)) {
      for (Cure cure : checkup.cures()) {
        if (cure.edits().isEmpty() || cure.isHarmful()) {
          continue;
        }
        List<EngineName> helped =
            cure.effects().stream().filter(Cure.Effect::helps).map(Cure.Effect::engine).toList();
        QUERIES.stream()
            .filter(sql -> sql.contains(checkup.table().name() + " "))
            .flatMap(sql -> of(lake, List.of(sql)).stream())
            .filter(refused -> helped.stream().anyMatch(e -> refused.startsWith(e + ": ")))
            .forEach(curable::add);
      }
    }
    return curable;
  }

  /** Each engine that is refused for drift alone, with the query. */
  static List<String> of(Supplier<Sluice> lake) {
    return of(lake, QUERIES);
  }

  private static List<String> of(Supplier<Sluice> lake, List<String> queries) {
    List<String> refused = new ArrayList<>();
    try (Sluice sluice = lake.get()) {
      PlanOptions options = sluice.policyOfQueries();
      for (String sql : queries) {
        Plan plan = sluice.plan(sql, options);
        for (Candidate candidate : plan.decision().candidates()) {
          List<Reason> reasons = candidate.reasons();
          if (candidate.isRefused()
              && reasons.stream().allMatch(reason -> DRIFT.contains(reason.capability()))) {
            refused.add(candidate.engine() + ": " + sql);
          }
        }
      }
    }
    return refused;
  }
}

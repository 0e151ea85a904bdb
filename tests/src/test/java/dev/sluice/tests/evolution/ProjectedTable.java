package dev.sluice.tests.evolution;

import dev.sluice.DataType.Primitive;
import dev.sluice.PartitionProjection;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table whose partitions are computed from its parameters.
 *
 * @param keys of each key {@code k0}, {@code k1} …, what its parameters say: {@code property=value;
 *     …}
 * @param where a condition that gives injected keys their values; empty for none
 */
record ProjectedTable(String name, String where, List<String> keys) {
  static final String DATABASE = "projected";

  static List<ProjectedTable> all() {
    return List.of(
        of("enums", "type=enum; values=A,b,x y"),
        of("integers", "type=integer; range=1,12"),
        of("integers_apart", "type=integer; range=1,12; interval=5"),
        of("integers_of_three", "type=integer; range=8,11; digits=3"),
        of("integers_below_zero", "type=integer; range=-2,2"),
        of("days", "type=date; format=yyyy-MM-dd; range=2019-02-26,2019-03-02"),
        of("days_run_together", "type=date; format=yyyyMMdd; range=20200227,20200301"),
        of(
            "days_apart",
            "type=date; format=yyyy-MM-dd; range=2019-02-26,2019-03-12; interval=7;"
                + " interval.unit=DAYS"),
        of(
            "hours",
            "type=date; format=yyyy-MM-dd-HH; range=2019-03-27-22,2019-03-28-07; interval=4;"
                + " interval.unit=HOURS"),
        of(
            "minutes",
            "type=date; format=yyyy-MM-dd HH.mm; range=2019-03-27 23.50,2019-03-28 00.20;"
                + " interval=15; interval.unit=MINUTES"),
        of("until_now", "type=date; format=yyyy-MM-dd; range=2026-11-01,NOW"),
        of("around_now", "type=date; format=yyyy-MM-dd; range=NOW-2DAYS,NOW+1DAY"),
        of(
            "hours_until_now",
            "type=date; format=yyyy-MM-dd-HH; range=NOW-90MINUTES,NOW; interval=1;"
                + " interval.unit=HOURS"),
        new ProjectedTable("injected", "k0 = 'abc'", List.of("type=injected")),
        new ProjectedTable(
            "injected_and_more",
            "k0 = 'abc'",
            List.of("type=injected", "type=integer; range=1,2", "type=enum; values=eu,us")));
  }

  private static ProjectedTable of(String name, String... keys) {
    return new ProjectedTable(name, "", List.of(keys));
  }

  static String key(int place) {
    return "k" + place;
  }

  /** As Athena and Trino's metastore have them. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("projection.enabled", "true");
    for (int i = 0; i < keys.size(); i++) {
      for (String property : keys.get(i).split("; ", -1)) {
        int equals = property.indexOf('=');
        parameters.put(
            "projection." + key(i) + "." + property.substring(0, equals),
            property.substring(equals + 1));
      }
    }
    return parameters;
  }

  Table table() {
    Table.Builder table =
        Table.builder(new TableName(DATABASE, name))
            .column("id", Primitive.BIGINT)
            .storage(Storage.of(TableFormat.PARQUET, "s3://lake/" + name));
    for (int i = 0; i < keys.size(); i++) {
      table.partitionKey(key(i), Primitive.STRING);
    }
    return table.projection(new PartitionProjection(parameters())).build();
  }
}

package dev.sluice.cli;

import dev.sluice.Candidate;
import dev.sluice.Column;
import dev.sluice.ColumnMapping;
import dev.sluice.DataType;
import dev.sluice.DataType.Array;
import dev.sluice.DataType.Field;
import dev.sluice.DataType.Primitive;
import dev.sluice.DataType.Struct;
import dev.sluice.Decision;
import dev.sluice.Drift;
import dev.sluice.DriftChange;
import dev.sluice.EngineName;
import dev.sluice.FileFinding;
import dev.sluice.FileSchema;
import dev.sluice.InMemoryCatalog;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.LakeFile;
import dev.sluice.LocationFiles;
import dev.sluice.NativeQuery;
import dev.sluice.Partition;
import dev.sluice.PartitionProjection;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import dev.sluice.SqlPosition;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** A small catalog and plans over it. The reasons and sources are made up. */
final class Example {
  static final EngineName ATHENA = EngineName.of("athena");
  static final EngineName SPECTRUM = EngineName.of("spectrum");
  static final EngineName SPARK = EngineName.of("spark");

  static final DataType DEVICE =
      new Struct(List.of(new Field("os", Primitive.STRING), new Field("width", Primitive.INTEGER)));

  static final Table EVENTS =
      Table.builder(new TableName("web", "events"))
          .columns(
              List.of(
                  new Column("id", Primitive.BIGINT, "unique in a day"),
                  new Column("device", DEVICE),
                  new Column("bids", new Array(Primitive.DOUBLE))))
          .partitionKey("datetime", Primitive.STRING)
          .storage(
              new Storage(
                  TableFormat.AVRO, "data/events", null, null, Map.of(), ColumnMapping.BY_NAME))
          .build();

  static final Table CAMPAIGNS =
      Table.builder(new TableName("web", "campaigns"))
          .column("name", Primitive.STRING)
          .storage(Storage.of(TableFormat.CSV_OPEN, "data/campaigns"))
          .build();

  static final Table PROJECTED =
      Table.builder(new TableName("web", "projected"))
          .column("name", Primitive.STRING)
          .partitionKey("day", Primitive.STRING)
          .storage(Storage.of(TableFormat.PARQUET, "data/projected"))
          .projection(
              new PartitionProjection(
                  Map.of("projection.day.type", "date", "projection.day.format", "yyyy-MM-dd")))
          .build();

  static final Table BROKEN =
      Table.builder(new TableName("web", "broken"))
          .problem("Its SerDe is not known: com.example.Strange")
          .build();

  static final InMemoryCatalog CATALOG =
      InMemoryCatalog.builder()
          .table(EVENTS, hours(72))
          .table(CAMPAIGNS)
          .table(PROJECTED)
          .table(BROKEN)
          .build();

  private Example() {}

  static List<Partition> hours(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            hour ->
                new Partition(
                    List.of(String.format("2019-03-%02d-%02d", 26 + hour / 24, hour % 24)),
                    hour < 3 ? EVENTS.columns().subList(0, 2) : EVENTS.columns(),
                    EVENTS.storage(),
                    Map.of()))
        .toList();
  }

  /** A plan that Spark answers as the query stands. */
  static Plan sparkPlan(String sql) {
    Candidate spark =
        new Candidate(SPARK, Verdict.NATIVE, new NativeQuery(sql), List.of(), List.of(), List.of());
    return new Plan(
        sql,
        new Decision(List.of(spark), SPARK, SPARK, "Spark answers."),
        List.of(),
        List.of(new ResultColumn("one", Primitive.INTEGER)));
  }

  /** A plan with one of each kind of candidate. */
  static Plan plan(String sql) {
    Reason nested =
        new Reason(
            "NESTED_AVRO",
            EVENTS.name(),
            "device.os",
            new SqlPosition(1, 8),
            "Spectrum does not read nested columns of Avro files.",
            "https://example.com/nested (2025-01-02)");
    Reason nestedToo =
        new Reason(
            nested.capability(),
            nested.table(),
            "bids",
            nested.position(),
            "The same in other words.",
            nested.source());
    Reason unnest =
        new Reason(
            "UNNEST",
            null,
            null,
            new SqlPosition(2, 6),
            "UNNEST is written otherwise.",
            "observed");
    Reason caveat =
        new Reason("LONG_VALUES", null, null, null, "Long values may come back NULL.", "docs");
    Candidate athena =
        new Candidate(
            ATHENA,
            Verdict.NATIVE,
            new NativeQuery("SELECT device.os\nFROM \"web\".\"events\""),
            List.of(),
            List.of(),
            List.of());
    Candidate spark =
        new Candidate(
            SPARK,
            Verdict.REWRITTEN,
            new NativeQuery(
                "SELECT device.os FROM web.events", List.of("SET a = b"), Set.of("device")),
            List.of("unnest-explode", "null-ordering"),
            List.of(caveat),
            List.of(unnest));
    Candidate spectrum =
        new Candidate(
            SPECTRUM, Verdict.REFUSED, null, List.of(), List.of(), List.of(nested, nestedToo));
    return new Plan(
        sql,
        new Decision(
            List.of(athena, spark, spectrum),
            ATHENA,
            SPARK,
            "Athena would answer this; it is not configured here, so the embedded Spark does."),
        List.of(scan(), unknownScan(), unpartitionedScan()),
        List.of(new ResultColumn("os", Primitive.STRING), new ResultColumn("device", DEVICE)));
  }

  /** A plan whose selection holds for a while only. */
  static Plan planByClock(String sql) {
    Plan plan = plan(sql);
    return new Plan(
        sql,
        plan.decision(),
        plan.tables(),
        plan.columns(),
        plan.notes(),
        plan.parameters(),
        null,
        Instant.parse("2026-03-01T22:30:00Z"));
  }

  private static TableScan scan() {
    KeyRange range = new KeyRange("2019-03-27-16", true, "2019-03-28-02", true);
    return new TableScan(
        EVENTS,
        List.of("device"),
        null,
        OptionalLong.of(72),
        hours(72).subList(40, 51),
        List.of(new KeyRanges("datetime", List.of(range))),
        List.of(new Drift(DriftChange.COLUMN_ADDED_AT_END, "bids", Drift.Level.PARTITION, 3)));
  }

  private static TableScan unknownScan() {
    return new TableScan(
        PROJECTED,
        List.of("name"),
        "nobody listed them",
        OptionalLong.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static TableScan unpartitionedScan() {
    return new TableScan(
        CAMPAIGNS,
        List.of("name"),
        null,
        OptionalLong.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new LocationFiles(
                "/c",
                2,
                10,
                List.of(
                    inspected("/c/a", new FileSchema(List.of(), false, List.of())),
                    inspected(
                        "/c/b",
                        FileSchema.unknown(FileFinding.Code.EMPTY_FILE, "It holds no bytes"))),
                null)));
  }

  private static LocationFiles.Inspected inspected(String path, FileSchema schema) {
    return new LocationFiles.Inspected(new LakeFile(path, 5, Instant.EPOCH), schema);
  }

  /** A plan that no engine can follow. */
  static Plan refusedPlan(String sql) {
    List<Candidate> refused =
        plan(sql).decision().candidates().stream()
            .map(Candidate::engine)
            .map(engine -> refused(engine))
            .toList();
    return new Plan(
        sql, new Decision(refused, null, null, "No engine can answer this."), List.of(), List.of());
  }

  private static Candidate refused(EngineName engine) {
    Reason reason =
        new Reason("MAGIC", null, null, new SqlPosition(1, 8), "It has no magic.", "docs");
    return new Candidate(engine, Verdict.REFUSED, null, List.of(), List.of(), List.of(reason));
  }
}

package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
  private final Path lake;
  private final Run run = new Run();

  ExplainCommandTest(@TempDir Path lake) {
    this.lake = lake;
  }

  @Test
  void printsThePlanForAPerson() {
    assertThat(run.execute("explain", "--lake=" + lake, "SELECT 1")).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Athena would answer this; it is not configured here, so the embedded Spark does.

            Athena: native
                  SELECT device.os
                  FROM "web"."events"

            Spark: rewritten by unnest-explode, null-ordering
              - UNNEST is written otherwise.
                UNNEST: at line 2, column 6
                Source: observed
              - Caveat: Long values may come back NULL.
                LONG_VALUES
                Source: docs
              First, on the session:
                  SET a = b
              Then:
                  SELECT device.os FROM web.events
              Comes back as JSON text: device

            Spectrum: refused
              - Spectrum does not read nested columns of Avro files.
                Likewise bids
                NESTED_AVRO: web.events.device.os at line 1, column 8
                Source: https://example.com/nested (2025-01-02)

            Tables
              web.events: avro, 11 of 72 partitions
                reads device
                datetime in [2019-03-27-16, 2019-03-28-02]
                drift: column added at end, bids, against the catalog's schema of 3 partitions
              web.projected: parquet, partitions not known
                reads name
              web.campaigns: csv_open, not partitioned
                reads name
                looked into 1 file; not into all: /c/b: It holds no bytes

            Columns
              os      varchar
              device  row(os varchar, width integer)
            """);
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void printsThePlanForAProgram() throws Exception {
    assertThat(run.execute("explain", "--lake=" + lake, "--format=json", "SELECT\n1")).isZero();
    JsonNode expected = new ObjectMapper().readTree(EXPECTED);
    JsonNode printed = new ObjectMapper().readTree(run.out());
    // As text, for the order of the fields is part of the shape.
    assertThat(printed.toString()).isEqualTo(expected.toString());
  }

  @Test
  void explainsAQueryThatEveryEngineRefuses() throws Exception {
    run.planning(Example::refusedPlan);
    assertThat(run.execute("explain", "--lake=" + lake, "--format=json", "SELECT 1")).isZero();
    JsonNode printed = new ObjectMapper().readTree(run.out());
    assertThat(printed.get("engine").isNull()).isTrue();
    assertThat(printed.get("answeredBy").isNull()).isTrue();
    assertThat(printed.get("candidates")).hasSize(3);
    assertThat(printed.get("candidates").get(0).get("sql").isNull()).isTrue();
  }

  @Test
  void saysUntilWhenASelectionByTheClockHolds() throws Exception {
    run.planning(Example::planByClock);
    assertThat(run.execute("explain", "--lake=" + lake, "SELECT 1")).isZero();
    assertThat(run.out())
        .contains(
            "holds no bytes\n"
                + "  Selected by the clock: the plan may be run until 2026-03-01T22:30:00Z\n\n");
    Run json = new Run().planning(Example::planByClock);
    assertThat(json.execute("explain", "--lake=" + lake, "--format=json", "SELECT 1")).isZero();
    assertThat(new ObjectMapper().readTree(json.out()).get("holdsUntil").textValue())
        .isEqualTo("2026-03-01T22:30:00Z");
  }

  private static final String EXPECTED =
      """
      {"schema": 1, "sql": "SELECT\\n1", "engine": "athena", "answeredBy": "spark",
       "candidates": [
        {"engine": "athena", "verdict": "native",
         "sql": "SELECT device.os\\nFROM \\"web\\".\\"events\\"",
         "rules": [], "caveats": [], "reasons": [], "session": []},
        {"engine": "spark", "verdict": "rewritten", "sql": "SELECT device.os FROM web.events",
         "rules": ["unnest-explode", "null-ordering"],
         "caveats": ["Long values may come back NULL."],
         "reasons": [{"capability": "UNNEST", "table": null, "column": null, "line": 2,
           "position": 6, "text": "UNNEST is written otherwise.", "source": "observed"}],
         "session": ["SET a = b"]},
        {"engine": "spectrum", "verdict": "refused", "sql": null, "rules": [], "caveats": [],
         "reasons": [{"capability": "NESTED_AVRO", "table": "web.events", "column": "device.os",
           "line": 1, "position": 8,
           "text": "Spectrum does not read nested columns of Avro files.",
           "source": "https://example.com/nested (2025-01-02)"},
          {"capability": "NESTED_AVRO", "table": "web.events", "column": "bids",
           "line": 1, "position": 8, "text": "The same in other words.",
           "source": "https://example.com/nested (2025-01-02)"}], "session": []}],
       "tables": [
        {"table": "web.events", "format": "avro",
         "partitions": {"total": 72, "selected": 11,
           "ranges": ["[2019-03-27-16, 2019-03-28-02]"]},
         "drift": [{"change": "COLUMN_ADDED_AT_END", "path": "bids", "level": "partition",
           "partitions": 3}], "files": {"inspected": 0, "problems": []}},
        {"table": "web.projected", "format": "parquet",
         "partitions": {"total": null, "selected": null, "ranges": []}, "drift": [],
         "files": {"inspected": 0, "problems": []}},
        {"table": "web.campaigns", "format": "csv_open",
         "partitions": {"total": null, "selected": null, "ranges": []}, "drift": [],
         "files": {"inspected": 2, "problems": ["/c/b: It holds no bytes"]}}],
       "columns": [{"name": "os", "type": "varchar"},
        {"name": "device", "type": "row(os varchar, width integer)"}],
       "notes": [], "parameters": [], "holdsUntil": null}
      """;

  @Test
  void theCommandLineGoesOverTheFile() throws IOException {
    Path file = Files.writeString(lake.resolve("c.yaml"), "lake: .\npolicy: {prefer: athena}\n");
    assertThat(run.execute("explain", "--config", file.toString(), "--prefer", "spark", "x"))
        .isZero();
    assertThat(run.planned.get(0).prefer()).containsExactly(Example.SPARK);
  }
}

package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.standin.redshift.lake.ExampleRows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One SQL over the example lake: what a real Spark answers from its files, the stand-in answers in
 * Redshift's words from the rows that the files were made of.
 */
@ExtendWith(SharedStandIn.class)
class ExampleLakeAnswersTest {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");
  private static final EngineName SPARK = EngineName.of("spark");

  /** Of partitions whose schemas agree with the table's. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT count(*), count(user_id), count(DISTINCT user_id), max(click_time)"
              + " FROM web.clicks WHERE datetime >= '2019-03-27'",
          "SELECT page.url AS url, count(*) AS n FROM web.clicks WHERE datetime >="
              + " '2019-03-27' GROUP BY page.url ORDER BY n DESC, url LIMIT 20",
          "SELECT c.click_id, i.sku, i.quantity * i.price AS amount FROM web.clicks c"
              + " CROSS JOIN UNNEST(c.items) AS i (sku, quantity, price) WHERE i.quantity > 2"
              + " AND datetime >= '2019-03-27'",
          "SELECT c.click_id, i.sku FROM web.clicks c LEFT JOIN UNNEST(c.items) AS i"
              + " (sku, quantity, price) ON TRUE WHERE datetime >= '2019-03-27'",
          "SELECT x, count(*) FROM web.clicks c CROSS JOIN UNNEST(c.path) AS p (x) WHERE"
              + " datetime >= '2019-03-27' GROUP BY x",
          "SELECT k, v, count(*) FROM web.clicks c CROSS JOIN UNNEST(c.attributes) AS a"
              + " (k, v) WHERE datetime >= '2019-03-27' GROUP BY k, v",
          "SELECT click_id FROM web.clicks c WHERE datetime >= '2019-03-27' AND EXISTS"
              + " (SELECT 1 FROM UNNEST(c.path) AS p (x) WHERE x = 'search')",
          "SELECT position.x AS x, position.y AS y, is_fraud FROM web.clicks WHERE"
              + " datetime >= '2019-03-27' AND (position.x > 1500 OR is_fraud)",
          "SELECT user_id, click_id FROM web.clicks WHERE datetime >= '2019-03-27'"
              + " QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY click_time,"
              + " click_id) <= 2",
          "SELECT campaign_id, sum(campaign_id), avg(campaign_id) FROM web.clicks WHERE"
              + " datetime >= '2019-03-27' GROUP BY campaign_id HAVING count(*) > 3",
          "SELECT substr(datetime, 1, 10) AS day, count(*) AS clicks FROM web.clicks"
              + " WHERE datetime >= '2019-03-27' GROUP BY substr(datetime, 1, 10)",
          "WITH s AS (SELECT i.sku AS sku FROM web.clicks c CROSS JOIN UNNEST(c.items)"
              + " AS i (sku, quantity, price) WHERE datetime >= '2019-03-27') SELECT sku,"
              + " count(*) AS n FROM s GROUP BY sku ORDER BY n DESC, sku LIMIT 5",
          "SELECT length(page.title), date_trunc('hour', click_time) FROM web.clicks"
              + " WHERE datetime >= '2019-03-27'",
          "SELECT date_diff('minute', TIMESTAMP '2019-03-01 00:00:00', click_time) FROM"
              + " web.clicks WHERE datetime >= '2019-03-27'");

  private final RedshiftStandIn standIn;

  ExampleLakeAnswersTest(RedshiftStandIn standIn) {
    this.standIn = standIn;
  }

  @Test
  void answersAsSpark(@TempDir Path folder) throws Exception {
    Path lake = folder.resolve("lake");
    make(lake);
    SluiceConfiguration configuration =
        SluiceConfiguration.builder().lake(lake).prefer(List.of(SPARK)).build();
    SoftAssertions soft = new SoftAssertions();
    try (Sluice sluice = Sluice.open(configuration);
        Asked redshift = Asked.of(standIn)) {
      for (String sql : QUERIES) {
        Plan plan = sluice.plan(sql);
        NativeQuery text = plan.decision().candidate(SPECTRUM).orElseThrow().query();
        if (text == null) {
          soft.fail("Refused on Redshift: " + sql + " " + plan.decision().candidate(SPECTRUM));
        } else {
          soft.assertThat(redshift(redshift, text)).as(sql).isEqualTo(spark(sluice, plan));
        }
      }
    }
    soft.assertAll();
  }

  private static List<String> redshift(Asked redshift, NativeQuery text) throws SQLException {
    String sql = text.sql().replace("\"web\".", "\"" + ExampleRows.SCHEMA + "\".");
    return redshift.objects(sql).stream()
        .map(row -> row.stream().map(Shown::value).collect(Collectors.joining(", ")))
        .sorted()
        .toList();
  }

  private static List<String> spark(Sluice sluice, Plan plan) {
    List<String> shown = new ArrayList<>();
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(Shown.value(rows.value(i)));
        }
        shown.add(String.join(", ", row));
      }
    }
    return shown.stream().sorted().toList();
  }

  /** In a process that has the formats' own libraries. */
  private static void make(Path lake) throws IOException, InterruptedException {
    Path spark = Path.of(System.getProperty("sluice.spark.classpath").substring(1));
    Path log = Files.createTempFile("example-lake", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("sluice.lake.classes")
                    + File.pathSeparator
                    + Files.readString(spark).strip(),
                "dev.sluice.example.ExampleLake",
                lake.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }
}

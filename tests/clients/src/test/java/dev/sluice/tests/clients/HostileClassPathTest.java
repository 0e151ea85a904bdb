package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one jar among libraries of a tool's, of versions that it could not run with. */
@Timeout(60)
final class HostileClassPathTest {
  private static final String PROGRAM = "dev.sluice.tests.clients.FirstLookProgram";
  private static final String EXPLAIN =
      "EXPLAIN SLUICE SELECT u.cpm, count(*) FROM web.ad_events CROSS JOIN UNNEST(bids) AS u"
          + " (bidder, cpm, won, deal_id) WHERE datetime BETWEEN '2019-03-28-10' AND"
          + " '2019-03-28-12' AND date_diff('day', event_time, TIMESTAMP '2019-03-29 00:00:00') = 0"
          + " GROUP BY u.cpm";

  /** Its answer is compiled as it is asked for. */
  private static final String LISTED =
      "SELECT table_schema, table_name FROM information_schema.tables"
          + " WHERE lower(table_name) LIKE 'ad!_%' ESCAPE '!' ORDER BY 2";

  private final Path folder;

  HostileClassPathTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void worksAlone() throws Exception {
    ClientProcess.Ended ended =
        ClientProcess.alone(folder).run(PROGRAM, List.of(Lake.url(), EXPLAIN, LISTED));
    assertThat(ended.lines())
        .contains("com.google.common.collect.ImmutableList nowhere")
        .contains("org.slf4j.LoggerFactory nowhere")
        .contains("7 tables, 81 columns")
        .contains("athena native", "web ad_events")
        .filteredOn(line -> line.startsWith("registered"))
        .containsExactly("registered dev.sluice.jdbc.SluiceDriver");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void worksBehindOlderVersionsOfWhatIsInside() throws Exception {
    List<Path> classPath = new ArrayList<>(ClientProcess.jars("hostile"));
    classPath.addAll(ClientProcess.alone(folder).classPath());
    List<String> alone =
        ClientProcess.alone(folder).run(PROGRAM, List.of(Lake.url(), EXPLAIN, LISTED)).lines();
    List<String> behind =
        new ClientProcess(folder, classPath)
            .run(PROGRAM, List.of(Lake.url(), EXPLAIN, LISTED))
            .lines();
    assertThat(behind)
        .contains("com.amazon.redshift.Driver redshift-jdbc42-2.1.0.1.jar")
        .contains("com.google.common.collect.ImmutableList guava-11.0.2.jar")
        .contains("org.apache.calcite.rel.RelNode calcite-core-1.10.0.jar");
    assertThat(behind)
        .containsAll(alone.stream().filter(line -> !line.endsWith(" nowhere")).toList());
  }

  @Test
  void worksInAClassLoaderOfItsOwn() throws Exception {
    List<Path> programs = ClientProcess.alone(folder).classPath();
    ClientProcess.Ended ended =
        new ClientProcess(folder, programs.subList(1, programs.size()))
            .run(
                PROGRAM,
                List.of("--beside", ClientProcess.JAR.toString(), Lake.url(), EXPLAIN, LISTED));
    assertThat(ended.lines()).contains("7 tables, 81 columns", "athena native", "web ad_events");
    assertThat(ended.err()).isEmpty();
  }
}

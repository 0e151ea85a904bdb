package dev.sluice.tests.live;

import static dev.sluice.tests.live.SharedServers.ATHENA;
import static dev.sluice.tests.live.SharedServers.SPECTRUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.EngineName;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.ProbeOutcome;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -Plive} does on an account, done before stand-ins: so it is known to work. */
@Tag("long")
@ExtendWith(SharedServers.class)
final class LiveRunTest {
  private final Probing probing;
  private final SharedServers.Servers servers;
  private final LiveRun live;

  LiveRunTest(SharedServers.Servers servers) {
    this.servers = servers;
    this.probing = new Probing(servers);
    SluiceConfiguration configuration = servers.configuration().build();
    this.live =
        new LiveRun(
            configuration,
            SharedServers.BUCKET + "probes/",
            SharedServers.DATABASE,
            given -> probing.withMirror(given, Sluice.open(given)));
  }

  @AfterEach
  void mend() throws IOException {
    servers.mend();
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void theDemosQueriesAreAnsweredAsHere(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(live.demo(ExampleLakes.copy(folder.resolve("lake")))).isEmpty();
  }

  /** What is known to be otherwise, so that no function is to blame. */
  private static final List<String> KNOWN =
      List.of(
          // Trino 411 itself, once it reads a table and does not fold the constants.
          "IN (1, CAST(NULL AS integer))");

  @Test
  void eachFunctionMeansWhatTrinoMeans() throws IOException {
    assertThat(live.functions())
        // Redshift's stand-in is held to them where it is.
        .filteredOn(one -> one.startsWith(ATHENA + ":"))
        .filteredOn(one -> KNOWN.stream().noneMatch(one::contains))
        .isEmpty();
  }

  /** Where the Trino that stands in for Athena is not Athena: it is older, and lacks formats. */
  private static final Set<String> NOT_ATHENA =
      Set.of(
          "READ_ION",
          "NESTED_IN_ION",
          "READ_GROK",
          "READ_DATE_OF_CSV",
          "READ_OTHER_TYPE_OF_CSV",
          "LINE_DELIMITER",
          "TIMESTAMP_FORMATS",
          // It follows the address, and reads maps of any key.
          "AVRO_SCHEMA_URL",
          "MAP_KEY_OF_RECORDS");

  /** Where PostgreSQL, with the rows that Trino reads, is not Redshift. */
  private static final Set<String> NOT_REDSHIFT =
      Set.of(
          // It reads no files, so that no format is foreign to it, ...
          "READ_JSON_HIVE",
          "NESTED_IN_JSON_HIVE",
          "PARTITION_PROJECTION",
          "READ_BY_POSITION",
          "READ_TINYINT",
          "READ_DATE_OF_RECORDS",
          "TEXT_READ_OTHERWISE",
          "JSON_KEYS_MAPPED",
          "JSON_MALFORMED",
          "JSON_VALUES_FORGIVEN",
          "READ_TIMESTAMP_OF_JSON",
          "ARRAY_OF_ARRAYS",
          "AVRO_SCHEMA_URL",
          // ... and what this Trino does not read, or reads otherwise, has no rows there.
          "READ_ION",
          "NESTED_IN_ION",
          "READ_GROK",
          "LINE_DELIMITER",
          "CSV_LINE_BREAKS",
          "JSON_OUTER_ARRAY",
          // PostgreSQL takes what Redshift's documents rule out.
          "LARGE_LIMIT",
          "LARGE_LIMIT_OF_ORDERED",
          "MANY_GROUPING_SETS",
          "CONSTANT_IN_GROUPING_SETS",
          "COLUMN_TWICE_IN_GROUPING_SET",
          "RECURSION_OF_ANOTHER_SHAPE",
          "NESTED_WITH",
          "CORRELATED_SHAPE",
          "CORRELATION_IN_FROM",
          "CORRELATED_WITH_GROUPS",
          "CORRELATED_WITH_LIMIT",
          "LONG_NAME");

  @Test
  void theEnginesAreAsTheMatrixSaysAsFarAsStandInsGo() throws IOException {
    List<Judgement> judgements = live.probe();
    assertThat(different(judgements, ATHENA)).isEqualTo(new TreeSet<>(NOT_ATHENA));
    assertThat(different(judgements, SPECTRUM)).isEqualTo(new TreeSet<>(NOT_REDSHIFT));
    assertThat(judgements.stream().filter(one -> one.outcome() == ProbeOutcome.AS_THE_MATRIX_SAYS))
        .hasSizeGreaterThan(200);
  }

  private static Set<String> different(List<Judgement> judgements, EngineName engine) {
    Set<String> different = new TreeSet<>();
    judgements.stream()
        .filter(one -> one.engine().equals(engine) && one.outcome().isDifferent())
        .forEach(one -> different.add(one.capability().name()));
    return different;
  }
}

package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.Plan;
import dev.sluice.QueryLimits;
import dev.sluice.Reason;
import dev.sluice.Sluice;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Requirement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.LakeObject;
import dev.sluice.probe.Probe;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.Probes;
import dev.sluice.sql.bind.Binder;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.detect.Detectors;
import dev.sluice.sql.detect.Subject;
import dev.sluice.sql.parse.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each capability has a probe that is about it, or a reason why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbesTest {
  private static final Path FILES =
      Repository.ROOT.resolve("engine-probe/src/main/resources/dev/sluice/probe/lake");
  private static final Probes PROBES = Probes.shipped();

  private final Lake lake = ProbeLake.of("s3://bucket/prefix/", "scratch", "test");
  private final Sluice sluice = Sluice.builder().catalog(lake.catalog()).open();

  @AfterAll
  void close() {
    sluice.close();
  }

  @Test
  void everyCapabilityHasAProbeOrAReason() {
    Set<Capability> told = EnumSet.copyOf(PROBES.notProbed().keySet());
    for (Probe probe : PROBES.all()) {
      assertThat(told.add(probe.capability())).as(probe.toString()).isTrue();
    }
    assertThat(told).containsExactly(Capability.values());
  }

  static List<Probe> probes() {
    return PROBES.all();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void theProbeNeedsItsCapability(Probe probe) {
    Plan plan = sluice.plan(lake.named(probe.sql()));
    BoundQuery bound =
        new Binder(lake.catalog(), new QueryParser(QueryLimits.DEFAULT)).bind(plan.sql());
    Set<String> schemas = new TreeSet<>(lake.catalog().databases());
    Stream<Capability> detected =
        Detectors.detect(new Subject(bound, plan.tables(), schemas)).stream()
            .map(Requirement::capability);
    Stream<Capability> remarked =
        plan.decision().candidates().stream()
            .flatMap(ProbesTest::remarks)
            .map(reason -> Capability.valueOf(reason.capability()));
    assertThat(Stream.concat(detected, remarked)).contains(probe.capability());
  }

  private static Stream<Reason> remarks(Candidate candidate) {
    return Stream.concat(candidate.reasons().stream(), candidate.caveats().stream());
  }

  @ParameterizedTest
  @MethodSource("probes")
  void theProbeHasRowsOverTablesOfTheLake(Probe probe) {
    assertThat(probe.rows()).isNotEmpty();
    assertThat(probe.tables())
        .allSatisfy(table -> assertThat(lake.catalog().table(lake.table(table))).isPresent());
  }

  @Test
  void theLakeIsSmallAndWhole() throws IOException {
    Set<String> written = new TreeSet<>();
    for (LakeObject object : lake.objects()) {
      assertThat(object.location()).startsWith("s3://bucket/prefix/sluice-probe-test/");
      written.add(object.location().substring(lake.folder().length() + 1));
    }
    try (Stream<Path> files = Files.walk(FILES)) {
      Set<String> there = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.startsWith("catalog/") && !path.equals("files.txt"))
          .forEach(there::add);
      assertThat(written).isEqualTo(there);
    }
    assertThat(lake.bytes()).isLessThan(100_000);
    assertThat(lake.tables())
        .allSatisfy(
            table -> {
              assertThat(lake.catalog().table(table.name()).orElseThrow().problem()).isEmpty();
              assertThat(table.name().toString()).startsWith("scratch.sluice_probe_test_");
              assertThat(table.entry().toString()).contains(lake.folder()).doesNotContain("{lake}");
            });
  }
}

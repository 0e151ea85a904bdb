package dev.sluice.tests.live;

import static dev.sluice.tests.live.SharedServers.ATHENA;
import static dev.sluice.tests.live.SharedServers.BOTH;
import static dev.sluice.tests.live.SharedServers.SPECTRUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.RunListener;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.CellVerdict;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.ProbeOutcome;
import dev.sluice.probe.ProbeReport;
import dev.sluice.probe.WrittenLake;
import dev.sluice.standin.aws.wire.AwsError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Probes over the wire, before a real Trino and a stand-in of Redshift. */
@ExtendWith(SharedServers.class)
final class ProbeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final AwsError DENIED =
      new AwsError(400, "AccessDeniedException", "You may not do that.");

  private final SharedServers.Servers servers;
  private final Probing probing;

  ProbeTest(SharedServers.Servers servers) {
    this.servers = servers;
    this.probing = new Probing(servers);
  }

  @AfterEach
  void mend() {
    servers.mend();
  }

  @Test
  void aWrongMatrixIsFoundAndTheOverlayRightsIt(@TempDir Path folder) throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            QUALIFY: {athena: {verdict: refuse, why: so it is said}}
            STRUCT_PATH: {spectrum: {verdict: unknown, why: nobody knows}}
            WINDOW_RANGE_FRAME: {spectrum: {verdict: native}}
            WINDOW_DISTINCT: {athena: {verdict: native}}
            """);
    List<Capability> asked =
        List.of(
            Capability.QUALIFY,
            Capability.STRUCT_PATH,
            Capability.WINDOW_RANGE_FRAME,
            Capability.WINDOW_DISTINCT,
            Capability.LINE_DELIMITER,
            Capability.UNNEST_INNER);
    SluiceConfiguration configuration = servers.configuration().matrixOverlay(wrong).build();

    List<Judgement> judgements = probing.judge(configuration, "wrong", BOTH, asked);

    assertThat(different(judgements))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "QUALIFY on athena", ProbeOutcome.ANSWERS_RIGHT,
                "STRUCT_PATH on spectrum", ProbeOutcome.ANSWERS_RIGHT,
                "WINDOW_RANGE_FRAME on spectrum", ProbeOutcome.FAILS,
                "WINDOW_DISTINCT on athena", ProbeOutcome.FAILS,
                // This Trino takes only line feeds.
                "LINE_DELIMITER on athena", ProbeOutcome.ANSWERS_OTHERWISE,
                // Redshift's stand-in has the rows that this Trino reads.
                "LINE_DELIMITER on spectrum", ProbeOutcome.ANSWERS_OTHERWISE));
    String report = ProbeReport.of(judgements, Map.of(), TODAY);
    Path found = Files.writeString(folder.resolve("found.yaml"), report);
    CapabilityMatrix righted =
        CapabilityMatrix.of(servers.configuration().matrixOverlay(found).build());
    assertThat(righted.cell(ATHENA, Capability.QUALIFY).verdict()).isEqualTo(CellVerdict.NATIVE);
    assertThat(righted.cell(ATHENA, Capability.LINE_DELIMITER).verdict())
        .isEqualTo(CellVerdict.WRONG);
    assertThat(righted.cell(ATHENA, Capability.WINDOW_DISTINCT).why())
        .contains("DISTINCT in window function parameters not yet supported");
    assertThat(righted.cell(SPECTRUM, Capability.WINDOW_RANGE_FRAME).verdict())
        .isEqualTo(CellVerdict.REFUSE);
    assertThat(righted.changes()).hasSize(6);
    // Held against the matrix that the overlay makes, nothing differs any more.
    SluiceConfiguration again = servers.configuration().matrixOverlay(found).build();
    assertThat(different(probing.judge(again, "righted", BOTH, asked))).isEmpty();
    assertThat(probing.leftovers()).isEmpty();
  }

  private static Map<String, ProbeOutcome> different(List<Judgement> judgements) {
    Map<String, ProbeOutcome> different = new TreeMap<>();
    judgements.stream()
        .filter(one -> one.outcome().isDifferent())
        .forEach(one -> different.put(one.capability() + " on " + one.engine(), one.outcome()));
    return different;
  }

  @Test
  void whoMayNotAskJudgesNothing() throws IOException {
    servers.account().services().faults().on("StartQueryExecution").refuse(DENIED);
    List<Judgement> judgements =
        probing.judge(
            servers.configuration().build(),
            "denied",
            List.of(ATHENA),
            List.of(Capability.QUALIFY, Capability.UNNEST_INNER));
    assertThat(judgements)
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.outcome()).isEqualTo(ProbeOutcome.NOT_JUDGED);
              assertThat(one.detail()).contains("You may not do that.");
            });
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void twoRunsAtOnceAreNotInEachOthersWay() throws IOException {
    SluiceConfiguration configuration = servers.configuration().build();
    List<Capability> asked = List.of(Capability.READ_ORC, Capability.UNNEST_MAP);
    CompletableFuture<List<Judgement>> other =
        CompletableFuture.supplyAsync(
            () -> probing.judge(configuration, "one", List.of(ATHENA), asked));
    List<Judgement> mine = probing.judge(configuration, "two", List.of(ATHENA), asked);
    assertThat(mine).isEqualTo(other.join());
    assertThat(mine).extracting(Judgement::outcome).containsOnly(ProbeOutcome.AS_THE_MATRIX_SAYS);
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void whatFailsHalfWayLeavesNothing() throws IOException {
    servers.account().services().faults().on("CreateTable").from(5).refuse(DENIED);
    assertThatThrownBy(
            () ->
                probing.judge(servers.configuration().build(), "half", List.of(ATHENA), List.of()))
        .isInstanceOfSatisfying(
            SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED))
        .hasMessageContaining("sluice_probe_half_");
    servers.mend();
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void aTableWhoseMakingWasNotAnsweredGoesToo() throws IOException {
    servers.account().services().faults().on("CreateTable").from(3).times(100).loseAnswer();
    assertThatThrownBy(
            () ->
                probing.judge(servers.configuration().build(), "lost", List.of(ATHENA), List.of()))
        .isInstanceOf(SluiceException.class);
    servers.mend();
    assertThat(probing.leftovers()).isEmpty();
  }

  @Test
  void whatCannotBeRemovedIsNamed() throws IOException {
    SluiceConfiguration configuration = servers.configuration().build();
    Lake lake = ProbeLake.of(SharedServers.BUCKET + "probes/", SharedServers.DATABASE, "stuck");
    try (WrittenLake written = WrittenLake.of(lake, configuration)) {
      written.write(RunListener.NONE);
      servers.account().services().faults().on("DeleteTable").times(1).refuse(DENIED);
      assertThat(written.remove())
          .hasSize(1)
          .first()
          .asString()
          .contains("scratch.sluice_probe_stuck_people")
          .contains("You may not do that.");
    }
    servers.mend();
    assertThat(probing.leftovers()).containsExactly("scratch.sluice_probe_stuck_people");
    try (dev.sluice.glue.live.GlueTablesWriter glue =
        dev.sluice.glue.live.GlueTablesWriter.open(configuration)) {
      glue.delete(lake.table("people"));
      // Once more is no error.
      glue.delete(lake.table("people"));
    }
    assertThat(probing.leftovers()).isEmpty();
  }
}

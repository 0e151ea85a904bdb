package dev.sluice.tests.conversion;

import static dev.sluice.tests.conversion.TextLake.EVENTS;
import static dev.sluice.tests.conversion.TextLake.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.ConversionPlan;
import dev.sluice.conversion.ConversionPlan.State;
import dev.sluice.conversion.ConversionReport;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import dev.sluice.conversion.VacuumReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What conversion makes of a lake, whatever writes the files. */
@Timeout(120)
class ConversionTest {
  private static final TableName CONVERTED = new TableName("web", "events_converted");
  private static final CopyingEngine.Step NOTHING = conversion -> {};
  private static final Clock CLOCK = Clock.systemUTC();

  private final Path folder;

  ConversionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void convertsWhatIsNewAndThatOnce() throws IOException {
    TextLake lake = TextLake.make(folder, 3);
    CopyingEngine engine = new CopyingEngine(NOTHING);
    try (Sluice sluice = lake.open(engine)) {
      ConversionReport first = convert(sluice, ConversionOrder.of(EVENTS).withWhere("day < '3'"));
      assertThat(first.converted()).hasSize(2);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 2));
      ConversionReport second = convert(sluice, ConversionOrder.of(EVENTS));
      assertThat(second.converted()).hasSize(1);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 2, 3));
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).isEmpty();
      assertThat(engine.conversions).hasValue(3);
    }
  }

  @Test
  void planningWritesNothing() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      ConversionPlan plan =
          conversion(sluice, CLOCK).plan(ConversionOrder.of(EVENTS), RunListener.NONE);
      assertThat(plan.exists()).isFalse();
      assertThat(plan.due()).extracting(ConversionPlan.Part::state).containsOnly(State.NEW);
      assertThat(plan.dueBytes()).isEqualTo(2L * "1 of day 1".length());
      assertThat(sluice.catalog().table(CONVERTED)).isEmpty();
      assertThat(lake.written(CONVERTED)).isEmpty();
    }
  }

  @Test
  void convertsAgainWhatHasChangedAndClearsUpAfterTheGrace() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      lake.write(2, "b.txt", "2 of day 2");
      ConversionReport report = convert(sluice, ConversionOrder.of(EVENTS));
      assertThat(report.converted())
          .extracting(each -> each.part().state())
          .containsExactly(State.CHANGED);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 2));
      assertThat(lake.written(CONVERTED)).hasSize(3);

      VacuumReport early = conversion(sluice, CLOCK).vacuum(CONVERTED, Duration.ofHours(1));
      assertThat(early.deleted()).isEmpty();
      assertThat(early.waiting()).isEqualTo(1);
      VacuumReport late =
          conversion(sluice, Clock.offset(CLOCK, Duration.ofHours(2)))
              .vacuum(CONVERTED, Duration.ofHours(1));
      assertThat(late.deleted()).singleElement().asString().endsWith("/day=2");
      assertThat(late.bytes()).isEqualTo("1 of day 2".length());
      assertThat(lake.written(CONVERTED)).hasSize(2);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 2));
    }
  }

  @Test
  void aNewSchemaMakesAllOfThemOld() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    Path schema = Files.writeString(folder.resolve("_schema.avsc"), "{}");
    CopyingEngine engine = new CopyingEngine(NOTHING);
    engine.schema = Optional.of(schema);
    try (Sluice sluice = lake.open(engine)) {
      convert(sluice, ConversionOrder.of(EVENTS));
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).isEmpty();
      Files.writeString(schema, "{ }");
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(2);
      engine.schema = Optional.of(Path.of("/nowhere"));
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(2);
    }
  }

  @Test
  void whatTheSourceHasNoMoreIsRemoved() throws IOException {
    TextLake lake = TextLake.make(folder, 3);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      lake.forget(2);
      ConversionOrder others = ConversionOrder.of(EVENTS).withWhere("day = '1'");
      ConversionPlan plan = conversion(sluice, CLOCK).plan(others, RunListener.NONE);
      assertThat(plan.gone()).containsExactly(List.of("2"));
      assertThat(plan.isDone()).isFalse();
      assertThat(convert(sluice, others).converted()).isEmpty();
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 3));
      assertThat(conversion(sluice, CLOCK).plan(others, RunListener.NONE).isDone()).isTrue();
    }
  }

  @Test
  void aPartitionThatFailsStaysAsItWasAndIsTakenUpLater() throws IOException {
    TextLake lake = TextLake.make(folder, 3);
    CopyingEngine.Step failing =
        conversion -> {
          if (conversion.location().endsWith("day=2")) {
            throw new SluiceException(ErrorCode.ENGINE_FAILED, "broken.avro cannot be read");
          }
        };
    try (Sluice sluice = lake.open(new CopyingEngine(failing))) {
      ConversionReport report = convert(sluice, ConversionOrder.of(EVENTS));
      assertThat(report.failed()).hasSize(1);
      assertThat(report.failed().get(0).part().values()).containsExactly("2");
      assertThat(report.failed().get(0).why()).isEqualTo("broken.avro cannot be read");
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 3));
      assertThat(lake.written(CONVERTED)).hasSize(2);
    }
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(1);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1, 2, 3));
    }
  }

  @Test
  void filesThatComeWhileOthersAreReadArePublishedByNobody() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    CopyingEngine.Step arriving =
        conversion -> {
          try {
            lake.write(1, "b.txt", "late");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };
    try (Sluice sluice = lake.open(new CopyingEngine(arriving))) {
      ConversionReport report = convert(sluice, ConversionOrder.of(EVENTS));
      assertThat(report.failed())
          .singleElement()
          .satisfies(failed -> assertThat(failed.why()).contains("changed while they were read"));
      assertThat(lake.shown(sluice, CONVERTED)).isEmpty();
      assertThat(lake.written(CONVERTED)).isEmpty();
    }
  }

  @Test
  void twoRunsAtOnceAreKeptApart() throws Exception {
    TextLake lake = TextLake.make(folder, 1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CopyingEngine slow =
        new CopyingEngine(
            conversion -> {
              begun.countDown();
              goOn.await();
            });
    try (Sluice first = lake.open(slow);
        Sluice second = lake.open(new CopyingEngine(NOTHING))) {
      CompletableFuture<ConversionReport> running =
          CompletableFuture.supplyAsync(() -> convert(first, ConversionOrder.of(EVENTS)));
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> convert(second, ConversionOrder.of(EVENTS)))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("Somebody else is converting to web.events_converted");
      goOn.countDown();
      assertThat(running.get(60, TimeUnit.SECONDS).converted()).hasSize(1);
      assertThat(convert(second, ConversionOrder.of(EVENTS)).converted()).isEmpty();
      assertThat(lake.shown(second, CONVERTED)).isEqualTo(lake.expected(1));
    }
  }

  @Test
  void aLockOfAProcessThatHasGoneIsTakenOverAndOthersWithTheirTime() throws Exception {
    TextLake lake = TextLake.make(folder, 1);
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    String host = java.net.InetAddress.getLocalHost().getHostName();
    Instant later = CLOCK.instant().plusSeconds(60);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      lake.write(1, "b.txt", "more");
      lock(sluice, "elsewhere/1/2026-01-01T00:00:00Z/x until " + later);
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS)))
          .hasMessageContaining("elsewhere/1");
      lock(sluice, host + "/" + gone.pid() + "/2026-01-01T00:00:00Z/x until " + later);
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(1);
      lake.write(1, "c.txt", "more");
      lock(sluice, "elsewhere/1/2026-01-01T00:00:00Z/x until " + CLOCK.instant().minusSeconds(1));
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(1);
      assertThat(sluice.catalog().table(CONVERTED).orElseThrow().parameters())
          .doesNotContainKey("sluice.lock");
    }
  }

  @Test
  void whoHasLostTheLockPublishesNothing() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    Sluice[] opened = new Sluice[1];
    CopyingEngine engine =
        new CopyingEngine(
            conversion ->
                lock(
                    opened[0],
                    "elsewhere/1/2026-01-01T00:00:00Z/x until " + CLOCK.instant().plusSeconds(60)));
    try (Sluice sluice = lake.open(engine)) {
      opened[0] = sluice;
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS)))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("has taken over the conversion");
      assertThat(lake.shown(sluice, CONVERTED)).isEmpty();
    }
  }

  @Test
  void anInterruptedRunPublishesWhatWasFinishedAndLeavesNothingElse() throws IOException {
    TextLake lake = TextLake.make(folder, 3);
    Thread runner = Thread.currentThread();
    CopyingEngine engine =
        new CopyingEngine(
            conversion -> {
              if (conversion.location().endsWith("day=2")) {
                runner.interrupt();
                new CountDownLatch(1).await();
              }
            });
    try (Sluice sluice = lake.open(engine)) {
      assertThatThrownBy(
              () -> conversion(sluice, CLOCK).run(ConversionOrder.of(EVENTS), 1, RunListener.NONE))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(sluice.catalog().table(CONVERTED).orElseThrow().parameters())
          .doesNotContainKey("sluice.lock");
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1));
      assertThat(lake.written(CONVERTED)).hasSize(1);
    }
  }

  @Test
  void whatFinishesWhileARunIsStoppedIsPublishedTooWhateverElseWasStopped() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    Thread runner = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    CopyingEngine engine =
        new CopyingEngine(
            conversion -> {
              if (conversion.location().endsWith("day=2")) {
                runner.interrupt();
                never.await();
              }
              try {
                never.await();
              } catch (InterruptedException stopped) {
                // Later than the other, which ends at once.
                boolean unused = never.await(300, TimeUnit.MILLISECONDS);
              }
            });
    try (Sluice sluice = lake.open(engine)) {
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS)))
          .isInstanceOfSatisfying(
              SluiceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1));
      assertThat(lake.written(CONVERTED)).hasSize(1);
    }
  }

  /** What is behind a link is read, so it is looked at too. */
  @Test
  void filesBehindALinkAreNoticedWhenTheyChange() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    Path real = lake.folder().resolve("real");
    Files.move(lake.day(1), real);
    Files.createSymbolicLink(lake.day(1), real);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      Files.writeString(real.resolve("b.txt"), "more");
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(1);
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1));
    }
  }

  /** A header that is to be skipped, say: it may stand in the table's entry alone. */
  @Test
  void whatTheTablesEntrySaysOfReadingIsNoticedWhenItChanges() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      lake.parameters("\"recordCount\": \"7\"");
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).isEmpty();
      lake.parameters("\"skip.header.line.count\": \"1\"");
      assertThat(convert(sluice, ConversionOrder.of(EVENTS)).converted()).hasSize(2);
    }
  }

  @Test
  void aTableWithoutPartitionsShowsOneVersionAtATime() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    TableName converted = new TableName("web", "names_converted");
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(NAMES));
      assertThat(lake.shown(sluice, converted)).isEqualTo(Map.of(List.of(), List.of("Ada")));
      Files.writeString(lake.folder().resolve("data/names/o.txt"), "Grace");
      assertThat(convert(sluice, ConversionOrder.of(NAMES)).converted()).hasSize(1);
      assertThat(lake.shown(sluice, converted))
          .isEqualTo(Map.of(List.of(), List.of("Ada", "Grace")));
      assertThat(convert(sluice, ConversionOrder.of(NAMES)).converted()).isEmpty();
      VacuumReport vacuum =
          conversion(sluice, Clock.offset(CLOCK, Duration.ofHours(2)))
              .vacuum(converted, Duration.ofHours(1));
      assertThat(vacuum.deleted()).hasSize(1);
      assertThat(lake.shown(sluice, converted))
          .isEqualTo(Map.of(List.of(), List.of("Ada", "Grace")));
    }
  }

  @Test
  void refusesWhatItWouldHaveToGuess() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      ConversionOrder onto = ConversionOrder.of(EVENTS).withTarget(NAMES);
      assertThatThrownBy(() -> convert(sluice, onto))
          .hasMessage(
              "There is a table web.names, which was not made of web.events: name another one to make");
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS).withWhere("line = 'x'")))
          .hasMessageContaining("may read partition keys alone (day), not line");
      assertThatThrownBy(
              () -> convert(sluice, ConversionOrder.of(EVENTS).withSortedBy(List.of("nothing"))))
          .hasMessageContaining("Rows cannot be sorted by nothing");
      assertThatThrownBy(
              () ->
                  convert(
                      sluice, ConversionOrder.of(EVENTS).withTarget(new TableName("web", "../x"))))
          .hasMessageContaining("called by letters");
      String inside = lake.folder().resolve("data/events/converted").toString();
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS).withLocation(inside)))
          .hasMessageContaining("lies in the folder of web.events");
      assertThatThrownBy(() -> conversion(sluice, CLOCK).vacuum(EVENTS, Duration.ZERO))
          .hasMessageContaining("was not made by conversion");
    }
  }

  /** Its files hold what its readers may not all see. */
  @Test
  void leavesTablesUnderLakeFormationAlone() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    lake.guard();
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS)))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining("Lake Formation");
      assertThat(sluice.catalog().table(CONVERTED)).isEmpty();
    }
  }

  @Test
  void ofOtherRowsAnotherTableIsMade() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      assertThatThrownBy(() -> convert(sluice, ConversionOrder.of(EVENTS).withFlatten(true)))
          .hasMessage(
              "Table web.events_converted holds other rows (as it is) than are asked for (flat):"
                  + " name another one to make");
    }
  }

  @Test
  void takesAConditionThatEndsInAComment() throws IOException {
    TextLake lake = TextLake.make(folder, 2);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      ConversionOrder order = ConversionOrder.of(EVENTS).withWhere("day = '2' -- the second");
      assertThat(convert(sluice, order).converted()).hasSize(1);
    }
  }

  @Test
  void vacuumTakesWhatADeadRunLeftAndNothingThatIsCalledOtherwise() throws IOException {
    TextLake lake = TextLake.make(folder, 1);
    try (Sluice sluice = lake.open(new CopyingEngine(NOTHING))) {
      convert(sluice, ConversionOrder.of(EVENTS));
      Path root = lake.folder().resolve("data/events_converted");
      Path dead = Files.createDirectories(root.resolve("v20260101T000000000Z-0123abcd/day=1"));
      Files.writeString(dead.resolve("part.parquet"), "half");
      Path other = Files.createDirectories(root.resolve("mine/day=1"));
      VacuumReport report = conversion(sluice, CLOCK).vacuum(CONVERTED, Duration.ofHours(1));
      assertThat(report.deleted()).isEmpty();
      assertThat(report.waiting()).isEqualTo(1);
      VacuumReport late =
          conversion(sluice, Clock.offset(CLOCK, Duration.ofHours(2)))
              .vacuum(CONVERTED, Duration.ofHours(1));
      assertThat(late.deleted()).containsExactly("v20260101T000000000Z-0123abcd/day=1");
      assertThat(dead.getParent()).doesNotExist();
      assertThat(other).exists();
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(1));
    }
  }

  private static void lock(Sluice sluice, String text) {
    sluice
        .catalog()
        .writer()
        .orElseThrow()
        .changeParameters(
            CONVERTED,
            before -> {
              Map<String, String> after = new TreeMap<>(before.orElseThrow());
              after.put("sluice.lock", text);
              return Optional.of(after);
            });
  }

  private static LakeConversion conversion(Sluice sluice, Clock clock) {
    return new LakeConversion(sluice, new LocalFolders(), clock.withZone(ZoneOffset.UTC));
  }

  private static ConversionReport convert(Sluice sluice, ConversionOrder order) {
    return conversion(sluice, CLOCK).run(order, 2, RunListener.NONE);
  }
}

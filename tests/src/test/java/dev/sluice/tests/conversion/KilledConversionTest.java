package dev.sluice.tests.conversion;

import static dev.sluice.tests.conversion.TextLake.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.TableName;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that convert are killed, again and again, while the source goes on changing: whatever
 * is shown at any time is a whole partition as it was at some time, and in the end it is what a run
 * that nobody disturbs makes.
 */
class KilledConversionTest {
  private static final TableName CONVERTED = new TableName("web", "events_converted");
  private static final int DAYS = 24;
  private static final int KILLS = Integer.getInteger("sluice.kills", 4);
  private static final int LONGEST_MILLIS = 1200;
  private static final long SEED = 20190328;

  @Test
  void whateverKillsARunTheNextOneGoesOn(@TempDir Path folder) throws Exception {
    TextLake lake = TextLake.make(folder, DAYS);
    Random random = new Random(SEED);
    int killed = 0;
    int published = 0;
    for (int round = 0; round < KILLS; round++) {
      int changes = 1 + random.nextInt(DAYS);
      for (int i = 0; i < changes; i++) {
        lake.write(1 + random.nextInt(DAYS), "f" + random.nextInt(3), "round " + round);
      }
      killed += killedWithin(lake, random.nextInt(LONGEST_MILLIS)) ? 1 : 0;
      published = requireWhole(lake);
    }
    assertThat(killed).as("runs that did not end by themselves").isPositive();
    assertThat(published).as("partitions that runs published before they died").isPositive();
    finish(lake);
  }

  /** Whether it was killed before it ended. */
  private static boolean killedWithin(TextLake lake, int millis)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ConvertingProcess.class.getName(),
                lake.folder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo(ConvertingProcess.BEGINS);
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertThat(!ended || process.exitValue() == 0).isTrue();
      return !ended;
    }
  }

  /** No entry shows a file that is half written, or none. */
  private static int requireWhole(TextLake lake) {
    try (Sluice sluice = lake.open(new CopyingEngine(conversion -> {}))) {
      if (sluice.catalog().table(CONVERTED).isEmpty()) {
        return 0;
      }
      var shown = lake.shown(sluice, CONVERTED);
      shown.forEach(
          (values, texts) ->
              assertThat(texts).as(values.toString()).isNotEmpty().noneMatch(String::isEmpty));
      return shown.size();
    }
  }

  private static void finish(TextLake lake) throws IOException {
    int[] all = IntStream.rangeClosed(1, DAYS).toArray();
    CopyingEngine engine = new CopyingEngine(conversion -> {});
    try (Sluice sluice = lake.open(engine)) {
      LakeConversion conversion = new LakeConversion(sluice, new LocalFolders(), Clock.systemUTC());
      assertThat(conversion.run(ConversionOrder.of(EVENTS), 2, RunListener.NONE).failed())
          .isEmpty();
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(all));
      assertThat(conversion.run(ConversionOrder.of(EVENTS), 2, RunListener.NONE).converted())
          .isEmpty();

      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
      new LakeConversion(sluice, new LocalFolders(), later).vacuum(CONVERTED, Duration.ofHours(1));
      assertThat(lake.shown(sluice, CONVERTED)).isEqualTo(lake.expected(all));
      assertThat(lake.written(CONVERTED)).as("folders that are left").hasSize(DAYS);
    }
  }
}

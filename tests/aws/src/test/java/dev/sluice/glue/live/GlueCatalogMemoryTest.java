package dev.sluice.glue.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.ErrorCode;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.Entries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the live catalog remembers, and for how long. */
class GlueCatalogMemoryTest extends LiveGlue {
  @Test
  void believesWhatItReadForAWhile() {
    ObjectNode entry = loadHours(3);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "60"))) {
      Table table = glue.table(HOURLY).orElseThrow();
      Partitions three = glue.partitions(table, List.of());
      aws.glue().table(AwsStandIn.ACCOUNT, "big", entry, Entries.hours(entry, 4));

      watch.goOn(Duration.ofSeconds(40));
      assertThat(glue.table(HOURLY)).containsSame(table);
      assertThat(glue.partitions(table, List.of())).isSameAs(three);
      assertThat(aws.calls().count("GetTable")).isEqualTo(1);
      assertThat(glue.readAt(table)).contains(watch.instant().minusSeconds(40));

      watch.goOn(Duration.ofSeconds(21));
      assertThat(glue.table(HOURLY)).as("the same entry is the same table").containsSame(table);
      assertThat(known(glue, HOURLY).listed()).hasSize(4);
      assertThat(aws.calls().count("GetTable")).isEqualTo(2);
    }
  }

  @Test
  void renewsBehindTheScenesWhatIsInUse() throws InterruptedException {
    ObjectNode entry = loadHours(3);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "60"))) {
      Table table = glue.table(HOURLY).orElseThrow();
      ObjectNode changed = entry.deepCopy();
      changed.put("VersionId", "1").withObject("Parameters").put("owner", "me");
      aws.glue().table(AwsStandIn.ACCOUNT, "big", changed, Entries.hours(entry, 4));

      watch.goOn(Duration.ofSeconds(50));
      assertThat(glue.table(HOURLY)).as("nobody waits").containsSame(table);
      while (glue.table(HOURLY).orElseThrow() == table) {
        Thread.sleep(5);
      }
      assertThat(glue.table(HOURLY).orElseThrow().parameters()).containsEntry("owner", "me");
      assertThat(known(glue, HOURLY).listed()).as("of the changed table").hasSize(4);
      assertThat(glue.partitions(table, List.of()))
          .as("whoever still has the old table may go on")
          .isInstanceOf(Partitions.Known.class);
    }
  }

  @Test
  void tellsWhoAsksNextWhatCannotBeRenewed() throws InterruptedException {
    loadHours(3);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "60"))) {
      Table table = glue.table(HOURLY).orElseThrow();
      aws.faults().on("GetTable").expireCredentials();

      watch.goOn(Duration.ofSeconds(50));
      assertThat(glue.table(HOURLY)).as("nobody waits").containsSame(table);
      ErrorCode told = null;
      while (told == null) {
        Thread.sleep(5);
        try {
          glue.table(HOURLY);
        } catch (SluiceException e) {
          told = e.code();
        }
      }
      assertThat(told).isEqualTo(ErrorCode.CREDENTIALS_INVALID);
    }
  }

  @Test
  void looksEachTimeWhereNothingIsToBeKept() {
    loadHours(3);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "0"))) {
      Table table = glue.table(HOURLY).orElseThrow();
      assertThat(glue.table(HOURLY)).containsSame(table);
      assertThat(glue.partitions(table, List.of())).isInstanceOf(Partitions.Known.class);
      assertThat(aws.calls().count("GetTable")).isEqualTo(2);
    }
  }

  @Test
  void severalWhoAskForTheSameAtOnceAreOneCall() throws Exception {
    loadHours(3);
    aws.faults().latency(Duration.ofMillis(200));
    try (GlueCatalog glue = open()) {
      int number = 8;
      CyclicBarrier together = new CyclicBarrier(number);
      ExecutorService threads = Executors.newFixedThreadPool(number);
      try {
        List<Future<Partitions>> answers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
          answers.add(
              threads.submit(
                  () -> {
                    together.await();
                    return glue.partitions(glue.table(HOURLY).orElseThrow(), List.of());
                  }));
        }
        Partitions first = answers.get(0).get();
        for (Future<Partitions> answer : answers) {
          assertThat(answer.get()).isSameAs(first);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(aws.calls().count("GetTable")).isEqualTo(1);
      assertThat(aws.calls().count("GetPartitions")).isEqualTo(1);
    }
  }

  @Test
  void saysWhenTheOldestOfWhatItKnowsWasRead() {
    loadHours(3);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "3600"))) {
      Table listed = glue.tables("big").get(0);
      Instant listing = watch.instant();
      assertThat(glue.readAt(listed)).contains(listing);

      watch.goOn(Duration.ofMinutes(1));
      Instant later = watch.instant();
      Table table = glue.table(HOURLY).orElseThrow();
      assertThat(table).as("the same entry is the same table").isSameAs(listed);
      assertThat(glue.readAt(table)).contains(later);

      watch.goOn(Duration.ofMinutes(1));
      assertThat(glue.partitions(table, List.of())).isInstanceOf(Partitions.Known.class);
      assertThat(glue.readAt(table)).as("the table is older").contains(later);

      watch.goOn(Duration.ofMinutes(59));
      assertThat(glue.table(HOURLY)).containsSame(table);
      assertThat(glue.readAt(table))
          .as("the partitions are older now")
          .contains(later.plus(Duration.ofMinutes(1)));
    }
  }

  @Test
  void keepsNoMorePartitionsThanAllowed() throws InterruptedException {
    loadHours(50);
    try (GlueCatalog glue = open(Map.of("cached-partitions", "10"))) {
      Set<Partitions> read = new HashSet<>();
      read.add(known(glue, HOURLY));
      long once = aws.calls().count("GetPartitions");
      while (aws.calls().count("GetPartitions") == once) { // Forgotten behind the scenes.
        Thread.sleep(5);
        read.add(known(glue, HOURLY));
      }
      assertThat(read).hasSize(1);
    }
  }

  @Test
  void forgetsTablesThatNobodyHas() {
    ObjectNode entry = loadHours(1);
    try (GlueCatalog glue = open(Map.of("cache-seconds", "0"))) {
      for (int i = 0; i < 50; i++) {
        ObjectNode changed = entry.deepCopy().put("VersionId", String.valueOf(i));
        aws.glue().table(AwsStandIn.ACCOUNT, "big", changed, List.of());
        assertThat(glue.table(HOURLY)).isPresent();
      }
      for (int i = 0; i < 50 && glue.remembered() > 5; i++) {
        System.gc();
      }
      assertThat(glue.remembered()).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void refusesATableOfAnotherCatalog() {
    loadHours(1);
    try (GlueCatalog one = open();
        GlueCatalog other = open()) {
      Table table = one.table(HOURLY).orElseThrow();
      assertThatThrownBy(() -> other.partitions(table, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void asksNothingOnceClosed() {
    loadLake();
    GlueCatalog glue = open();
    assertThat(glue.databases()).isNotEmpty();
    int asked = aws.calls().all().size();
    glue.close();

    assertThatThrownBy(() -> glue.tables("raw")).isInstanceOf(IllegalStateException.class);
    assertThat(aws.calls().all()).hasSize(asked);
  }
}

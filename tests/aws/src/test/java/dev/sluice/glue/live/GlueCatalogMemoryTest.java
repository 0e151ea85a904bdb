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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

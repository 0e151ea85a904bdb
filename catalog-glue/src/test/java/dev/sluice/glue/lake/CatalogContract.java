package dev.sluice.glue.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.KeyRange;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Catalog} does. A subclass brings a catalog of these tables:
 *
 * <ul>
 *   <li>{@code ads.spend}: unpartitioned, a column {@code amount} of double;
 *   <li>{@code web.broken}: with a problem;
 *   <li>{@code web.clicks}: ORC, a column {@code id} of bigint, keyed by {@code datetime}, with the
 *       partitions {@code c}, {@code a}, {@code b} in this order;
 *   <li>{@code web.quiet}: keyed like it, known to have no partitions;
 *   <li>{@code web.unlisted}: keyed like it, its partitions not known.
 * </ul>
 */
abstract class CatalogContract {
  private static final TableName CLICKS = new TableName("web", "clicks");

  abstract Catalog catalog();

  @Test
  void listsDatabasesInOrder() {
    assertThat(catalog().databases()).containsExactly("ads", "web");
  }

  @Test
  void listsTablesInOrder() {
    assertThat(catalog().tables("web"))
        .extracting(table -> table.name().table())
        .containsExactly("broken", "clicks", "quiet", "unlisted");
  }

  @Test
  void knowsNothingOfOtherDatabasesAndTables() {
    assertThat(catalog().tables("nowhere")).isEmpty();
    assertThat(catalog().table(new TableName("nowhere", "clicks"))).isEmpty();
    assertThat(catalog().table(new TableName("web", "nothing"))).isEmpty();
  }

  @Test
  void findsTablesWhateverTheCase() {
    assertThat(catalog().table(new TableName("WEB", "Clicks")))
        .hasValueSatisfying(table -> assertThat(table.name()).isEqualTo(CLICKS));
  }

  @Test
  void tellsColumnsKeysAndFormat() {
    Table clicks = table(CLICKS);

    assertThat(clicks.columns()).containsExactly(new Column("id", Primitive.BIGINT));
    assertThat(clicks.partitionKeys()).containsExactly(new Column("datetime", Primitive.STRING));
    assertThat(clicks.storage().format()).isEqualTo(TableFormat.ORC);
    assertThat(table(new TableName("ads", "spend")).isPartitioned()).isFalse();
  }

  @Test
  void listsATableThatItDoesNotUnderstandWithItsProblem() {
    assertThat(table(new TableName("web", "broken")).problem()).isPresent();
    assertThat(table(CLICKS).problem()).isEmpty();
  }

  @Test
  void listsPartitionsInAStableOrder() {
    Partitions.Known known = known(CLICKS, List.of());

    assertThat(known.total()).isEqualTo(OptionalLong.of(3));
    assertThat(known.listed())
        .extracting(partition -> partition.values().get(0))
        .containsExactly("c", "a", "b");
    assertThat(known.listed()).allSatisfy(CatalogContract::isWhole);
    assertThat(known(CLICKS, List.of())).isEqualTo(known);
  }

  @Test
  void listsAtLeastThePartitionsAskedFor() {
    KeyRanges ranges = new KeyRanges("datetime", List.of(new KeyRange("b", true, "c", true)));

    assertThat(known(CLICKS, List.of(ranges)).listed())
        .extracting(partition -> partition.values().get(0))
        .containsSubsequence("c", "b");
  }

  @Test
  void tellsNoPartitionsFromNotKnown() {
    assertThat(known(new TableName("web", "quiet"), List.of()).listed()).isEmpty();
    assertThat(catalog().partitions(table(new TableName("web", "unlisted")), List.of()))
        .isInstanceOfSatisfying(
            Partitions.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("web.unlisted"));
  }

  @Test
  void answersSeveralThreadsAlike() throws InterruptedException, ExecutionException {
    Catalog catalog = catalog();
    Table clicks = catalog.table(CLICKS).orElseThrow();
    Partitions expected = catalog.partitions(clicks, List.of());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Partitions>> answers =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> catalog.partitions(clicks, List.of())))
              .toList();
      for (Future<Partitions> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void isWhole(Partition partition) {
    assertThat(partition.columns()).containsExactly(new Column("id", Primitive.BIGINT));
    assertThat(partition.storage().format()).isEqualTo(TableFormat.ORC);
    assertThat(partition.storage().location()).endsWith(partition.values().get(0));
  }

  private Table table(TableName name) {
    return catalog().table(name).orElseThrow();
  }

  private Partitions.Known known(TableName name, List<KeyRanges> ranges) {
    Partitions partitions = catalog().partitions(table(name), ranges);
    assertThat(partitions).isInstanceOf(Partitions.Known.class);
    return (Partitions.Known) partitions;
  }
}

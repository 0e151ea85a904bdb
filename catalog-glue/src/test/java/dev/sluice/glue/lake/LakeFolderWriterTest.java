package dev.sluice.glue.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFolderWriterTest {
  private static final TableName NAME = new TableName("web", "clicks_parquet");

  private Path lake = Path.of("");

  @BeforeEach
  void makeALake(@TempDir Path folder) throws IOException {
    lake = folder.toRealPath();
    Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(lake.resolve("catalog/web.tables.json"), "{\"TableList\": []}");
  }

  @Test
  void makesATableThatReadsAsItWasGiven() {
    assertThat(writer().create(table().build())).isTrue();
    Table read = LakeFolderCatalog.open(lake).table(NAME).orElseThrow();
    assertThat(read.problem()).isEmpty();
    assertThat(read.allColumns()).isEqualTo(table().build().allColumns());
    assertThat(read.storage().location()).isEqualTo(lake.resolve("data/clicks").toString());
    assertThat(read.storage().format()).isEqualTo(TableFormat.PARQUET);
    assertThat(read.parameters()).containsEntry("made", "here");
    assertThat(partitions()).isEmpty();
  }

  @Test
  void leavesATableOfThatNameAlone() throws IOException {
    writer().create(table().build());
    byte[] before = Files.readAllBytes(lake.resolve("catalog/web.tables.json"));
    assertThat(writer().create(table().parameters(Map.of("made", "again")).build())).isFalse();
    assertThat(Files.readAllBytes(lake.resolve("catalog/web.tables.json"))).isEqualTo(before);
  }

  @Test
  void putsPartitionsInThePlaceOfThoseWithTheSameValues() throws IOException {
    writer().create(table().build());
    writer().publish(table().build(), List.of(partition("1", "v1"), partition("2", "v1")));
    writer().publish(table().build(), List.of(partition("2", "v2"), partition("3", "v2")));
    assertThat(partitions())
        .extracting(each -> each.values().get(0) + " " + each.parameters().get("version"))
        .containsExactly("1 v1", "2 v2", "3 v2");
    assertThat(partitions().get(1).storage().location())
        .isEqualTo(lake.resolve("data/clicks/day=2/v2").toString());
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".lock", "web.tables.json", "web.clicks_parquet.partitions.json");
    }
  }

  @Test
  void dropsThosePartitionsAlone() {
    writer().create(table().build());
    writer().publish(table().build(), List.of(partition("1", "v1"), partition("2", "v1")));
    writer().drop(NAME, Set.of(List.of("1"), List.of("7")));
    assertThat(partitions()).extracting(Partition::values).containsExactly(List.of("2"));
    writer().drop(new TableName("web", "none"), Set.of(List.of("1")));
  }

  @Test
  void aTableGetsTheColumnsOfWhatIsPublished() {
    writer().create(table().build());
    Table wider = table().column("more", Primitive.STRING).build();
    writer().publish(wider, List.of(partition("1", "v1")));
    Table read = LakeFolderCatalog.open(lake).table(NAME).orElseThrow();
    assertThat(read.columns()).extracting(Column::name).containsExactly("id", "more");
    assertThat(read.parameters()).containsEntry("made", "here");
  }

  @Test
  void changesParametersOfThatTableAlone() {
    writer().create(table().build());
    assertThat(writer().changeParameters(NAME, before -> Optional.empty())).isFalse();
    assertThat(
            writer()
                .changeParameters(
                    NAME,
                    before -> {
                      Map<String, String> after = new TreeMap<>(before.orElseThrow());
                      after.put("lock", "mine");
                      after.remove("made");
                      return Optional.of(after);
                    }))
        .isTrue();
    assertThat(LakeFolderCatalog.open(lake).table(NAME).orElseThrow().parameters())
        .containsEntry("lock", "mine")
        .doesNotContainKey("made");
  }

  @Test
  void writersOfOneFolderLoseNothing() throws Exception {
    writer().create(table().build());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<? extends Future<?>> all =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              writer().publish(table().build(), List.of(partition("" + i, "v1")))))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(partitions()).hasSize(100);
  }

  @Test
  void saysWhichDatabaseIsMissing() {
    Table table =
        Table.builder(new TableName("none", "t"))
            .storage(Storage.of(TableFormat.PARQUET, "/t"))
            .build();
    assertThatThrownBy(() -> writer().create(table))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("no database none");
  }

  private TableWriter writer() {
    return LakeFolderCatalog.open(lake).writer().orElseThrow();
  }

  private List<Partition> partitions() {
    LakeFolderCatalog catalog = LakeFolderCatalog.open(lake);
    return ((Partitions.Known) catalog.partitions(catalog.table(NAME).orElseThrow(), List.of()))
        .listed();
  }

  private Table.Builder table() {
    return Table.builder(NAME)
        .columns(List.of(new Column("id", Primitive.BIGINT, "who clicked")))
        .partitionKey("day", Primitive.STRING)
        .parameters(Map.of("made", "here"))
        .storage(Storage.of(TableFormat.PARQUET, lake.resolve("data/clicks").toString()));
  }

  private Partition partition(String day, String version) {
    String location = lake.resolve("data/clicks/day=" + day + "/" + version).toString();
    return new Partition(
        List.of(day),
        table().build().columns(),
        Storage.of(TableFormat.PARQUET, location),
        Map.of("version", version));
  }
}

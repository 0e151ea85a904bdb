package dev.sluice.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.example.format.Row;
import dev.sluice.example.readback.ReadBack;
import dev.sluice.example.web.Drift;
import dev.sluice.example.web.ExampleTable;
import dev.sluice.example.web.Web;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LakeFilesTest {
  private static Path lake;

  @BeforeAll
  static void writeOnce(@TempDir Path folder) throws IOException {
    lake = folder;
    new LakeContents(new PrintStream(OutputStream.nullOutputStream())).write(folder);
  }

  static List<ExampleTable> tables() {
    return Web.tables();
  }

  static List<Drift> drifts() {
    return ExampleLake.DRIFTS;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void readsBackTheRowsOfEveryFile(ExampleTable table) throws IOException {
    for (ExampleTable.Part part : table.parts()) {
      List<Row> expected = new ArrayList<>();
      part.rows().get().forEach(row -> expected.add(widened(row.only(part.fileColumns()))));
      List<Row> actual = new ArrayList<>();
      ReadBack.of(table.format())
          .rows(file(table, part), part.fileColumns())
          .forEach(row -> actual.add(widened(row)));
      assertThat(actual).as(part.value()).isEqualTo(expected);
    }
  }

  /** A user's number is an int in old files and a bigint in new ones, with the same meaning. */
  private static Row widened(Row row) {
    return row.get("user_id") == null ? row : row.with("user_id", row.number("user_id"));
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void filesChangeWhereTheListOfDriftsSaysSo(Drift drift) throws IOException {
    ExampleTable table =
        tables().stream()
            .filter(each -> each.name().equals(drift.table()))
            .findFirst()
            .orElseThrow();
    for (ExampleTable.Part part : table.parts()) {
      Map<String, String> schema = ReadBack.of(table.format()).schema(file(table, part));
      boolean changed = drift.since() != null && part.value().compareTo(drift.since()) >= 0;
      assertThat(schema.getOrDefault(drift.path(), "absent").equals(drift.before()))
          .as(part.value())
          .isEqualTo(!changed);
    }
  }

  @Test
  void nullsStandAtEveryDepth() {
    List<Row> events = rows("ad_events");
    assertThat(events).anyMatch(event -> event.get("device") == null);
    assertThat(events).anyMatch(struct("device", device -> device.get("os") == null));
    assertThat(events)
        .anyMatch(
            struct(
                "device",
                device ->
                    List.of("os", "model", "screen", "browser").stream()
                        .allMatch(field -> device.get(field) == null)));
    assertThat(events).anyMatch(event -> event.get("bids") == null);
    assertThat(events).anyMatch(event -> List.of().equals(event.get("bids")));
    assertThat(events)
        .anyMatch(event -> event.get("bids") instanceof List<?> l && l.contains(null));
    assertThat(events).anyMatch(event -> event.get("tags") == null);
    assertThat(events).anyMatch(event -> Map.of().equals(event.get("tags")));
    assertThat(events)
        .anyMatch(event -> event.get("tags") instanceof Map<?, ?> m && m.containsValue(null));
  }

  @Test
  void textHasTrailingBlanksAndLettersBeyondAscii() {
    List<Row> events = rows("ad_events");
    assertThat(events).anyMatch(event -> "top ".equals(event.get("placement")));
    assertThat(events).anyMatch(struct("geo", geo -> "東京".equals(geo.get("city"))));
    assertThat(events).anyMatch(event -> "".equals(event.get("referrer")));
  }

  @Test
  void countsRowsAsDocumented() {
    assertThat(rows("ad_events")).hasSize(19_068);
    assertThat(rows("ad_events", "2019-03-27-16", "2019-03-28-02")).hasSize(3_156);
    assertThat(rows("ad_events_parquet")).hasSize(12_544);
    assertThat(rows("ad_events_by_url")).hasSize(6_524);
    assertThat(rows("clicks")).hasSize(2_215);
    assertThat(rows("sessions")).hasSize(1_200);
    assertThat(rows("pageviews")).hasSize(4_320);
    assertThat(rows("campaigns")).hasSize(24);
    assertThat(Web.tables().get(0).parts())
        .allMatch(part -> part.rows().get().size() >= 150 && part.rows().get().size() <= 400);
  }

  /** In the order of a hash set of enum constants they would be others in each process. */
  @Test
  void encodingsStandInParquetsFootersInTheirOwnOrder() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(lake)) {
      files = all.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      for (RowGroup group : footer(file).getRow_groups()) {
        assertThat(group.getColumns())
            .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings()).isSorted());
      }
    }
  }

  private static FileMetaData footer(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - 8;
    int length = ByteBuffer.wrap(bytes, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
  }

  @Test
  void staysSmallAndKeepsNothingButData() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(lake).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
        assertThat(file.getFileName().toString()).doesNotStartWith(".").doesNotStartWith("_");
      }
    }
    assertThat(size).isLessThan(10_000_000);
  }

  private static Predicate<Row> struct(String name, Predicate<Row> test) {
    return row -> row.get(name) instanceof Row struct && test.test(struct);
  }

  private static List<Row> rows(String table) {
    return rows(table, "", "9");
  }

  private static List<Row> rows(String table, String from, String to) {
    return tables().stream()
        .filter(each -> each.name().equals(table))
        .flatMap(each -> each.parts().stream())
        .filter(part -> part.value().compareTo(from) >= 0 && part.value().compareTo(to) <= 0)
        .flatMap(part -> part.rows().get().stream())
        .toList();
  }

  private static Path file(ExampleTable table, ExampleTable.Part part) {
    return lake.resolve(table.location(part)).resolve("part-00000." + table.format().extension());
  }
}

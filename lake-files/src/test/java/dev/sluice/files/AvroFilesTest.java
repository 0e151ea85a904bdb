package dev.sluice.files;

import static dev.sluice.TableFormat.AVRO;
import static dev.sluice.files.Written.columns;
import static dev.sluice.files.Written.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.DataType;
import dev.sluice.FileFinding.Code;
import dev.sluice.FileSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroFilesTest {
  private final Path folder;

  AvroFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FileSchema read(String... fields) throws IOException {
    String schema =
        """
        {"type": "record", "name": "row", "namespace": "web", "fields": [%s]}"""
            .formatted(String.join(",", fields));
    return Written.read(AVRO, Written.avro(folder.resolve("a.avro"), schema));
  }

  private static String field(String name, String type) {
    return "{\"name\": \"%s\", \"type\": %s}".formatted(name, type);
  }

  @Test
  void readsEveryScalar() throws IOException {
    FileSchema schema =
        read(
            field("flag", "\"boolean\""),
            field("i", "\"int\""),
            field("l", "\"long\""),
            field("f", "\"float\""),
            field("d", "\"double\""),
            field("s", "\"string\""),
            field("b", "\"bytes\""),
            field("e", "{\"type\": \"enum\", \"name\": \"colour\", \"symbols\": [\"RED\"]}"),
            field("x", "{\"type\": \"fixed\", \"name\": \"four\", \"size\": 4}"),
            field("n", "\"null\""));
    assertThat(columns(schema))
        .containsExactly(
            "flag boolean",
            "i int",
            "l bigint",
            "f float",
            "d double",
            "s string",
            "b binary",
            "e string",
            "x binary",
            "n void");
    assertThat(findings(schema)).containsExactly("ENUM e", "FIXED_LENGTH x");
    assertThat(schema.sampled()).isFalse();
  }

  @Test
  void readsTheLogicalTypesThatHiveKnows() throws IOException {
    FileSchema schema =
        read(
            field("d", "{\"type\": \"int\", \"logicalType\": \"date\"}"),
            field("t", "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}"),
            field(
                "m",
                "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":12,\"scale\":3}"),
            field(
                "x",
                "{\"type\":\"fixed\",\"name\":\"f8\",\"size\":8,"
                    + "\"logicalType\":\"decimal\",\"precision\":10,\"scale\":0}"),
            field("c", "{\"type\": \"string\", \"logicalType\": \"char\", \"maxLength\": 3}"),
            field("v", "{\"type\": \"string\", \"logicalType\": \"varchar\", \"maxLength\": 30}"));
    assertThat(columns(schema))
        .containsExactly(
            "d date",
            "t timestamp",
            "m decimal(12,3)",
            "x decimal(10,0)",
            "c char(3)",
            "v varchar(30)");
    assertThat(findings(schema)).containsExactly("FIXED_LENGTH x");
  }

  @Test
  void takesOtherLogicalTypesForWhatTheyAreMadeOfAndSaysSo() throws IOException {
    FileSchema schema =
        read(
            field("t", "{\"type\": \"long\", \"logicalType\": \"timestamp-micros\"}"),
            field("n", "{\"type\": \"long\", \"logicalType\": \"timestamp-nanos\"}"),
            field("l", "{\"type\": \"long\", \"logicalType\": \"local-timestamp-millis\"}"),
            field("h", "{\"type\": \"int\", \"logicalType\": \"time-millis\"}"),
            field("wrong", "{\"type\": \"string\", \"logicalType\": \"date\"}"));
    assertThat(columns(schema))
        .containsExactly("t bigint", "n bigint", "l bigint", "h int", "wrong string");
    assertThat(findings(schema))
        .containsExactly(
            "UNKNOWN_LOGICAL_TYPE t",
            "MICROSECONDS t",
            "UNKNOWN_LOGICAL_TYPE n",
            "NANOSECONDS n",
            "UNKNOWN_LOGICAL_TYPE l",
            "UNKNOWN_LOGICAL_TYPE h",
            "UNKNOWN_LOGICAL_TYPE wrong");
  }

  @Test
  void leavesNullOutOfUnionsWhereverItStands() throws IOException {
    FileSchema schema =
        read(
            field("a", "[\"null\", \"int\"]"),
            field("b", "[\"string\", \"null\"]"),
            field("c", "[\"long\"]"),
            field("d", "[\"null\"]"),
            field("e", "[\"null\", {\"type\": \"array\", \"items\": [\"null\", \"int\"]}]"));
    assertThat(columns(schema))
        .containsExactly("a int", "b string", "c bigint", "d void", "e array<int>");
  }

  @Test
  void keepsColumnsOfUnsupportedTypesWithTheirPaths() throws IOException {
    FileSchema schema =
        read(
            field("ok", "\"int\""),
            field("u", "[\"null\", \"int\", \"string\"]"),
            field("m", "{\"type\": \"map\", \"values\": [\"int\", \"string\"]}"));
    assertThat(columns(schema))
        .containsExactly(
            "ok int", "u uniontype<int,string>", "m map<string,uniontype<int,string>>");
    assertThat(findings(schema)).containsExactly("UNSUPPORTED_TYPE u", "UNSUPPORTED_TYPE m.value");
    assertThat(schema.problem()).isEmpty();
  }

  @Test
  void readsNestedTypesThreeDeep() throws IOException {
    String inner =
        """
        {"type": "record", "name": "geo", "fields": [
          {"name": "Lat", "type": "double"}, {"name": "tags", "type": {"type": "map", "values": "int"}}]}""";
    FileSchema schema =
        read(
            field(
                "Device",
                """
                {"type": "record", "name": "device", "fields": [{"name": "at", "type":
                  {"type": "array", "items": %s}}, {"name": "last", "type": "geo"}]}"""
                    .formatted(inner)));
    assertThat(columns(schema))
        .containsExactly(
            "device struct<at:array<struct<lat:double,tags:map<string,int>>>,"
                + "last:struct<lat:double,tags:map<string,int>>>");
  }

  @Test
  void doesNotFollowARecordThatHoldsItself() throws IOException {
    FileSchema schema =
        read(
            field(
                "tree",
                """
                {"type": "record", "name": "tree", "fields": [{"name": "v", "type": "int"},
                  {"name": "left", "type": ["null", "tree"]}]}"""));
    assertThat(findings(schema)).containsExactly("UNSUPPORTED_TYPE tree.left");
    assertThat(schema.columns().get(0).type()).isInstanceOf(DataType.Struct.class);
  }

  @Test
  void refusesAShortSchemaThatUnfoldsToAHugeOne() throws IOException {
    String schema =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                i ->
                    i == 1
                        ? field("r1", record(1, "\"int\"", "\"int\""))
                        : field("r" + i, record(i, "\"r" + (i - 1) + "\"", "\"r" + (i - 1) + "\"")))
            .collect(Collectors.joining(","));
    Path file =
        Written.avro(
            folder.resolve("huge.avro"),
            new Schema.Parser()
                .parse(
                    "{\"type\": \"record\", \"name\": \"row\", \"fields\": [%s]}"
                        .formatted(schema)),
            0);
    assertThat(findings(Written.read(AVRO, file))).containsExactly("TOO_LARGE");
  }

  private static String record(int number, String left, String right) {
    return "{\"type\": \"record\", \"name\": \"r%d\", \"fields\": [%s, %s]}"
        .formatted(number, field("l", left), field("r", right));
  }

  @Test
  void refusesASchemaDeeperThanIsRead() throws IOException {
    String deep = "{\"type\": \"array\", \"items\": ".repeat(150) + "\"int\"" + "}".repeat(150);
    assertThat(read(field("deep", deep)).problem().orElseThrow().code()).isEqualTo(Code.TOO_LARGE);
    String deeper = "{\"type\": \"array\", \"items\": ".repeat(400) + "\"int\"" + "}".repeat(400);
    assertThat(read(field("deep", deeper)).problem().orElseThrow().code())
        .isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void saysWhenTwoColumnsHaveOneName() throws IOException {
    FileSchema schema =
        read(
            field("Id", "\"int\""),
            field("ID", "\"string\""),
            field(
                "s",
                """
                {"type": "record", "name": "s", "fields": [
                  {"name": "x", "type": "int"}, {"name": "X", "type": "int"}]}"""));
    assertThat(columns(schema)).containsExactly("id int", "id string", "s struct");
    assertThat(findings(schema)).containsExactly("DUPLICATE_NAME s.x", "DUPLICATE_NAME id");
  }

  @Test
  void readsHeadersLargerThanTheFirstRead() throws IOException {
    String wide =
        IntStream.range(0, 3_000)
            .mapToObj(i -> field("column_" + i, "[\"null\", \"string\"]"))
            .collect(Collectors.joining(","));
    FileSchema schema = read(wide);
    assertThat(schema.columns()).hasSize(3_000);
    assertThat(schema.columns().get(2_999).name()).isEqualTo("column_2999");
  }

  @Test
  void refusesRowsThatAreNoRecords() throws IOException {
    Path file = Written.avro(folder.resolve("ints.avro"), Schema.create(Schema.Type.INT), 5);
    assertThat(findings(Written.read(AVRO, file))).containsExactly("UNSUPPORTED_FORMAT");
  }

  @Test
  void readsFilesWithoutRowsAndWithMetadataOfOthers() throws IOException {
    Schema schema =
        Schema.createRecord(
            "row",
            null,
            null,
            false,
            Collections.singletonList(
                new Schema.Field("a", Schema.create(Schema.Type.INT), null, null)));
    Path file = Written.avro(folder.resolve("none.avro"), schema, 0);
    assertThat(columns(Written.read(AVRO, file))).containsExactly("a int");
    assertThat(Files.size(file)).isLessThan(200);
  }
}

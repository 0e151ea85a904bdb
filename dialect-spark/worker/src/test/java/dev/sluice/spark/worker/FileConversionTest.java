package dev.sluice.spark.worker;

import static dev.sluice.spark.worker.ViewFixture.array;
import static dev.sluice.spark.worker.ViewFixture.struct;
import static dev.sluice.spark.worker.ViewFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ConvertedFiles;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.RowShape;
import dev.sluice.RowShape.Origin;
import dev.sluice.RowShape.ShapedColumn;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Failure;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkInProcess.class)
class FileConversionTest {
  private static final long MANY = 400L << 20;

  private final ViewFixture table;
  private @Nullable RowShape shape;

  FileConversionTest(SparkSession spark, @TempDir Path folder) {
    table = new ViewFixture(spark, folder);
  }

  @ParameterizedTest
  @EnumSource(
      value = TableFormat.class,
      names = {"PARQUET", "ORC"})
  void writesWhatItReadsWithItsNulls(TableFormat format) throws IOException {
    writeNested();
    ConvertedFiles converted = converted(format, MANY);
    assertThat(converted.rows()).isEqualTo(3);
    assertThat(converted.columns())
        .extracting(ConvertedFiles.ColumnSum::column, ConvertedFiles.ColumnSum::nulls)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("id", 0L),
            org.assertj.core.groups.Tuple.tuple("at", 1L),
            org.assertj.core.groups.Tuple.tuple("device", 1L),
            org.assertj.core.groups.Tuple.tuple("tags", 1L),
            org.assertj.core.groups.Tuple.tuple("bids", 1L),
            org.assertj.core.groups.Tuple.tuple("price", 1L));
    List<String> before = table.rows("SELECT id, at, device, tags, bids, price FROM `web.t`");
    assertThat(read(format).collectAsList().stream().map(Row::toString))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  /** ORC's own reader is a second off there. */
  @Test
  void refusesWhatReadsDifferentlyOnceItIsWritten() throws IOException {
    table.write(TableFormat.AVRO, "t/d=1", "SELECT TIMESTAMP'1969-12-31 23:59:59.999' AS at");
    table
        .column("at", Primitive.TIMESTAMP)
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"));
    Frame answer = answer(TableFormat.ORC, MANY);
    assertThat(answer.kind()).isEqualTo(Frame.Kind.FAILED);
    assertThat(Failure.of(answer).message())
        .startsWith("Column at reads differently after it was written: 0 NULLs and checksum");
  }

  @Test
  void writesTimestampsInMilliseconds() throws IOException {
    table.write(TableFormat.AVRO, "t/d=1", "SELECT TIMESTAMP'2026-01-01 00:00:00.1235' AS at");
    table
        .column("at", Primitive.TIMESTAMP)
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"));
    converted(TableFormat.PARQUET, MANY);
    String footer =
        new String(
            Files.readAllBytes(files().get(0)), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(footer).doesNotContain("int96");
    assertThat(read(TableFormat.PARQUET).collectAsList().toString())
        .isEqualTo("[[2026-01-01T00:00:00.124Z]]");
  }

  @Test
  void writesAFileForSoManyBytesOfTheSource() throws IOException {
    table.write(TableFormat.AVRO, "t/d=1", "SELECT id FROM range(1000)");
    table.write(TableFormat.AVRO, "t2/d=1", "SELECT id FROM range(1000)");
    table
        .column("id", Primitive.BIGINT)
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"), table.folder("t2/d=1", "1"));
    assertThat(converted(TableFormat.PARQUET, MANY).rows()).isEqualTo(2000);
    assertThat(files()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void makesAFileWithoutRowsOfAFolderWithoutFiles() throws IOException {
    Files.createDirectories(table.path("t/d=1"));
    table
        .column("id", Primitive.BIGINT)
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"), table.folder("none/d=1", "1"));
    assertThat(converted(TableFormat.PARQUET, MANY).rows()).isZero();
    assertThat(read(TableFormat.PARQUET).count()).isZero();
  }

  @Test
  void namesTheFileThatCannotBeRead() throws IOException {
    table.write("t/d=1/broken.avro", "Obj\u0001 and nothing of Avro");
    table
        .column("id", Primitive.BIGINT)
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"));
    Frame answer = answer(TableFormat.PARQUET, MANY);
    assertThat(answer.kind()).isEqualTo(Frame.Kind.FAILED);
    assertThat(Failure.of(answer).message()).contains("broken.avro");
  }

  @Test
  void elementsBecomeRowsAndFieldsColumns() throws IOException {
    table.write(
        TableFormat.AVRO,
        "t/d=1",
        "SELECT * FROM VALUES"
            + " (1L, named_struct('os', 'iOS'), array(named_struct('cpm', 1.5D), named_struct('cpm', 2.5D))),"
            + " (2L, null, array()), (3L, named_struct('os', null), null)"
            + " AS t(id, device, bids)");
    table
        .column("id", Primitive.BIGINT)
        .column("device", struct("os", text()))
        .column("bids", array(struct("cpm", Primitive.DOUBLE)))
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"));
    shape =
        new RowShape(
            List.of("bids"),
            List.of(
                shaped("id", Primitive.BIGINT, Origin.ROW, "id"),
                shaped("device_os", text(), Origin.ROW, "device", "os"),
                shaped("bids_cpm", Primitive.DOUBLE, Origin.ELEMENT, "cpm"),
                shaped("bids_position", Primitive.INTEGER, Origin.POSITION)));
    assertThat(converted(TableFormat.PARQUET, MANY).rows()).isEqualTo(4);
    assertThat(
            read(TableFormat.PARQUET).orderBy("id", "bids_position").collectAsList().stream()
                .map(Row::toString))
        .containsExactly(
            "[1,iOS,1.5,1]", "[1,iOS,2.5,2]", "[2,null,null,null]", "[3,null,null,null]");
  }

  private static ShapedColumn shaped(String name, DataType type, Origin origin, String... path) {
    return new ShapedColumn(new dev.sluice.Column(name, type), origin, List.of(path));
  }

  @Test
  void sumsTellValuesApartInsideMapsAndWhateverTheOrderOfRows() {
    DataType map = new DataType.MapOf(text(), struct("n", Primitive.INTEGER));
    ColumnSums sums = new ColumnSums(List.of(new dev.sluice.Column("m", map)));
    String one = "map('a', named_struct('n', 1))";
    String two = "map('a', named_struct('n', 2))";
    ConvertedFiles first = sum(sums, "SELECT * FROM VALUES (" + one + "), (" + two + ") AS t(m)");
    ConvertedFiles turned = sum(sums, "SELECT * FROM VALUES (" + two + "), (" + one + ") AS t(m)");
    ConvertedFiles other = sum(sums, "SELECT * FROM VALUES (" + two + "), (" + two + ") AS t(m)");
    assertThat(turned).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  private ConvertedFiles sum(ColumnSums sums, String sql) {
    var aggregates = sums.aggregates();
    ColumnSums.SETTINGS.forEach((key, value) -> table.spark().conf().set(key, value));
    Row row =
        sums.hashed(table.spark().sql(sql))
            .agg(
                aggregates.get(0),
                aggregates
                    .subList(1, aggregates.size())
                    .toArray(org.apache.spark.sql.Column[]::new))
            .head();
    return sums.read(row::getAs);
  }

  private void writeNested() {
    table.write(
        TableFormat.AVRO,
        "t/d=1",
        "SELECT * FROM VALUES"
            + " (1L, TIMESTAMP'2026-01-01 00:00:00.123', named_struct('os', 'iOS', 'v', 3),"
            + " map('a', array(1), 'b', null), array(named_struct('price', 1.5D)), 12.50BD),"
            + " (2L, null, null, null, null, null),"
            + " (3L, TIMESTAMP'1969-12-31 23:59:59', named_struct('os', null, 'v', null),"
            + " map(), array(), -0.01BD)"
            + " AS t(id, at, device, tags, bids, price)");
    table
        .column("id", Primitive.BIGINT)
        .column("at", Primitive.TIMESTAMP)
        .column("device", struct("os", text(), "v", Primitive.INTEGER))
        .column("tags", new DataType.MapOf(text(), array(Primitive.INTEGER)))
        .column("bids", array(struct("price", Primitive.DOUBLE)))
        .column("price", new DataType.Decimal(4, 2))
        .key("d", text())
        .source(TableFormat.AVRO, table.folder("t/d=1", "1"));
  }

  private ConvertedFiles converted(TableFormat format, long bytesOfFile) throws IOException {
    Frame answer = answer(format, bytesOfFile);
    assertThat(answer.kind())
        .as(answer.kind() == Frame.Kind.FAILED ? Failure.of(answer).trace() : "")
        .isEqualTo(Frame.Kind.CONVERTED);
    return Conversions.converted(answer);
  }

  /** What a client hears at last. */
  private Frame answer(TableFormat format, long bytesOfFile) throws IOException {
    Target target =
        new Target(
            format,
            table.path("converted").toString(),
            shape != null ? shape : RowShape.asItIs(table.view().columns()),
            List.of(),
            bytesOfFile);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Frame asked = new Conversions.Order(table.view(), target).frame();
    new Run(
            table.spark().newSession(),
            new FileConversion(Conversions.Order.of(asked)),
            new Sink(new DataOutputStream(bytes)))
        .run();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    Frame last = Frame.read(in);
    while (last.kind() == Frame.Kind.PROGRESS) {
      last = Frame.read(in);
    }
    return last;
  }

  private Dataset<Row> read(TableFormat format) {
    return table
        .spark()
        .read()
        .format(format == TableFormat.ORC ? "orc" : "parquet")
        .load(table.path("converted").toString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(table.path("converted"))) {
      return all.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }
}

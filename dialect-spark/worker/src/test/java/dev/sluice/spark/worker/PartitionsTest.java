package dev.sluice.spark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType.Primitive;
import dev.sluice.TableFormat;
import dev.sluice.spark.protocol.Folder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkInProcess.class)
class PartitionsTest {
  private final ViewFixture table;

  PartitionsTest(SparkSession spark, @TempDir Path folder) {
    table = new ViewFixture(spark, folder);
  }

  @Test
  void readsTheSelectedFoldersOnlyWithTheirRegisteredValues() {
    table.write(TableFormat.PARQUET, "t/datetime=2026-01-01-07", "SELECT 1 AS id");
    table.write(TableFormat.PARQUET, "t/datetime=2026-01-01-08", "SELECT 2 AS id");
    table.write(TableFormat.PARQUET, "t/datetime=2026-01-01-09", "SELECT 3 AS id");
    table.write(TableFormat.PARQUET, "else where/{4}", "SELECT 4 AS id");
    table.write(TableFormat.AVRO, "t/datetime=2026-01-01 10%3A00", "SELECT 5 AS id");
    table
        .column("id", Primitive.INTEGER)
        .key("datetime", Primitive.STRING)
        .source(
            TableFormat.PARQUET,
            table.folder("t/datetime=2026-01-01-07", "2026-01-01-07"),
            table.folder("t/datetime=2026-01-01-09", "2026-01-01-09"),
            table.folder("else where/{4}", "08"),
            table.folder("t/datetime=missing", "missing"))
        .source(
            TableFormat.AVRO, table.folder("t/datetime=2026-01-01 10%3A00", "2026-01-01 10:00"));

    assertThat(table.rows("SELECT * FROM `web.t` ORDER BY id"))
        .containsExactly(
            "[1,2026-01-01-07]", "[3,2026-01-01-09]", "[4,08]", "[5,2026-01-01 10:00]");
    assertThat(
            table.rows("SELECT datetime, count(*) FROM `web.t` WHERE datetime = '08' GROUP BY 1"))
        .containsExactly("[08,1]");
  }

  @Test
  void givesKeysTheirTypes() {
    table.write(TableFormat.ORC, "t/y=2026/m=08/d=2026-08-01", "SELECT 1 AS id");
    table.write(TableFormat.ORC, "t/y=2026/m=__HIVE_DEFAULT_PARTITION__/d=x", "SELECT 2 AS id");
    table
        .column("id", Primitive.INTEGER)
        .key("y", Primitive.BIGINT)
        .key("m", Primitive.INTEGER)
        .key("d", Primitive.DATE)
        .source(
            TableFormat.ORC,
            table.folder("t/y=2026/m=08/d=2026-08-01", "2026", "08", "2026-08-01"),
            table.folder(
                "t/y=2026/m=__HIVE_DEFAULT_PARTITION__/d=x",
                "2026",
                "__HIVE_DEFAULT_PARTITION__",
                "2026-08-02"));

    assertThat(table.rows("SELECT *, typeof(d) FROM `web.t` ORDER BY id"))
        .containsExactly("[1,2026,8,2026-08-01,date]", "[2,2026,null,2026-08-02,date]");
  }

  @Test
  void isEmptyWithItsTypesWhenThereIsNoFolderOrNoFile() {
    table.column("id", Primitive.INTEGER).key("k", Primitive.DATE);
    assertThat(table.rows("SELECT count(*), typeof(max(k)) FROM `web.t`"))
        .containsExactly("[0,date]");

    table.write("t/k=2026-01-01/_SUCCESS", "");
    table.source(TableFormat.PARQUET, table.folder("t/k=2026-01-01", "2026-01-01"));
    assertThat(table.rows("SELECT count(*) FROM `web.t`")).containsExactly("[0]");
  }

  @Test
  void takesSubfoldersOfAnUnpartitionedTableForFolders() {
    table.write(TableFormat.PARQUET, "t/id=7", "SELECT 1 AS id");
    table.write("t/_hidden", "not parquet");
    table.column("id", Primitive.INTEGER).source(TableFormat.PARQUET, table.folder("t"));

    assertThat(table.rows("SELECT id FROM `web.t`")).containsExactly("[1]");
  }

  @Test
  void refusesATimestampKeyFinerThanAMillisecond() {
    table.write(TableFormat.PARQUET, "t/a", "SELECT 1 AS id");
    table.write(TableFormat.PARQUET, "t/b", "SELECT 2 AS id");
    ViewFixture fine = table.again();
    for (ViewFixture each : List.of(table, fine)) {
      each.column("id", Primitive.INTEGER).key("k", Primitive.TIMESTAMP);
    }
    table.source(TableFormat.PARQUET, table.folder("t/a", "2026-01-01 00:00:00.120000"));
    fine.source(TableFormat.PARQUET, table.folder("t/b", "2026-01-01 00:00:00.1204"));

    assertThat(table.rows("SELECT cast(k AS string) FROM `web.t`"))
        .containsExactly("[2026-01-01 00:00:00.12]");
    assertThatThrownBy(() -> fine.rows("SELECT id FROM `web.t`"))
        .hasMessageContaining("Partition key k has a value finer than a millisecond");
  }

  @Test
  void readsNamesWithEscapesAndPassesOverHiddenFiles() {
    String[] values = {"a b", "a/b", "50%", "ü日", "x=y", "a%2Fb", "__HIVE_DEFAULT_PARTITION__"};
    String[] names = {"a b", "a%2Fb", "50%25", "ü日", "x%3Dy", "a%252Fb", values[6]};
    Folder[] folders = new Folder[values.length];
    for (int i = 0; i < values.length; i++) {
      table.write(TableFormat.AVRO, "t/k=" + names[i], "SELECT " + i + " AS id");
      table.write("t/k=" + names[i] + "/_temporary/part", "no avro");
      table.write("t/k=" + names[i] + "/.hidden", "no avro");
      folders[i] = table.folder("t/k=" + names[i], values[i]);
    }
    table
        .column("id", Primitive.INTEGER)
        .key("k", Primitive.STRING)
        .source(TableFormat.AVRO, folders);

    assertThat(table.rows("SELECT id, k FROM `web.t` ORDER BY id"))
        .containsExactly(
            "[0,a b]", "[1,a/b]", "[2,50%]", "[3,ü日]", "[4,x=y]", "[5,a%2Fb]", "[6,null]");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO", "JSON_HIVE", "TEXT_DELIMITED"})
  void saysWhatIsMissingToReadFromS3(TableFormat format) {
    table
        .column("id", Primitive.INTEGER)
        .source(
            format,
            Map.of("avro.schema.url", "s3://bucket/s.avsc"),
            new Folder("s3://bucket/t", List.of()));

    assertThatThrownBy(() -> table.rows("SELECT id FROM `web.t`"))
        .hasMessageContaining("Cannot look into s3a://bucket/")
        .hasMessageContaining("add hadoop-aws " + VersionInfo.getVersion())
        .hasMessageContaining("setting 'classpath' of engine spark");
  }

  @Test
  void saysWhyAPlaceCannotBeLookedInto() {
    table
        .column("id", Primitive.INTEGER)
        .source(TableFormat.PARQUET, new Folder("odd://bucket/t", List.of()));

    assertThatThrownBy(() -> table.rows("SELECT id FROM `web.t`"))
        .hasMessageContaining("Cannot look into odd://bucket/t: ")
        .hasMessageContaining("No FileSystem for scheme \"odd\"");
  }
}

package dev.sluice.spark.worker;

import static dev.sluice.spark.worker.ViewFixture.array;
import static dev.sluice.spark.worker.ViewFixture.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.TableFormat;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parquet, ORC and Avro: read by name, whatever has become of the schema. */
@ExtendWith(SparkInProcess.class)
class SelfDescribingFilesTest {
  private static final String OLD =
      "SELECT 1 AS Id, 'x' AS gone, named_struct('b', 2, 'a', 'y') AS device,"
          + " array(named_struct('price', 3)) AS bids";

  private final ViewFixture table;

  SelfDescribingFilesTest(SparkSession spark, @TempDir Path folder) {
    table = new ViewFixture(spark, folder);
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void readsFilesOfAnOlderSchemaByName(TableFormat format) {
    table.write(format, "p/day=1", OLD);
    table
        .column("added", Primitive.STRING)
        .column("id", Primitive.BIGINT)
        .column(
            "device", struct("a", Primitive.STRING, "c", Primitive.DOUBLE, "b", Primitive.BIGINT))
        .column("bids", array(struct("price", Primitive.BIGINT, "won", Primitive.BOOLEAN)))
        .key("day", Primitive.INTEGER)
        .source(format, table.folder("p/day=1", "1"));

    assertThat(table.rows("SELECT * FROM `web.t`"))
        .containsExactly("[null,1,[y,null,2],ArraySeq([3,null]),1]");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void refusesTextWhereANumberIsDeclared(TableFormat format) {
    table.write(format, "p", "SELECT 'seven' AS a");
    table.column("a", Primitive.INTEGER).source(format, table.folder("p"));

    assertThatThrownBy(() -> table.rows("SELECT a FROM `web.t`"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void readsEveryTypeBack(TableFormat format) {
    table.write(
        format,
        "p",
        "SELECT true AS a, 1 AS b, 2L AS c, cast(1.5 AS float) AS d, 2.5D AS e, 1.25BD AS f,"
            + " 'abcd' AS g, 'ab' AS h, X'01' AS i, DATE'1969-12-31' AS j,"
            + " TIMESTAMP'1999-12-31 23:59:59.123' AS k, map('z', 1) AS l");
    table
        .column("a", Primitive.BOOLEAN)
        .column("b", Primitive.INTEGER)
        .column("c", Primitive.BIGINT)
        .column("d", Primitive.REAL)
        .column("e", Primitive.DOUBLE)
        .column("f", new DataType.Decimal(3, 2))
        .column("g", new DataType.Varchar(3))
        .column("h", new DataType.Char(3))
        .column("i", Primitive.BINARY)
        .column("j", Primitive.DATE)
        .column("k", Primitive.TIMESTAMP)
        .column("l", new DataType.MapOf(Primitive.STRING, Primitive.INTEGER))
        .source(format, table.folder("p"));

    assertThat(table.rows("SELECT a,b,c,d,e,f,g,h||'.',hex(i),j,k,l FROM `web.t`"))
        .containsExactly(
            "[true,1,2,1.5,2.5,1.25,abc,ab .,01,1969-12-31,1999-12-31T23:59:59.123Z,Map(z -> 1)]");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void neverCutsANumber(TableFormat format) {
    table.write(format, "p", "SELECT explode(array(7, 300)) AS a, 3000000000L AS b");
    table
        .column("a", Primitive.TINYINT)
        .column("b", Primitive.INTEGER)
        .source(format, table.folder("p"));
    if (format != TableFormat.ORC) {
      assertThat(table.rows("SELECT a FROM `web.t` LIMIT 1")).containsExactly("[7]");
    }
    assertThatThrownBy(() -> table.rows("SELECT a FROM `web.t`"));
    assertThatThrownBy(() -> table.rows("SELECT b FROM `web.t`"));
  }

  @Test
  void cutsAndPadsBoundedTextInsideNestedColumns() {
    table.write(TableFormat.PARQUET, "p", "SELECT array(named_struct('a', 'abcd'), NULL) AS x");
    table
        .column("x", array(struct("a", new DataType.Varchar(2))))
        .source(TableFormat.PARQUET, table.folder("p"));

    assertThat(table.rows("SELECT x FROM `web.t`")).containsExactly("[ArraySeq([ab], null)]");
  }

  @Test
  void readsOrcByPositionWhereDeclared() {
    table.write(TableFormat.ORC, "p", "SELECT 1 AS a, 'x' AS b");
    table
        .column("renamed", Primitive.INTEGER)
        .column("other", Primitive.STRING)
        .byPosition(TableFormat.ORC, table.folder("p"));

    assertThat(table.rows("SELECT * FROM `web.t`")).containsExactly("[1,x]");
  }

  @Test
  void followsTheTablesOwnAvroSchema() {
    table.write(TableFormat.AVRO, "p/day=1", "SELECT 1 AS old_name, 'x' AS b");
    String schema =
        "{'type':'record','name':'topLevelRecord','fields':["
            + "{'name':'B','type':['string','null'],'aliases':['b']},"
            + "{'name':'id','type':['long','null'],'aliases':['old_name']},"
            + "{'name':'added','type':'string','default':'none'}]}";
    table.write("schema.avsc", schema.replace('\'', '"'));
    table
        .column("id", Primitive.BIGINT)
        .column("b", Primitive.STRING)
        .column("added", Primitive.STRING)
        .key("day", Primitive.STRING)
        .source(
            TableFormat.AVRO,
            Map.of("avro.schema.url", table.path("schema.avsc").toUri().toString()),
            table.folder("p/day=1", "1"));

    assertThat(table.rows("SELECT * FROM `web.t`")).containsExactly("[1,x,none,1]");
  }

  @Test
  void refusesAColumnThatTheTablesAvroSchemaLacks() {
    table.write(TableFormat.AVRO, "p", "SELECT 1 AS a");
    String schema = "{\"type\":\"record\",\"name\":\"topLevelRecord\",\"fields\":[]}";
    table
        .column("a", Primitive.INTEGER)
        .source(TableFormat.AVRO, Map.of("avro.schema.literal", schema), table.folder("p"));

    assertThatThrownBy(() -> table.rows("SELECT a FROM `web.t`"))
        .hasMessage("The table's Avro schema has no field for column a");
  }
}

package dev.sluice.spark.worker;

import static dev.sluice.spark.worker.ViewFixture.array;
import static dev.sluice.spark.worker.ViewFixture.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.TableFormat;
import java.nio.file.Path;
import java.util.List;
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

  /** ORC has no way to write the second before 1970. */
  private static final String FINE =
      "SELECT id, cast(t AS timestamp) AS t FROM VALUES (1, '2026-01-01 00:00:00.1234'),"
          + " (2, '2026-01-01 00:00:00.1235'), (3, '2026-01-01 00:00:00.123456'),"
          + " (4, '1969-12-31 23:59:58.9995'), (5, '1969-12-31 23:59:58.999499'),"
          + " (6, '1969-12-31 23:59:58.9985'), (7, '0001-01-01 00:00:00.000499'),"
          + " (8, '9999-12-31 23:59:59.9994'), (9, NULL) AS v(id, t)";

  private static final List<String> ROUNDED =
      List.of(
          "2026-01-01 00:00:00.123",
          "2026-01-01 00:00:00.124",
          "2026-01-01 00:00:00.123",
          "1969-12-31 23:59:59",
          "1969-12-31 23:59:58.999",
          "1969-12-31 23:59:58.999",
          "0001-01-01 00:00:00",
          "9999-12-31 23:59:59.999",
          "null");

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void roundsTimestampsToMilliseconds(TableFormat format) {
    table.write(format, "p", FINE);
    table
        .column("id", Primitive.INTEGER)
        .column("t", Primitive.TIMESTAMP)
        .source(format, table.folder("p"));

    assertThat(table.rows("SELECT cast(t AS string) FROM `web.t` ORDER BY id"))
        .containsExactlyElementsOf(ROUNDED.stream().map(row -> "[" + row + "]").toList());
    assertThat(table.rows("SELECT id FROM `web.t` WHERE t = TIMESTAMP'2026-01-01 00:00:00.123'"))
        .containsExactlyInAnyOrder("[1]", "[3]");
    assertThat(
            table.rows(
                "SELECT count(DISTINCT t), max(t) = TIMESTAMP'9999-12-31 23:59:59.999',"
                    + " count(*) FILTER (WHERE t < TIMESTAMP'1969-12-31 23:59:59') FROM `web.t`"))
        .containsExactly("[6,true,3]");
  }

  @ParameterizedTest
  @EnumSource(names = {"PARQUET", "ORC", "AVRO"})
  void roundsTimestampsInsideNestedColumns(TableFormat format) {
    String moment = "TIMESTAMP'1969-12-31 23:59:58.1235'";
    boolean keyed = format != TableFormat.AVRO; // Avro's map keys are text
    table.write(
        format,
        "p",
        ("SELECT array(named_struct('t', @, 'n', 1), NULL) AS a, map('k', @, 'n', NULL) AS b,"
                + " named_struct('t', @, 'xy', array(@), 'n', 7) AS c,"
                + (keyed ? " map(@, 1)" : " 'x'")
                + " AS d, cast(NULL AS struct<t:timestamp>) AS e")
            .replace("@", moment));
    table
        .column("a", array(struct("t", Primitive.TIMESTAMP, "n", Primitive.SMALLINT)))
        .column("b", new DataType.MapOf(Primitive.STRING, Primitive.TIMESTAMP))
        .column(
            "c",
            struct(
                "t", Primitive.TIMESTAMP, "xy", array(Primitive.TIMESTAMP), "n", Primitive.INTEGER))
        .column(
            "d",
            keyed ? new DataType.MapOf(Primitive.TIMESTAMP, Primitive.INTEGER) : Primitive.STRING)
        .column("e", struct("t", Primitive.TIMESTAMP))
        .source(format, table.folder("p"));

    String rounded = "1969-12-31 23:59:58.124";
    assertThat(table.rows("SELECT a::string, b::string, c::string, e FROM `web.t`"))
        .containsExactly(
            "[[{R, 1}, null],{k -> R, n -> null},{R, [R], 7},null]".replace("R", rounded));
    if (keyed) {
      assertThat(table.rows("SELECT cast(d AS string) FROM `web.t`"))
          .containsExactly("[{R -> 1}]".replace("R", rounded));
    }
  }

  @Test
  void readsOnlyWhatIsAskedForBesideARoundedTimestamp() {
    table.write(
        TableFormat.PARQUET, "p", "SELECT 1 AS id, named_struct('t', now(), 'n', 7, 'm', 8) AS c");
    table
        .column("id", Primitive.INTEGER)
        .column(
            "c", struct("t", Primitive.TIMESTAMP, "n", Primitive.INTEGER, "m", Primitive.INTEGER))
        .source(TableFormat.PARQUET, table.folder("p"));

    String plan =
        table
            .rows("EXPLAIN SELECT c.n FROM `web.t` WHERE id = 5 AND c.m > 3 AND c.t < now()")
            .get(0);

    assertThat(plan)
        .contains("EqualTo(id,5)", "GreaterThan(c.m,3)")
        .contains("ReadSchema: struct<id:int,c:struct<t:timestamp,n:int,m:int>>");
    assertThat(table.rows("EXPLAIN SELECT c.n FROM `web.t`").get(0))
        .contains("ReadSchema: struct<c:struct<n:int>>");
  }
}

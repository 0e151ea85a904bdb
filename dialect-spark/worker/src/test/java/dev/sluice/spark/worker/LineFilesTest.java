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

/** JSON and delimited text. */
@ExtendWith(SparkInProcess.class)
class LineFilesTest {
  private final ViewFixture table;

  LineFilesTest(SparkSession spark, @TempDir Path folder) {
    table = new ViewFixture(spark, folder);
  }

  @Test
  void readsJsonWhateverTheCaseOfItsKeys() {
    table.write(
        "t/k=a/1.json",
        "{\"UserId\": 7, \"Device\": {\"OS\": \"x\", \"New\": 1}, \"Tags\": {\"Ab\": 1.5},"
            + " \"at\": \"2026-01-02T03:04:05Z\"}",
        "{\"device\": null, \"bids\": [{\"PRICE\": 2}, null], \"n\": 12.25, \"s\": 5}");
    table
        .column("userid", Primitive.BIGINT)
        .column("device", struct("os", Primitive.STRING, "added", Primitive.STRING))
        .column("tags", new DataType.MapOf(Primitive.STRING, Primitive.DOUBLE))
        .column("at", Primitive.TIMESTAMP)
        .column("bids", array(struct("price", Primitive.BIGINT)))
        .column("n", new DataType.Decimal(6, 2))
        .column("s", Primitive.STRING)
        .key("k", Primitive.STRING)
        .source(TableFormat.JSON_OPENX, table.folder("t/k=a", "a"));

    assertThat(table.rows("SELECT * FROM `web.t`"))
        .containsExactlyInAnyOrder(
            "[7,[x,null],Map(Ab -> 1.5),2026-01-02T03:04:05Z,null,null,null,a]",
            "[null,null,null,null,ArraySeq([2], null),12.25,5,a]");
    assertThat(table.rows("SELECT count(*) FROM `web.t`")).containsExactly("[2]");
  }

  @Test
  void refusesJsonThatItsColumnsCannotTake() {
    String[] wrong = {
      "{\"a\": \"7\"}",
      "{\"a\": 1.5}",
      "{\"a\": [1]}",
      "{\"a\": 1, \"A\": 2}",
      "{\"a\": 1",
      "[{\"a\": 1}]",
      "{\"a\": 1} {\"a\": 2}",
      "{\"a\": 3000000000}",
      ""
    };
    for (int i = 0; i < wrong.length; i++) {
      table.write("t" + i + "/1.json", wrong[i]);
      ViewFixture one = table.again().column("a", Primitive.INTEGER);
      one.source(TableFormat.JSON_HIVE, one.folder("t" + i));
      assertThatThrownBy(() -> one.rows("SELECT a FROM `web.t`")).as(wrong[i]).isNotNull();
    }
  }

  @Test
  void followsTheParametersOfOpenX() {
    table.write(
        "t/1.json", "{\"timestamp\": 1, \"a.b\": 2, \"ts\": 9}", "{ nonsense", "{\"ts\": 3}");
    table
        .column("ts", Primitive.INTEGER)
        .column("a_b", Primitive.INTEGER)
        .source(
            TableFormat.JSON_OPENX,
            Map.of(
                "mapping.ts", "Timestamp", "dots.in.keys", "true", "ignore.malformed.json", "true"),
            table.folder("t"));

    assertThat(table.rows("SELECT * FROM `web.t`"))
        .containsExactlyInAnyOrder("[1,2]", "[null,null]");
  }

  @Test
  void readsDelimitedText() {
    table.write(
        "t/k=1/a.csv", "header", "1|x|2.5|true|2026-01-02|2026-01-02 03:04:05", "\\N||", "");
    table.write("t/k=1/b.csv", "header", "-7|\\N|1|FALSE|||more|and more");
    table
        .column("a", Primitive.INTEGER)
        .column("b", Primitive.STRING)
        .column("c", Primitive.DOUBLE)
        .column("d", Primitive.BOOLEAN)
        .column("e", Primitive.DATE)
        .column("f", Primitive.TIMESTAMP)
        .key("k", Primitive.STRING)
        .source(
            TableFormat.TEXT_DELIMITED,
            Map.of("field.delim", "|", "skip.header.line.count", "1"),
            table.folder("t/k=1", "1"));

    assertThat(table.rows("SELECT * FROM `web.t`"))
        .containsExactlyInAnyOrder(
            "[1,x,2.5,true,2026-01-02,2026-01-02T03:04:05Z,1]",
            "[null,,null,null,null,null,1]",
            "[null,null,null,null,null,null,1]",
            "[-7,null,1.0,false,null,null,1]");
  }

  @Test
  void readsQuotedText() {
    table.write(
        "t/a.csv", "\"a,b\",1", "\"say \"\"hi\"\"\",2", "\"back\\\\slash \\\"q\\\"\",3", ",4");
    table
        .column("a", Primitive.STRING)
        .column("b", Primitive.INTEGER)
        .column("later", Primitive.DATE)
        .source(TableFormat.CSV_OPEN, table.folder("t"));

    assertThat(table.rows("SELECT * FROM `web.t` ORDER BY b"))
        .containsExactly(
            "[a,b,1,null]", "[say \"hi\",2,null]", "[back\\slash \"q\",3,null]", "[,4,null]");
  }

  @Test
  void refusesTextOfWhichItIsNotSure() {
    table.write("t/a.csv", "x,seven,20000");
    table
        .column("a", Primitive.STRING)
        .column("b", Primitive.INTEGER)
        .column("c", Primitive.DATE)
        .source(TableFormat.CSV_OPEN, table.folder("t"));

    assertThat(table.rows("SELECT a FROM `web.t`")).containsExactly("[x]");
    assertThatThrownBy(() -> table.rows("SELECT b FROM `web.t`"))
        .hasMessageContaining("Column b, int, is not plainly in text: seven");
    assertThatThrownBy(() -> table.rows("SELECT c FROM `web.t`"))
        .hasMessageContaining("Column c, date");
    for (String line : new String[] {"a\"b\",1", "\"a\" ,1", "\"a", "\"a\\nb\""}) {
      table.write("t/a.csv", line);
      assertThatThrownBy(() -> table.rows("SELECT a FROM `web.t`")).as(line).isNotNull();
    }
  }

  @Test
  void roundsTimestampsToMilliseconds() {
    table.write(
        "json/1.json",
        "{\"t\": \"2026-01-01T00:00:00.1235Z\"}",
        "{\"t\": \"1969-12-31 23:59:59.999499999\"}");
    table.write("text/1.csv", "2026-01-01 00:00:00.1235", "1969-12-31 23:59:59.999499");
    ViewFixture text = table.again();
    for (ViewFixture each : List.of(table, text)) {
      each.column("t", Primitive.TIMESTAMP);
    }
    table.source(TableFormat.JSON_HIVE, table.folder("json"));
    text.source(TableFormat.TEXT_DELIMITED, text.folder("text"));

    for (ViewFixture each : List.of(table, text)) {
      assertThat(each.rows("SELECT cast(t AS string) FROM `web.t` ORDER BY t"))
          .containsExactly("[1969-12-31 23:59:59.999]", "[2026-01-01 00:00:00.124]");
    }
  }
}

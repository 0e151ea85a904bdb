package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.glue.lake.LakeFolderCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TablesCommandTest {
  private final Path lake;
  private final Run run = new Run();

  TablesCommandTest(@TempDir Path lake) {
    this.lake = lake;
  }

  @Test
  void listsTheTables() {
    assertThat(run.execute("tables", "--lake=" + lake)).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            +---------------+-------------+---------+----------------+------------+
            | Table         | Format      | Columns | Partition keys | Partitions |
            +---------------+-------------+---------+----------------+------------+
            | web.broken    | unknown (!) |       0 |                |            |
            | web.campaigns | csv_open    |       1 |                |            |
            | web.events    | avro        |       3 | datetime       |         72 |
            | web.projected | parquet     |       1 | day            |  not known |
            +---------------+-------------+---------+----------------+------------+
            web.broken: Its SerDe is not known: com.example.Strange
            """);
  }

  @Test
  void listsWhatCanBeReadWithTheReasonForTheRest() throws Exception {
    Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        lake.resolve("catalog/web.tables.json"),
        """
        {"TableList": [
          {"Name": "my.clicks", "TableType": "EXTERNAL_TABLE",
           "PartitionKeys": [{"Name": "dt", "Type": "string"}],
           "StorageDescriptor": {"Columns": [], "Location": "x"}},
          {"Name": "payroll", "TableType": "EXTERNAL_TABLE", "IsRegisteredWithLakeFormation": true,
           "StorageDescriptor": {"Columns": [], "Location": "x"}}]}
        """);
    Files.writeString(
        lake.resolve("catalog/web.my.clicks.partitions.json"), "{\"Partitions\": [7]}");
    Files.writeString(lake.resolve("catalog/raw.tables.json"), "{\"TableList\": [");
    run.over(LakeFolderCatalog.open(lake));

    assertThat(run.execute("tables", "--lake=" + lake)).isZero();
    assertThat(run.out())
        .contains("| web.my.clicks | unknown |       0 | dt             |  not known |")
        .contains("raw.tables.json cannot be understood", "ends in the middle of the listing");

    Run one = new Run().over(LakeFolderCatalog.open(lake));
    assertThat(one.execute("tables", "--lake=" + lake, "web.my.clicks")).isZero();
    assertThat(one.out().replaceAll("\\s+", " ")).contains("not known: The catalog's file");

    Run json = new Run().over(LakeFolderCatalog.open(lake));
    assertThat(json.execute("tables", "--lake=" + lake, "--format=json")).isZero();
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.path("problems")).hasSize(1);
    assertThat(document.path("tables").path(0).path("lakeFormation").booleanValue()).isFalse();
    assertThat(document.path("tables").path(1).path("lakeFormation").booleanValue()).isTrue();

    Run missing = new Run().over(LakeFolderCatalog.open(lake));
    assertThat(missing.execute("tables", "--lake=" + lake, "web.payrol")).isOne();
    assertThat(missing.err()).contains("did you mean web.payroll?");
  }

  @Test
  void showsOneTable() {
    assertThat(run.execute("tables", "--lake=" + lake, "events")).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            web.events
              Format      avro
              Location    data/events
              Columns by  name, as the table says
              Partitions  72, from 2019-03-26-00 to 2019-03-28-23
                          3 have other columns than the table

            Columns
              id      bigint
                      -- unique in a day
              device  row(os varchar, width integer)
              bids    array(double)

            Partition keys
              datetime  varchar
            """);
  }

  @Test
  void saysWhyPartitionsAreNotKnown() {
    assertThat(run.execute("tables", "--lake=" + lake, "WEB.Projected")).isZero();
    assertThat(run.out())
        .contains("Partitions  not known: No partitions were given for web.projected")
        .contains("Projection  projection.day.format = yyyy-MM-dd\n              projection.day");
  }

  @Test
  void anUnknownTableNamesTheNearest() {
    assertThat(run.execute("tables", "--lake=" + lake, "web.evnts")).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Error: Table web.evnts not found; did you mean web.events?\n");
  }

  @Test
  void printsJson() throws Exception {
    assertThat(run.execute("tables", "--lake=" + lake, "--format=json")).isZero();
    JsonNode tables = new ObjectMapper().readTree(run.out()).get("tables");
    assertThat(tables).hasSize(4);
    assertThat(tables.get(0).get("problem").asText()).contains("SerDe");
    assertThat(tables.get(1).get("partitions").get("total").isNull()).isTrue();
    assertThat(tables.get(2).get("partitions").toString())
        .isEqualTo(
            "{\"total\":72,\"first\":[\"2019-03-26-00\"],\"last\":[\"2019-03-28-23\"],"
                + "\"differing\":3,\"unknown\":null}");
    assertThat(tables.get(3).get("partitions").get("unknown").asText()).contains("No partitions");
  }
}

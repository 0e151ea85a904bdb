package dev.sluice.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.standin.aws.AwsStandIn;
import dev.sluice.standin.aws.wire.Calls;
import dev.sluice.standin.aws.wire.Credentials;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver's metadata asks of a live Glue Data Catalog. */
class JdbcCallsTest {
  private final AwsStandIn aws = AwsStandIn.start();
  private final Connection connection;

  JdbcCallsTest(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    aws.glue().load(lake, AwsStandIn.ACCOUNT, location -> location);
    Credentials user = aws.user();
    System.setProperty("aws.accessKeyId", user.accessKey());
    System.setProperty("aws.secretAccessKey", user.secret());
    Path file =
        Files.writeString(
            folder.resolve("sluice.yaml"),
            """
            aws:
              region: %s
              endpoints:
                glue: %s
            glue: {}
            """
                .formatted(AwsStandIn.REGION, aws.uri()));
    this.connection = DriverManager.getConnection("jdbc:sluice:config:" + file);
    aws.calls().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    aws.close();
  }

  private List<String> calls() {
    return aws.calls().all().stream().map(Calls.Made::operation).toList();
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    try (rows) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  @Test
  void theColumnsOfOneTableTakeOneCall() throws SQLException {
    assertThat(count(connection.getMetaData().getColumns(null, "web", "clicks", null)))
        .isPositive();
    assertThat(calls()).containsExactly("GetTable");
  }

  @Test
  void oneTableTakesOneCall() throws SQLException {
    assertThat(count(connection.getMetaData().getTables(null, "web", "ad\\_events", null)))
        .isEqualTo(1);
    assertThat(calls()).containsExactly("GetTable");
  }

  @Test
  void oneTableThatIsNotThereTakesOneCall() throws SQLException {
    assertThat(count(connection.getMetaData().getColumns(null, "web", "nothing", null))).isZero();
    assertThat(calls()).containsExactly("GetTable");
  }

  @Test
  void theTablesOfOneDatabaseAreListedOnce() throws SQLException {
    int tables = count(connection.getMetaData().getTables(null, "web", "%", null));
    assertThat(tables).isPositive();
    assertThat(calls()).doesNotContain("GetTable").containsOnlyOnce("GetTables");
    aws.calls().clear();
    assertThat(count(connection.getMetaData().getColumns(null, "web", "%", null)))
        .isGreaterThan(tables);
    assertThat(calls()).as("what was listed is known").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"getTableTypes", "getTypeInfo", "getCatalogs", "getClientInfoProperties"})
  void whatTheCatalogDoesNotKnowTakesNone(String method) throws Exception {
    ResultSet rows =
        (ResultSet) DatabaseMetaData.class.getMethod(method).invoke(connection.getMetaData());
    rows.close();
    assertThat(calls()).isEmpty();
  }
}

package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientInfoTest {
  private static final String NUMBERS = "SELECT n FROM ads.bids";

  private final Connection connection;

  ClientInfoTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-3");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void itIsTheTagOfQueriesAndLeavesTheirTextAlone() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      SluiceStatement ours = statement.unwrap(SluiceStatement.class);
      statement.executeQuery(NUMBERS).close();
      assertThat(ours.tag()).isEmpty();
      String text = sent(ours);
      connection.setClientInfo("ClientUser", "ann");
      connection.setClientInfo("ApplicationName", "report");
      statement.executeQuery(NUMBERS).close();
      assertThat(ours.tag()).contains("report/ann");
      assertThat(MadeUpAthena.LAST_TAG.get()).contains("report/ann");
      assertThat(sent(ours)).isEqualTo(text);
      connection.setClientInfo(new Properties());
      statement.executeQuery(NUMBERS).close();
      assertThat(MadeUpAthena.LAST_TAG.get()).isEmpty();
    }
  }

  private static String sent(SluiceStatement statement) {
    Plan plan = statement.plan().orElseThrow();
    return Objects.requireNonNull(plan.decision().candidates().get(0).query()).sql();
  }

  @Test
  void whatIsNotKnownIsAWarning() throws SQLException {
    connection.setClientInfo("ApplicationNam", "report");
    assertThat(connection.getClientInfo("ApplicationNam")).isNull();
    assertThat((Throwable) connection.getWarnings())
        .hasMessageContaining("'ApplicationNam' is not known")
        .hasMessageContaining("ApplicationName");
    connection.clearWarnings();
    assertThat((Throwable) connection.getWarnings()).isNull();
  }

  @Test
  void metadataListsTheNames() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet listed = connection.getMetaData().getClientInfoProperties()) {
      while (listed.next()) {
        names.add(listed.getString("NAME"));
        assertThat(listed.getInt("MAX_LEN")).isEqualTo(ClientInfo.SHOWN);
      }
    }
    assertThat(names).containsExactly("ApplicationName", "ClientHostname", "ClientUser");
    for (String name : names) {
      connection.setClientInfo(name, "x");
      assertThat(connection.getClientInfo(name)).isEqualTo("x");
    }
    assertThat(connection.getClientInfo()).hasSize(3);
    assertThat((Throwable) connection.getWarnings()).isNull();
  }
}

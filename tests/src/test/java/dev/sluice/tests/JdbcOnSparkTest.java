package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Rows;
import dev.sluice.Sluice;
import dev.sluice.results.ValueText;
import dev.sluice.tests.doctor.ExampleLakes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver on the example lake, whose rows a real Spark reads. */
class JdbcOnSparkTest {
  private static final String NESTED =
      """
      SELECT click_id, click_time, page, path, items, attributes
      FROM web.clicks
      WHERE datetime BETWEEN '2019-03-28-10' AND '2019-03-28-12'
      ORDER BY click_id
      LIMIT 20
      """;

  private static Connection connection;

  @BeforeAll
  static void connect(@TempDir Path folder) throws SQLException, IOException, InterruptedException {
    Path lake = ExampleLakes.copy(folder.resolve("lake"));
    connection = DriverManager.getConnection("jdbc:sluice:lake:" + lake + "?fallback=query");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void givesTheRowsThatTheLibraryGives() throws SQLException {
    List<List<@Nullable String>> expected = new ArrayList<>();
    try (Rows rows = connection.unwrap(Sluice.class).query(NESTED)) {
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          Object value = rows.value(i);
          row.add(value == null ? null : ValueText.of(value));
        }
        expected.add(row);
      }
    }
    List<List<@Nullable String>> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(NESTED)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(row);
      }
    }
    assertThat(found).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void takesParameters() throws SQLException {
    String sql = "SELECT count(*) AS n FROM web.clicks WHERE datetime BETWEEN ? AND ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, "2019-03-28-10");
      query.setString(2, "2019-03-28-12");
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong("n")).isPositive();
        assertThat(rows.next()).isFalse();
      }
      query.setString(2, "2019-03-27-00");
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isZero();
      }
    }
  }

  @Test
  void listsTheLake() throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, "web", "click%", null)) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString("TABLE_NAME")).isEqualTo("clicks");
    }
  }

  @Test
  void saysWhatNoEngineCanAnswer() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT nothing FROM web.clicks"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42S22"));
    }
  }
}

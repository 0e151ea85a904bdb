package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedQueryTest {
  private static final String SQL =
      "SELECT i4, s FROM web.all_types WHERE i4 > ? AND s = ? AND at < ?";

  private final Connection connection;

  PreparedQueryTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-1");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static String sent(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
    }
    Plan plan = query.unwrap(SluiceStatement.class).plan().orElseThrow();
    return Objects.requireNonNull(plan.decision().candidates().get(0).query())
        .sql()
        .replaceAll("\\s+", " ");
  }

  @Test
  void knowsItsColumnsAndParametersBeforeItRuns() throws SQLException {
    int before = MadeUpAthena.ASKED.get();
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      ResultSetMetaData columns = query.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(2);
      assertThat(columns.getColumnLabel(2)).isEqualTo("s");
      ParameterMetaData parameters = query.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(3);
      assertThat(parameters.getParameterType(1)).isEqualTo(Types.INTEGER);
      assertThat(parameters.getParameterType(2)).isEqualTo(Types.VARCHAR);
      assertThat(parameters.getParameterTypeName(3)).isEqualTo("timestamp(3)");
      assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
      assertThatThrownBy(() -> parameters.getParameterType(4)).isInstanceOf(SQLException.class);
    }
    assertThat(MadeUpAthena.ASKED.get()).isEqualTo(before);
  }

  @Test
  void sendsValuesAsLiterals() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setInt(1, 7);
      query.setString(2, "it's");
      query.setTimestamp(3, Timestamp.valueOf("2019-03-27 16:00:00.5"));
      assertThat(sent(query))
          .contains("\"i4\" > 7")
          .contains("'it''s'")
          .contains("TIMESTAMP '2019-03-27 16:00:00.500'");
      query.setObject(1, "8", Types.INTEGER);
      query.setCharacterStream(2, new StringReader("read"));
      query.setObject(3, LocalDate.of(2020, 1, 1).atStartOfDay());
      assertThat(sent(query)).contains("> 8").contains("'read'").contains("2020-01-01 00:00:00");
    }
  }

  @Test
  void takesTimesInACalendarsZone() throws SQLException {
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    try (PreparedStatement query =
        connection.prepareStatement("SELECT s FROM web.all_types WHERE at < ?")) {
      query.setTimestamp(1, new Timestamp(0), tokyo);
      assertThat(sent(query)).contains("1970-01-01 09:00:00");
    }
    try (PreparedStatement query =
        connection.prepareStatement("SELECT s FROM web.all_types WHERE day = ?")) {
      query.setDate(1, Date.valueOf("2019-03-27"));
      assertThat(sent(query)).contains("DATE '2019-03-27'");
    }
  }

  @Test
  void takesNulls() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT n FROM ads.bids WHERE n = coalesce(?, 3)")) {
      query.setNull(1, Types.INTEGER);
      assertThat(sent(query)).contains("NULL");
    }
  }

  @Test
  void saysWhichValueIsMissing() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setInt(1, 7);
      query.setString(3, "x");
      assertThatThrownBy(query::executeQuery).hasMessage("Parameter 2 has no value");
      query.clearParameters();
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HY024"));
      assertThatThrownBy(() -> query.setInt(0, 1)).hasMessageContaining("count from 1");
    }
  }

  @Test
  void refusesWhatNoParameterTakes() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      assertThatThrownBy(() -> query.setTime(1, new Time(0)))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
      assertThatThrownBy(() -> query.setObject(1, "no number", Types.INTEGER))
          .hasMessageContaining("'no number' is no integer");
      assertThatThrownBy(() -> query.setObject(1, 300, Types.TINYINT))
          .hasMessageContaining("out of range");
      assertThatThrownBy(() -> query.executeQuery("SELECT 1"))
          .hasMessageContaining("has its query already");
    }
    assertThat(ParameterValues.as(Types.DECIMAL, 1, "1.25")).isEqualTo(new BigDecimal("1.3"));
  }

  @Test
  void explainsItself() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("EXPLAIN SLUICE SELECT n FROM ads.bids WHERE n = ?")) {
      assertThat(query.getMetaData().getColumnLabel(1)).isEqualTo("engine");
      assertThat(query.getParameterMetaData().getParameterCount()).isEqualTo(1);
      query.setInt(1, 5);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("query")).contains("5");
      }
    }
  }
}

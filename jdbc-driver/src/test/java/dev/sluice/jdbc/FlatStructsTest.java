package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatStructsTest {
  private static final String ALL = "SELECT * FROM web.all_types";

  private final Path lake;
  private final Connection connection;

  FlatStructsTest(@TempDir Path folder) throws IOException, SQLException {
    this.lake = TestLake.write(folder);
    this.connection = TestLake.connect(lake, "workgroup=rows-3&flattenStructs=true");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  @Test
  void fieldsAreColumnsInRowsAndInWhatDescribesThem() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL);
        PreparedStatement prepared = connection.prepareStatement(ALL)) {
      assertThat(labels(rows.getMetaData()))
          .contains("device.os", "device.lat", "nums", "tags")
          .doesNotContain("device")
          .isEqualTo(labels(prepared.getMetaData()));
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("device.os")).isEqualTo("text");
      assertThat(rows.getDouble("DEVICE.LAT")).isEqualTo(2.25);
      assertThat(rows.getMetaData().getColumnType(rows.findColumn("device.lat")))
          .isEqualTo(Types.DOUBLE);
      assertThat(rows.getString("nums")).isEqualTo("[70000]");
    }
  }

  @Test
  void partsOfANullAreNull() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getDouble("device.lat")).isZero();
      assertThat(rows.wasNull()).isTrue();
    }
  }

  @Test
  void metadataListsThemInOrder() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet columns = connection.getMetaData().getColumns(null, "web", "all_types", "%")) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
        assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(names.size());
      }
    }
    try (PreparedStatement prepared = connection.prepareStatement(ALL)) {
      assertThat(names).isEqualTo(labels(prepared.getMetaData()));
    }
  }

  @Test
  void queriesUseTheirNames() throws SQLException {
    String sql =
        "SELECT \"t\".\"device.os\" AS \"device.os\", count(*) AS n FROM \"web\".\"all_types\" \"t\""
            + " WHERE \"t\".\"device.lat\" > 1 GROUP BY \"t\".\"device.os\"";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(labels(rows.getMetaData())).containsExactly("device.os", "n");
      Plan plan = statement.unwrap(SluiceStatement.class).plan().orElseThrow();
      assertThat(Objects.requireNonNull(plan.decision().candidates().get(0).query()).sql())
          .contains("\"t\".\"device\".\"os\"");
    }
  }

  @Test
  void otherConnectionsSeeStructsAndShareWhatIsBehind() throws SQLException {
    try (Connection other = TestLake.connect(lake, "workgroup=rows-3");
        Statement statement = other.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      assertThat(labels(rows.getMetaData())).contains("device").doesNotContain("device.os");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject("device")).isInstanceOf(Struct.class);
      assertThat(other.unwrap(dev.sluice.Sluice.class))
          .isSameAs(connection.unwrap(dev.sluice.Sluice.class));
    }
  }

  @Test
  void itIsTrueOrFalse() {
    assertThatThrownBy(() -> TestLake.connect(lake, "flattenStructs=yes"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("'flattenStructs' is true or false, not 'yes'");
  }
}

package dev.sluice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tools ask before a person has asked anything: the calls of each in its order, none of which
 * may reach an engine.
 */
class ToolQuestionsTest {
  private final Connection connection;
  private final int askedBefore = MadeUpAthena.ASKED.get();

  ToolQuestionsTest(@TempDir Path folder) throws IOException, SQLException {
    this.connection = TestLake.connect(TestLake.write(folder), "workgroup=rows-3");
  }

  @AfterEach
  void close() throws SQLException {
    assertThat(MadeUpAthena.ASKED.get())
        .as("queries that reached the engine")
        .isEqualTo(askedBefore);
    connection.close();
  }

  private static List<List<Object>> all(ResultSet rows) throws SQLException {
    try (rows) {
      int columns = rows.getMetaData().getColumnCount();
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  /** Of each table: can it be read at all? */
  @Test
  void metabase() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertThat(meta.getDatabaseProductName()).isNotEmpty();
    assertThat(meta.getDatabaseProductVersion()).isNotEmpty();
    connection.setReadOnly(true);
    connection.setAutoCommit(true);
    for (List<Object> schema : all(meta.getSchemas())) {
      for (List<Object> table :
          all(meta.getTables(null, String.valueOf(schema.get(0)), "%", new String[] {"TABLE"}))) {
        String sql =
            "SELECT TRUE AS \"_\" FROM \"%s\".\"%s\" WHERE 1 <> 1 LIMIT 0"
                .formatted(table.get(1), table.get(2));
        try (Statement statement = connection.createStatement()) {
          statement.setQueryTimeout(15);
          assertThat(all(statement.executeQuery(sql))).isEmpty();
        }
        assertThat(
                all(
                    meta.getColumns(
                        null, String.valueOf(table.get(1)), String.valueOf(table.get(2)), null)))
            .isNotEmpty();
        assertThat(
                all(
                    meta.getPrimaryKeys(
                        null, String.valueOf(table.get(1)), String.valueOf(table.get(2)))))
            .isEmpty();
        assertThat(
                all(
                    meta.getImportedKeys(
                        null, String.valueOf(table.get(1)), String.valueOf(table.get(2)))))
            .isEmpty();
      }
    }
    try (Statement statement = connection.createStatement()) {
      assertThat(all(statement.executeQuery("SELECT 1"))).containsExactly(List.of(1));
    }
  }

  @Test
  void explanationsSayThatNoEngineIsAsked() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<List<Object>> rows =
          all(statement.executeQuery("EXPLAIN SLUICE SELECT n FROM ads.bids LIMIT 0"));
      assertThat(rows).singleElement().satisfies(row -> assertThat(row).contains("plan", true));
    }
  }

  /** Columns, in three ways. */
  @Test
  void tableau() throws SQLException {
    String table = "\"web\".\"all_types\" \"all_types\"";
    try (PreparedStatement prepared = connection.prepareStatement("SELECT * FROM " + table)) {
      assertThat(prepared.getMetaData().getColumnCount()).isEqualTo(17);
      assertThat(prepared.getParameterMetaData().getParameterCount()).isZero();
    }
    for (String none :
        List.of(
            "SELECT * FROM " + table + " WHERE 1=0",
            "SELECT * FROM " + table + " LIMIT 0",
            "SELECT * FROM (SELECT * FROM " + table + ") \"t\" WHERE (0 = 1)")) {
      try (PreparedStatement prepared = connection.prepareStatement(none);
          ResultSet rows = prepared.executeQuery()) {
        assertThat(rows.getMetaData().getColumnCount()).isEqualTo(17);
        assertThat(rows.getMetaData().getColumnName(1)).isEqualTo("t");
        assertThat(rows.next()).isFalse();
      }
    }
    try (Statement statement = connection.createStatement()) {
      assertThat(all(statement.executeQuery("SELECT 1 AS \"one\""))).containsExactly(List.of(1));
    }
  }

  /** Everything that the tree shows. */
  @Test
  void dbeaver() throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    assertThat(connection.isValid(5)).isTrue();
    assertThat(all(meta.getCatalogs())).hasSize(1);
    assertThat(all(meta.getSchemas())).hasSize(2);
    assertThat(all(meta.getTableTypes())).hasSize(2);
    assertThat(all(meta.getTypeInfo())).isNotEmpty();
    assertThat(all(meta.getTables("awsdatacatalog", "web", "%", null))).hasSize(4);
    assertThat(all(meta.getColumns("awsdatacatalog", "web", "%", "%"))).hasSizeGreaterThan(17);
    assertThat(all(meta.getPrimaryKeys("awsdatacatalog", "web", "by_day"))).isEmpty();
    assertThat(all(meta.getIndexInfo("awsdatacatalog", "web", "by_day", false, true))).isEmpty();
    assertThat(all(meta.getFunctions("awsdatacatalog", "web", "%"))).isEmpty();
    assertThat(all(meta.getProcedures("awsdatacatalog", "web", "%"))).isEmpty();
    meta.getSQLKeywords();
    meta.getNumericFunctions();
    meta.getStringFunctions();
    meta.getSystemFunctions();
    meta.getTimeDateFunctions();
    for (java.lang.reflect.Method flag : DatabaseMetaData.class.getMethods()) {
      boolean isFlag =
          flag.getParameterCount() == 0
              && (flag.getName().startsWith("supports") || flag.getName().startsWith("getMax"));
      if (isFlag) {
        try {
          assertThat(flag.invoke(meta)).as(flag.getName()).isNotNull();
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(flag.getName(), e);
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(200);
      statement.setMaxRows(200);
      assertThat(all(statement.executeQuery("SELECT 1"))).containsExactly(List.of(1));
      statement.cancel();
    }
    try (Statement statement = connection.createStatement()) {
      assertThat(
              all(
                  statement.executeQuery(
                      "SELECT table_name FROM information_schema.tables"
                          + " WHERE table_schema = 'ads'")))
          .containsExactly(List.of("bids"));
    }
  }
}

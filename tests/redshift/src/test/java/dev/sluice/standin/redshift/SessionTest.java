package dev.sluice.standin.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings, transactions, parameters, cursors, and what the system views tell. */
@ExtendWith(SharedStandIn.class)
class SessionTest {
  private final RedshiftStandIn standIn;

  SessionTest(RedshiftStandIn standIn) {
    this.standIn = standIn;
  }

  @Test
  void serializesWholeColumnsForASessionThatAsksForIt() throws SQLException {
    String whole = "SELECT device, nums, tags FROM web.clicks WHERE device IS NOT NULL";
    try (Asked one = Asked.of(standIn);
        Asked other = Asked.of(standIn)) {
      one.run("SET json_serialization_enable TO true");
      assertThat(one.rows(whole).get(0)).startsWith("{\"os\": ").contains("\"geo\": ");
      assertThat(one.rows("SELECT * FROM web.clicks LIMIT 1")).hasSize(1);
      assertThat(one.refusal("SELECT c.device.os FROM web.clicks c"))
          .contains("sub-fields can no longer be accessed: c.device.os");
      assertThat(one.refusal("SELECT i.sku FROM web.clicks c, c.items i"))
          .contains("sub-fields can no longer be accessed");
      assertThat(other.refusal(whole)).contains("column \"device\" does not exist in clicks");
      one.run("RESET json_serialization_enable");
      assertThat(one.rows("SELECT c.device.os FROM web.clicks c")).isNotEmpty();
    }
  }

  @Test
  void showsSetsAndResetsWhatASessionHas() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      assertThat(asked.value("SHOW json_serialization_enable")).isEqualTo("false");
      asked.run("SET json_serialization_parse_nested_strings = on");
      assertThat(asked.value("SHOW json_serialization_parse_nested_strings")).isEqualTo("true");
      asked.run("SET query_group TO 'it''s us'");
      assertThat(asked.value("SHOW query_group")).isEqualTo("it's us");
      asked.run("SET timezone TO 'Europe/Zurich'");
      assertThat(asked.value("SHOW timezone")).isEqualTo("Europe/Zurich");
      asked.run("SET statement_timeout TO 5000");
      asked.run("RESET ALL");
      assertThat(asked.value("SHOW query_group")).isEqualTo("default");
      assertThat(asked.value("SHOW timezone")).isEqualTo("UTC");
      assertThat(asked.value("SHOW statement_timeout")).isEqualTo("0");
      assertThat(asked.refusal("SHOW nothing")).contains("knows no setting nothing");
    }
  }

  @Test
  void readsNamesInLowerCaseUnlessToldOtherwise() throws SQLException {
    standIn
        .tables()
        .run(
            "CREATE TABLE public.cases (\"A\" integer, a integer)",
            "INSERT INTO public.cases VALUES (1, 2)",
            "GRANT SELECT ON public.cases TO PUBLIC");
    try (Asked asked = Asked.of(standIn)) {
      assertThat(asked.value("SELECT \"A\" FROM public.cases")).isEqualTo("2");
      asked.run("SET enable_case_sensitive_identifier TO true");
      assertThat(asked.value("SELECT \"A\" FROM public.cases")).isEqualTo("1");
    }
  }

  @Test
  void aRefusalEndsTheTransactionAndARollbackTakesItsSettingsAlong() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      Connection connection = asked.connection();
      connection.setAutoCommit(false);
      asked.run("SET json_serialization_enable TO true");
      assertThat(asked.rows("SELECT device FROM web.clicks LIMIT 1")).hasSize(1);
      assertThat(asked.refusal("SELECT nonsense(1)")).contains("not among those");
      assertThat(asked.refusal("SELECT 1")).contains("current transaction is aborted");
      connection.rollback();
      assertThat(asked.value("SHOW json_serialization_enable")).isEqualTo("false");
      assertThat(asked.refusal("SELECT device FROM web.clicks")).contains("does not exist");
      connection.rollback();
    }
  }

  @Test
  void takesParametersAgainAndAgain() throws SQLException {
    String sql =
        "SELECT u.name, CAST(? AS INTEGER) + 1 FROM web.users u WHERE u.visits >= ? AND u.born < ?"
            + " AND (u.country = ? OR u.name IS NOT NULL) ORDER BY 1";
    try (Asked asked = Asked.of(standIn);
        PreparedStatement statement = asked.connection().prepareStatement(sql)) {
      List<String> first = List.of();
      for (int i = 0; i < 8; i++) {
        statement.setInt(1, 41);
        statement.setLong(2, 0);
        statement.setDate(3, Date.valueOf("2030-01-01"));
        statement.setString(4, "ch");
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            assertThat(rows.getInt(2)).isEqualTo(42);
            names.add(rows.getString(1));
          }
        }
        assertThat(names).isNotEmpty();
        first = i == 0 ? names : first;
        assertThat(names).isEqualTo(first);
      }
      statement.setNull(2, java.sql.Types.BIGINT);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void fetchesFromCursors() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      asked.connection().setAutoCommit(false);
      asked.run(
          "DECLARE rows_of_it CURSOR FOR SELECT c.click_id, i.sku FROM web.clicks c, c.items i");
      assertThat(asked.rows("FETCH FORWARD 3 FROM rows_of_it")).hasSize(3);
      assertThat(asked.rows("FETCH 2 FROM rows_of_it")).hasSize(2);
      asked.run("CLOSE rows_of_it");
      assertThat(asked.refusal("DECLARE rows_of_it CURSOR FOR SELECT device FROM web.clicks"))
          .contains("does not exist in clicks");
      asked.connection().rollback();
    }
  }

  @Test
  void readsOnlyWhereToldTo() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      asked.connection().setReadOnly(true);
      assertThat(asked.rows("SELECT name FROM web.users")).isNotEmpty();
      asked.connection().setReadOnly(false);
      assertThat(asked.rows("SELECT name FROM web.users")).isNotEmpty();
    }
  }

  @Test
  void joinsTablesOfRedshiftsOwn() throws SQLException {
    standIn
        .tables()
        .run(
            "CREATE TABLE public.lands (code varchar(2), name varchar)",
            "INSERT INTO public.lands VALUES ('ch', 'Schweiz'), ('de', 'Deutschland')",
            "GRANT SELECT ON public.lands TO PUBLIC");
    try (Asked asked = Asked.of(standIn)) {
      assertThat(
              asked.rows(
                  "SELECT l.name, COUNT(*) FROM web.users u JOIN lands l ON l.code = u.country GROUP"
                      + " BY l.name ORDER BY 1"))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("Deutschland|");
    }
  }

  @Test
  void tellsWhatAQueryRead() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      assertThat(asked.value("SELECT pg_last_query_id()")).isEqualTo("-1");
      List<String> rows = asked.rows("SELECT c.click_id, c.device.os FROM web.clicks c");
      String summary =
          "SELECT s3_scanned_rows, s3query_returned_rows, files, aborted, file_format, is_nested,"
              + " is_partitioned FROM svl_s3query_summary WHERE query = pg_last_query_id()";
      assertThat(asked.refusal("SELECT 1 FROM svl_s3query_summary")).startsWith("answered");
      String[] told = asked.value(summary).split("\\|");
      assertThat(told[1]).isEqualTo(Integer.toString(rows.size()));
      assertThat(told[0]).isEqualTo(told[1]);
      assertThat(Integer.parseInt(told[2])).isPositive();
      assertThat(List.of(told).subList(3, 7)).containsExactly("0", "PARQUET", "t", "t");
      assertThat(
              asked.rows(
                  "SELECT TRIM(source_type), TRIM(table_name) FROM sys_external_query_detail WHERE"
                      + " query_id = pg_last_query_id()"))
          .containsExactly("S3|web.clicks");
    }
  }

  @Test
  void listsExternalSchemasTablesAndColumns() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      assertThat(
              asked.rows(
                  "SELECT schemaname, databasename, eskind FROM svv_external_schemas WHERE"
                      + " schemaname = 'example'"))
          .containsExactly("example|web|1");
      assertThat(
              asked.rows(
                  "SELECT columnname, external_type, part_key FROM svv_external_columns WHERE"
                      + " schemaname = 'web' AND tablename = 'rolls' AND part_key > 0 ORDER BY"
                      + " part_key"))
          .first()
          .asString()
          .endsWith("|1");
      assertThat(
              asked.rows(
                  "SELECT table_type FROM svv_tables WHERE table_schema = 'web' AND table_name ="
                      + " 'clicks'"))
          .containsExactly("EXTERNAL TABLE");
    }
  }

  @Test
  void answersTheDriversQuestionsAboutItself() throws SQLException {
    try (Asked asked = Asked.of(standIn)) {
      var metadata = asked.connection().getMetaData();
      assertThat(metadata.getDatabaseProductName()).isEqualTo("Redshift");
      assertThat(metadata.getDatabaseProductVersion()).isEqualTo("8.0.2");
      assertThat(names(metadata.getSchemas(), "TABLE_SCHEM")).contains("web", "public");
      assertThat(names(metadata.getTables(null, "web", "%", null), "TABLE_NAME"))
          .contains("clicks", "users");
      assertThat(names(metadata.getColumns(null, "web", "users", "%"), "COLUMN_NAME"))
          .startsWith("user_id", "name");
      assertThat(names(metadata.getColumns(null, "web", "clicks", "%"), "COLUMN_NAME"))
          .contains("device", "datetime");
      metadata.getPrimaryKeys(null, "web", "users").close();
      metadata.getIndexInfo(null, "web", "users", false, false).close();
      assertThat(asked.connection().isValid(5)).isTrue();
    }
  }

  private static List<String> names(ResultSet rows, String column) throws SQLException {
    List<String> names = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        names.add(rows.getString(column));
      }
    }
    return names;
  }

  @Test
  void admitsNobodyWithoutThePassword() {
    Properties properties = new Properties();
    properties.setProperty("user", RedshiftStandIn.USER);
    properties.setProperty("password", "guessed");
    assertThatThrownBy(() -> DriverManager.getConnection(standIn.jdbcUrl(), properties))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed for user \"analyst\"");
  }
}

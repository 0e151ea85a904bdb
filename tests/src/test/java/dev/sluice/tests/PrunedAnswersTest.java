package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Candidate;
import dev.sluice.DataType.Primitive;
import dev.sluice.EngineName;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Partition;
import dev.sluice.Plan;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A query gives the same rows from the selected partitions alone as from all of them, and with the
 * ranges that were added to its text as without. A database says what the rows are.
 */
class PrunedAnswersTest {
  private static final int QUERIES = Integer.getInteger("sluice.random.queries", 2000);
  private static final EngineName ATHENA = EngineName.of("athena");
  private static final List<String> KEYS =
      List.of("a", "b", "c", "d", "__HIVE_DEFAULT_PARTITION__");
  private static final Storage STORAGE = Storage.of(TableFormat.PARQUET, "s3://lake/visits");

  private static final Table VISITS =
      Table.builder(new TableName("web", "visits"))
          .storage(STORAGE)
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .partitionKey("datetime", Primitive.STRING)
          .build();
  private static final Table USERS =
      Table.builder(new TableName("web", "users"))
          .storage(Storage.of(TableFormat.PARQUET, "s3://lake/users"))
          .column("id", Primitive.BIGINT)
          .column("name", Primitive.STRING)
          .column("country", Primitive.STRING)
          .build();

  @Test
  void thePartitionsLeftOutHoldNoRowOfTheAnswer() throws SQLException {
    RandomQuery queries = new RandomQuery(new Random(20261126));
    int narrowed = 0;
    int changed = 0;
    try (Sluice sluice = Sluice.builder().catalog(catalog()).open();
        Connection lake = lake("full")) {
      for (int i = 0; i < QUERIES; i++) {
        String sql = queries.next();
        Plan plan = sluice.plan(sql);
        List<String> selected = selected(plan);
        String plain = RandomQuery.plain(sql);
        List<String> rows = rows(lake, "web", plain);
        if (selected.size() < KEYS.size()) {
          narrowed++;
          fill(lake, "pruned", selected);
          assertThat(rows(lake, "pruned", plain.replace("web.", "pruned.")))
              .as("%s from %s alone", sql, selected)
              .isEqualTo(rows);
        }
        String said = plan.decision().candidate(ATHENA).map(Candidate::query).orElseThrow().sql();
        if (said.contains("\"datetime\" ")) {
          changed++;
        }
        assertThat(rows(lake, "web", RandomQuery.plain(said)))
            .as("%s said as %s", sql, said)
            .isEqualTo(rows);
      }
    }
    assertThat(narrowed).isGreaterThan(QUERIES / 10);
    assertThat(changed).isGreaterThan(QUERIES / 10);
  }

  @Test
  void thePartitionsLeftOutByTheClockHoldNoRowOnAnyDayOfThePlan() throws SQLException {
    RandomQuery queries = new RandomQuery(new Random(20260301));
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:30:00Z"), ZoneOffset.UTC);
    SluiceConfiguration configuration = SluiceConfiguration.builder().clock(clock).build();
    int byClock = 0;
    try (Sluice sluice = Sluice.builder().configuration(configuration).catalog(catalog()).open();
        Connection lake = lake("days")) {
      for (int i = 0; i < QUERIES / 2; i++) {
        String sql = byClock(queries.next());
        Plan plan = sluice.plan(sql);
        if (plan.holdsUntil() != null) {
          byClock++;
          fill(lake, "pruned", selected(plan));
          checkOn("DATE '2026-03-01'", sql, plan, lake);
          checkOn("DATE '2026-03-02'", sql, plan, lake);
        }
      }
    }
    assertThat(byClock).isGreaterThan(QUERIES / 20);
  }

  /** The same query, whose texts to compare with depend on the day. */
  private static String byClock(String sql) {
    return sql.replaceAll(
        "([<>=]) '([abc])'",
        "$1 CASE WHEN current_date > DATE '2026-03-01' THEN '$2' ELSE 'd' END");
  }

  private static void checkOn(String today, String sql, Plan plan, Connection lake)
      throws SQLException {
    String plain = RandomQuery.plain(sql).replace("current_date", today);
    List<String> rows = rows(lake, "web", plain);
    assertThat(rows(lake, "pruned", plain.replace("web.", "pruned.")))
        .as("%s on %s from %s alone", sql, today, selected(plan))
        .isEqualTo(rows);
    String said = plan.decision().candidate(ATHENA).map(Candidate::query).orElseThrow().sql();
    assertThat(rows(lake, "web", RandomQuery.plain(said).replace("CURRENT_DATE", today)))
        .as("%s on %s said as %s", sql, today, said)
        .isEqualTo(rows);
  }

  private static InMemoryCatalog catalog() {
    List<Partition> partitions =
        KEYS.stream()
            .map(key -> new Partition(List.of(key), VISITS.columns(), STORAGE, Map.of()))
            .toList();
    return InMemoryCatalog.builder().table(VISITS, partitions).table(USERS).build();
  }

  /** All keys where the query does not read the table. */
  private static List<String> selected(Plan plan) {
    for (TableScan scan : plan.tables()) {
      if (scan.table().name().equals(VISITS.name())) {
        return scan.partitions().stream().map(one -> one.values().get(0)).toList();
      }
    }
    return KEYS;
  }

  private static Connection lake(String name) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:h2:mem:" + name + ";DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=DATETIME");
    for (String schema : List.of("web", "pruned")) {
      run(connection, "CREATE SCHEMA " + schema);
      run(
          connection,
          "CREATE TABLE %s.visits (id BIGINT, name VARCHAR, datetime VARCHAR)".formatted(schema));
      run(
          connection,
          "CREATE TABLE %s.users (id BIGINT, name VARCHAR, country VARCHAR)".formatted(schema));
      for (String row :
          List.of("1, 'a', 'a'", "2, 'b', NULL", "3, NULL, 'x'", "5, 'c', 'b'", "9, 'x', 'c'")) {
        run(connection, "INSERT INTO %s.users VALUES (%s)".formatted(schema, row));
      }
    }
    fill(connection, "web", KEYS);
    return connection;
  }

  private static void fill(Connection lake, String schema, List<String> keys) throws SQLException {
    run(lake, "DELETE FROM " + schema + ".visits");
    for (String key : keys) {
      int number = KEYS.indexOf(key);
      String value = number == KEYS.size() - 1 ? "NULL" : "'" + key + "'";
      for (String row :
          List.of(
              "%d, '%s'".formatted(number, "abcdx".charAt(number)),
              "%d, 'a'".formatted(number + 1),
              "%d, NULL".formatted(3 * number))) {
        run(lake, "INSERT INTO %s.visits VALUES (%s, %s)".formatted(schema, row, value));
      }
    }
  }

  private static void run(Connection lake, String sql) throws SQLException {
    try (Statement statement = lake.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(Connection lake, String schema, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = lake.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      int columns = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(answer.getObject(i)));
        }
        rows.add(row.toString());
      }
    } catch (SQLException e) {
      throw new SQLException(schema + ": " + sql, e);
    }
    rows.sort(null);
    return rows;
  }
}

package dev.sluice.standin.redshift.lake;

import dev.sluice.Column;
import dev.sluice.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What is read through the stand-in: external tables, and tables of Redshift's own to join them
 * with. Shareable between threads.
 */
public final class ExternalTables {
  private final DataSource database;
  private final StandInCatalog catalog;

  public ExternalTables(DataSource database, StandInCatalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** {@code CREATE EXTERNAL SCHEMA schema FROM DATA CATALOG DATABASE database IAM_ROLE role}. */
  public void createSchema(String schema, String databaseName, String role) throws SQLException {
    createSchema(schema, databaseName, Map.of("IAM_ROLE", role));
  }

  /** The same with other options; how Redshift's view spells any but IAM_ROLE is not documented. */
  public void createSchema(String schema, String databaseName, Map<String, String> options)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + Quoted.name(schema));
      statement.execute("GRANT USAGE ON SCHEMA " + Quoted.name(schema) + " TO PUBLIC");
    }
    catalog.addSchema(schema);
    try (Connection connection = database.getConnection()) {
      new SystemRows(connection).addSchema(schema, databaseName, options);
    }
  }

  /**
   * Makes a table of an external schema and loads its rows.
   *
   * @param files all that the table has; none for a table without rows
   */
  public void add(String schema, Table table, List<DataFile> files)
      throws SQLException, IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : definition(schema, table)) {
        statement.execute(sql);
      }
      List<ExternalTable.LoadedFile> loaded = new ArrayList<>();
      CopiedRows rows = new CopiedRows(connection);
      for (DataFile file : files) {
        long count = rows.copy(schema, table, file);
        loaded.add(
            new ExternalTable.LoadedFile(file.path(), file.bytes(), file.partition(), count));
      }
      ExternalTable added = new ExternalTable(schema, table, loaded);
      new SystemRows(connection).addTable(added);
      connection.commit();
      catalog.add(added);
    }
  }

  /** Runs PostgreSQL's own SQL: a table of Redshift's own, its rows, a right of a user. */
  public void run(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> definition(String schema, Table table) {
    PostgresTypes types = new PostgresTypes(schema, table.name().table());
    List<String> columns = new ArrayList<>();
    for (Column column : table.allColumns()) {
      columns.add(Quoted.name(column.name()) + " " + types.of(column.type()));
    }
    columns.add(Quoted.name("$path") + " varchar");
    columns.add(Quoted.name("$size") + " bigint");
    for (Column column : table.columns()) {
      if (column.type().isNested()) {
        columns.add(Quoted.name(column.name() + ExternalTable.JSON_SUFFIX) + " varchar");
      }
    }
    String name = Quoted.name(schema, table.name().table());
    List<String> statements = new ArrayList<>(types.composites());
    statements.add("CREATE TABLE " + name + " (" + String.join(", ", columns) + ")");
    statements.add("GRANT SELECT ON " + name + " TO PUBLIC");
    return statements;
  }
}

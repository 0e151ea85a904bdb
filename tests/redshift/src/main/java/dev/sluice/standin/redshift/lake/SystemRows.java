package dev.sluice.standin.redshift.lake;

import dev.sluice.Column;
import dev.sluice.Storage;
import dev.sluice.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Redshift's views tell of external schemas and tables; the views themselves are in SQL. */
final class SystemRows {
  private final Connection database;

  SystemRows(Connection database) {
    this.database = database;
  }

  void addSchema(String schema, String databaseName, Map<String, String> options)
      throws SQLException {
    insert(
        "INSERT INTO redshift.external_schema (schemaname, databasename, esoptions)"
            + " VALUES (?, ?, ?)",
        schema,
        databaseName,
        json(options));
  }

  void addTable(ExternalTable added) throws SQLException {
    Table table = added.table();
    Storage storage = table.storage();
    insert(
        "INSERT INTO redshift.external_table VALUES (?, ?, ?, ?, ?, ?, ?)",
        added.schema(),
        added.name(),
        storage.location(),
        storage.inputFormat(),
        storage.serde(),
        json(storage.parameters()),
        json(table.parameters()));
    List<Column> columns = table.allColumns();
    for (int i = 0; i < columns.size(); i++) {
      int key = i - table.columns().size() + 1;
      insert(
          "INSERT INTO redshift.external_column VALUES (?, ?, ?, ?, ?, ?)",
          added.schema(),
          added.name(),
          columns.get(i).name(),
          columns.get(i).type().hive(),
          i + 1,
          Math.max(key, 0));
    }
  }

  private void insert(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String json(Map<String, String> parameters) {
    StringBuilder text = new StringBuilder("{");
    new TreeMap<>(parameters)
        .forEach(
            (key, value) ->
                text.append(text.length() > 1 ? "," : "")
                    .append(quoted(key))
                    .append(':')
                    .append(quoted(value)));
    return text.append('}').toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

package dev.sluice.trino;

import com.fasterxml.jackson.databind.JsonNode;
import io.trino.spi.connector.ColumnHandle;
import io.trino.spi.connector.ColumnMetadata;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import io.trino.spi.connector.ConnectorMetadata;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.ConnectorSplitManager;
import io.trino.spi.connector.ConnectorTableHandle;
import io.trino.spi.connector.ConnectorTableMetadata;
import io.trino.spi.connector.ConnectorTableProperties;
import io.trino.spi.connector.ConnectorTransactionHandle;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.connector.SchemaTablePrefix;
import io.trino.spi.transaction.IsolationLevel;
import io.trino.spi.type.Type;
import io.trino.spi.type.TypeManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A catalog of tables that have columns and no rows: enough to plan with. */
final class EmptyTables implements ConnectorFactory {
  /** Those that Trino's Hive connector has on every table. */
  private static final Map<String, String> HIDDEN =
      Map.of(
          "$path", "varchar",
          "$file_size", "bigint",
          "$file_modified_time", "timestamp(3) with time zone",
          "$partition", "varchar");

  private final Map<SchemaTableName, List<ColumnMetadata>> tables = new LinkedHashMap<>();

  /** One table, by its name. */
  private record Handle(SchemaTableName name) implements ConnectorTableHandle {}

  private record Column(String name) implements ColumnHandle {}

  private enum Transaction implements ConnectorTransactionHandle {
    ONLY
  }

  static EmptyTables of(JsonNode tables, TypeManager types) {
    EmptyTables empty = new EmptyTables();
    for (JsonNode table : tables) {
      List<ColumnMetadata> columns = new ArrayList<>();
      for (JsonNode column : table.get("columns")) {
        columns.add(
            new ColumnMetadata(
                column.get("name").asText(), types.fromSqlType(column.get("type").asText())));
      }
      HIDDEN.forEach((name, type) -> columns.add(hidden(name, types.fromSqlType(type))));
      empty.tables.put(
          new SchemaTableName(table.get("database").asText(), table.get("name").asText()), columns);
    }
    return empty;
  }

  private static ColumnMetadata hidden(String name, Type type) {
    return ColumnMetadata.builder().setName(name).setType(type).setHidden(true).build();
  }

  @Override
  public String getName() {
    return "empty";
  }

  @Override
  public Connector create(String catalog, Map<String, String> settings, ConnectorContext context) {
    return new Connector() {
      @Override
      public ConnectorTransactionHandle beginTransaction(
          IsolationLevel isolation, boolean readOnly, boolean autoCommit) {
        return Transaction.ONLY;
      }

      @Override
      public ConnectorMetadata getMetadata(
          ConnectorSession session, ConnectorTransactionHandle transaction) {
        return new Metadata();
      }

      @Override
      public ConnectorSplitManager getSplitManager() {
        return new ConnectorSplitManager() {};
      }
    };
  }

  private final class Metadata implements ConnectorMetadata {
    @Override
    public List<String> listSchemaNames(ConnectorSession session) {
      return tables.keySet().stream().map(SchemaTableName::getSchemaName).distinct().toList();
    }

    @Override
    public @Nullable ConnectorTableHandle getTableHandle(
        ConnectorSession session, SchemaTableName name) {
      return tables.containsKey(name) ? new Handle(name) : null;
    }

    @Override
    public ConnectorTableMetadata getTableMetadata(
        ConnectorSession session, ConnectorTableHandle table) {
      SchemaTableName name = ((Handle) table).name();
      return new ConnectorTableMetadata(name, columns(table));
    }

    @Override
    public List<SchemaTableName> listTables(ConnectorSession session, Optional<String> schema) {
      return List.copyOf(tables.keySet());
    }

    @Override
    public Map<SchemaTableName, List<ColumnMetadata>> listTableColumns(
        ConnectorSession session, SchemaTablePrefix prefix) {
      Map<SchemaTableName, List<ColumnMetadata>> listed = new LinkedHashMap<>();
      tables.forEach(
          (name, columns) -> {
            if (prefix.matches(name)) {
              listed.put(name, columns);
            }
          });
      return listed;
    }

    @Override
    public Map<String, ColumnHandle> getColumnHandles(
        ConnectorSession session, ConnectorTableHandle table) {
      Map<String, ColumnHandle> handles = new LinkedHashMap<>();
      columns(table).forEach(column -> handles.put(column.getName(), new Column(column.getName())));
      return handles;
    }

    @Override
    public ColumnMetadata getColumnMetadata(
        ConnectorSession session, ConnectorTableHandle table, ColumnHandle handle) {
      return columns(table).stream()
          .filter(column -> column.getName().equals(((Column) handle).name()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public ConnectorTableProperties getTableProperties(
        ConnectorSession session, ConnectorTableHandle table) {
      return new ConnectorTableProperties();
    }

    private List<ColumnMetadata> columns(ConnectorTableHandle table) {
      return Objects.requireNonNull(tables.get(((Handle) table).name()));
    }
  }
}

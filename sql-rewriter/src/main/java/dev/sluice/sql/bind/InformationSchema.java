package dev.sluice.sql.bind;

import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of {@code information_schema}, which every catalog has. Their columns are Trino's: a
 * test asks Trino 411 for them.
 */
public final class InformationSchema {
  public static final String NAME = "information_schema";

  private static final Map<String, Table> TABLES = new TreeMap<>();

  static {
    add("schemata", "catalog_name", "schema_name");
    add("tables", "table_catalog", "table_schema", "table_name", "table_type");
    add(
        "columns",
        "table_catalog",
        "table_schema",
        "table_name",
        "column_name",
        "ordinal_position",
        "column_default",
        "is_nullable",
        "data_type");
    add("views", "table_catalog", "table_schema", "table_name", "view_definition");
  }

  private InformationSchema() {}

  private static void add(String table, String... columns) {
    TABLES.put(
        table,
        Table.builder(new TableName(NAME, table))
            .columns(Arrays.stream(columns).map(InformationSchema::column).toList())
            .storage(Storage.of(TableFormat.UNKNOWN, ""))
            .build());
  }

  private static Column column(String name) {
    return new Column(name, name.equals("ordinal_position") ? Primitive.BIGINT : Primitive.STRING);
  }

  public static boolean isOf(TableName name) {
    return name.database().equals(NAME);
  }

  static Optional<Table> table(TableName name) {
    return Optional.ofNullable(TABLES.get(name.table()));
  }

  public static List<Table> tables() {
    return List.copyOf(TABLES.values());
  }
}

package dev.sluice.spectrum.client;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.InMemoryCatalog;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables that Redshift keeps itself, out of its information schema, which does not list
 * external ones (Amazon Redshift Database Developer Guide, r_CREATE_EXTERNAL_TABLE_usage) and so
 * costs no call to Glue.
 */
final class OwnTables {
  private static final String COLUMNS =
      "SELECT table_schema, table_name, column_name, data_type, character_maximum_length,"
          + " numeric_precision, numeric_scale FROM information_schema.columns"
          + " WHERE table_schema NOT IN ('information_schema', 'pg_catalog')"
          + " ORDER BY table_schema, table_name, ordinal_position";
  private static final Storage OWN =
      new Storage(TableFormat.ENGINE_OWN, null, null, null, Map.of(), null);

  private OwnTables() {}

  static InMemoryCatalog read(Statement statement) throws SQLException {
    Map<TableName, Table.Builder> tables = new TreeMap<>();
    try (ResultSet columns = statement.executeQuery(COLUMNS)) {
      while (columns.next()) {
        TableName name = new TableName(columns.getString(1), columns.getString(2));
        Table.Builder table =
            tables.computeIfAbsent(name, unused -> Table.builder(name).storage(OWN));
        String column = columns.getString(3);
        table.column(column, type(columns));
        if (isSpelledApart(name.database())
            || isSpelledApart(name.table())
            || isSpelledApart(column)) {
          table.problem(
              "a name in it has capital letters, which Sluice's SQL does not tell apart: "
                  + column);
        }
      }
    }
    InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
    tables.values().forEach(table -> catalog.table(table.build()));
    return catalog.build();
  }

  private static boolean isSpelledApart(String name) {
    return !name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static DataType type(ResultSet column) throws SQLException {
    String name = column.getString(4);
    int length = column.getInt(5);
    int precision = column.getInt(6);
    boolean isSized = !name.equals("numeric") || precision > 0;
    boolean isLong = !name.equals("character") || length > 0;
    return switch (isSized && isLong ? name : name + " without a size") {
      case "boolean" -> Primitive.BOOLEAN;
      case "smallint" -> Primitive.SMALLINT;
      case "integer" -> Primitive.INTEGER;
      case "bigint" -> Primitive.BIGINT;
      case "real" -> Primitive.REAL;
      case "double precision" -> Primitive.DOUBLE;
      case "numeric" -> new DataType.Decimal(precision, column.getInt(7));
      case "date" -> Primitive.DATE;
      case "timestamp without time zone" -> Primitive.TIMESTAMP;
      case "character" -> new DataType.Char(length);
      case "character varying" -> length == 0 ? Primitive.STRING : new DataType.Varchar(length);
      case "text" -> Primitive.STRING;
      default ->
          new DataType.Unsupported(
              name, "what Redshift's type " + name + " is in Athena's terms is not established");
    };
  }
}

package dev.sluice.jdbc;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalog has, as tools ask for it; no engine is asked. */
final class CatalogMetaData extends FixedMetaData {
  /** Athena's name of the Glue Data Catalog, which Sluice's SQL takes before a database's. */
  static final String CATALOG = "awsdatacatalog";

  static final String TABLE = "TABLE";
  static final String VIEW = "VIEW";

  private final SluiceConnection connection;

  CatalogMetaData(SluiceConnection connection) {
    this.connection = connection;
  }

  private Catalog catalog() throws SQLException {
    connection.requireOpen();
    return connection.sluice().catalog();
  }

  private static ResultSet none(List<ResultColumn> columns) {
    return listed(columns, List.of());
  }

  private static ResultSet listed(
      List<ResultColumn> columns, List<? extends List<? extends @Nullable Object>> rows) {
    return RowsResultSet.listed(columns, rows);
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public String getURL() {
    return connection.url().shown();
  }

  @Override
  public @Nullable String getUserName() {
    return connection.url().properties().get(DriverProperty.USER.key());
  }

  @Override
  public ResultSet getCatalogs() {
    return listed(MetaDataColumns.CATALOGS, List.of(List.of(CATALOG)));
  }

  @Override
  public ResultSet getTableTypes() {
    return listed(MetaDataColumns.TABLE_TYPES, List.of(List.of(TABLE), List.of(VIEW)));
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  public ResultSet getSchemas(@Nullable String catalog, @Nullable String schema)
      throws SQLException {
    LikePattern names = LikePattern.of(schema);
    return listed(
        MetaDataColumns.SCHEMAS,
        isAnother(catalog)
            ? List.of()
            : databases(names).stream().map(database -> List.of(database, CATALOG)).toList());
  }

  /** "" are those without a catalog, of which there are none. */
  private static boolean isAnother(@Nullable String catalog) {
    return catalog != null && !catalog.equalsIgnoreCase(CATALOG);
  }

  private List<String> databases(LikePattern names) throws SQLException {
    try {
      return catalog().databases().stream().filter(names::matches).toList();
    } catch (SluiceException e) {
      throw States.of(e);
    }
  }

  /** One that is named is not looked for: where there is none, it has no tables. */
  private List<String> databasesOfTables(@Nullable String catalog, LikePattern names)
      throws SQLException {
    if (isAnother(catalog)) {
      return List.of();
    }
    Optional<String> only = names.only();
    return only.isPresent() ? List.of(only.get()) : databases(names);
  }

  /** One table is looked up by its name, so that the catalog need not list its database. */
  private List<Table> tables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    LikePattern names = LikePattern.of(table);
    List<Table> found = new ArrayList<>();
    try {
      for (String database : databasesOfTables(catalog, LikePattern.of(schema))) {
        Optional<String> only = names.only();
        if (only.isPresent()) {
          catalog().table(new TableName(database, only.get())).ifPresent(found::add);
        } else {
          catalog().tables(database).stream()
              .filter(one -> names.matches(one.name().table()))
              .forEach(found::add);
        }
      }
    } catch (SluiceException e) {
      throw States.of(e);
    }
    return found;
  }

  private static String type(Table table) {
    TableFormat format = table.storage().format();
    return format == TableFormat.VIEW || format == TableFormat.DEFINER_VIEW ? VIEW : TABLE;
  }

  @Override
  public ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      String @Nullable [] types)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    tables(catalog, schema, name).stream()
        .filter(table -> types == null || Arrays.asList(types).contains(type(table)))
        .sorted(Comparator.comparing(CatalogMetaData::type).thenComparing(Table::name))
        .forEach(
            table ->
                rows.add(
                    Arrays.asList(
                        CATALOG,
                        table.name().database(),
                        table.name().table(),
                        type(table),
                        remarks(table),
                        null,
                        null,
                        null,
                        null,
                        null)));
    return listed(MetaDataColumns.TABLES, rows);
  }

  private static @Nullable String remarks(Table table) {
    return table.problem().orElse(table.parameters().get("comment"));
  }

  @Override
  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column)
      throws SQLException {
    LikePattern names = LikePattern.of(column);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Table one : tables(catalog, schema, table)) {
      int place = 1;
      for (Column each : one.allColumns()) {
        String remarks = remarks(one, each);
        for (Column shown : connection.flattens() ? FlatStructs.parts(each) : List.of(each)) {
          if (names.matches(shown.name())) {
            rows.add(row(one, shown, remarks, place));
          }
          place++;
        }
      }
    }
    return listed(MetaDataColumns.COLUMNS, rows);
  }

  private static List<@Nullable Object> row(
      Table table, Column column, @Nullable String remarks, int place) {
    JdbcType type = JdbcType.of(column.type());
    return Arrays.asList(
        CATALOG,
        table.name().database(),
        table.name().table(),
        column.name(),
        type.code(),
        column.type().toString(),
        type.precision(),
        null,
        type.isNumber() || type.isTimestamp() ? type.scale() : null,
        type.isNumber() ? 10 : null,
        columnNullable,
        remarks,
        null,
        null,
        null,
        type.isText() ? type.precision() : null,
        place,
        "YES",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  /** Says of a partition key that it is one: which columns cost nothing to filter by. */
  private static @Nullable String remarks(Table table, Column column) {
    if (!table.partitionKeys().contains(column)) {
      return column.comment();
    }
    return column.comment() == null ? "partition key" : "partition key: " + column.comment();
  }

  @Override
  public ResultSet getTypeInfo() {
    return listed(MetaDataColumns.TYPES, TypeInfo.rows());
  }

  @Override
  public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, String table) {
    return none(MetaDataColumns.PRIMARY_KEYS);
  }

  @Override
  public ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, String table) {
    return none(MetaDataColumns.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, String table) {
    return none(MetaDataColumns.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      String foreignTable) {
    return none(MetaDataColumns.FOREIGN_KEYS);
  }

  @Override
  public ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      String table,
      boolean unique,
      boolean approximate) {
    return none(MetaDataColumns.INDEXES);
  }

  @Override
  public ResultSet getBestRowIdentifier(
      @Nullable String catalog,
      @Nullable String schema,
      String table,
      int scope,
      boolean nullable) {
    return none(MetaDataColumns.ROW_IDENTIFIERS);
  }

  @Override
  public ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, String table) {
    return none(MetaDataColumns.ROW_IDENTIFIERS);
  }

  @Override
  public ResultSet getProcedures(
      @Nullable String catalog, @Nullable String schema, @Nullable String name) {
    return none(MetaDataColumns.PROCEDURES);
  }

  @Override
  public ResultSet getProcedureColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String column) {
    return none(MetaDataColumns.PROCEDURE_COLUMNS);
  }

  @Override
  public ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schema, @Nullable String name) {
    return none(MetaDataColumns.FUNCTIONS);
  }

  @Override
  public ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String column) {
    return none(MetaDataColumns.FUNCTION_COLUMNS);
  }

  @Override
  public ResultSet getColumnPrivileges(
      @Nullable String catalog, @Nullable String schema, String table, @Nullable String column) {
    return none(MetaDataColumns.COLUMN_PRIVILEGES);
  }

  @Override
  public ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schema, @Nullable String table) {
    return none(MetaDataColumns.TABLE_PRIVILEGES);
  }

  @Override
  public ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      int @Nullable [] types) {
    return none(MetaDataColumns.UDTS);
  }

  @Override
  public ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schema, @Nullable String name) {
    return none(MetaDataColumns.SUPER_TYPES);
  }

  @Override
  public ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schema, @Nullable String name) {
    return none(MetaDataColumns.SUPER_TABLES);
  }

  @Override
  public ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String attribute) {
    return none(MetaDataColumns.ATTRIBUTES);
  }

  @Override
  public ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String column) {
    return none(MetaDataColumns.PSEUDO_COLUMNS);
  }

  @Override
  public ResultSet getClientInfoProperties() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ClientInfo.NAMES.forEach(
        (name, what) -> rows.add(Arrays.asList(name, ClientInfo.SHOWN, null, what)));
    return listed(MetaDataColumns.CLIENT_INFO, rows);
  }

  @Override
  public String getSQLKeywords() {
    return "";
  }

  @Override
  public String getNumericFunctions() {
    return ScalarFunctions.names(ScalarFunctions.Kind.NUMERIC);
  }

  @Override
  public String getStringFunctions() {
    return ScalarFunctions.names(ScalarFunctions.Kind.STRING);
  }

  @Override
  public String getSystemFunctions() {
    return ScalarFunctions.names(ScalarFunctions.Kind.SYSTEM);
  }

  @Override
  public String getTimeDateFunctions() {
    return ScalarFunctions.names(ScalarFunctions.Kind.TIME_DATE);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}

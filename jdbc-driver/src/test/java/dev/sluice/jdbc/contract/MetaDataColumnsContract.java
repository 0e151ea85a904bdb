package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The columns of what {@link DatabaseMetaData} returns: names, order and types as its documentation
 * (Java 17) lists them. Texts are strings there, and may be CHAR or VARCHAR.
 */
abstract class MetaDataColumnsContract extends Contract {
  private static final String LISTED =
      """
      getCatalogs            |TABLE_CAT
      getSchemas             |TABLE_SCHEM TABLE_CATALOG
      getSchemasOf           |TABLE_SCHEM TABLE_CATALOG
      getTableTypes          |TABLE_TYPE
      getTables              |TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM TYPE_NAME SELF_REFERENCING_COL_NAME REF_GENERATION
      getColumns             |TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int BUFFER_LENGTH:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS COLUMN_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short IS_AUTOINCREMENT IS_GENERATEDCOLUMN
      getColumnPrivileges    |TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE
      getTablePrivileges     |TABLE_CAT TABLE_SCHEM TABLE_NAME GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE
      getBestRowIdentifier   |SCOPE:short COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int BUFFER_LENGTH:int DECIMAL_DIGITS:short PSEUDO_COLUMN:short
      getVersionColumns      |SCOPE:short COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int BUFFER_LENGTH:int DECIMAL_DIGITS:short PSEUDO_COLUMN:short
      getPrimaryKeys         |TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ:short PK_NAME
      getImportedKeys        |PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME PK_NAME DEFERRABILITY:short
      getExportedKeys        |PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME PK_NAME DEFERRABILITY:short
      getCrossReference      |PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME PK_NAME DEFERRABILITY:short
      getTypeInfo            |TYPE_NAME DATA_TYPE:int PRECISION:int LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS NULLABLE:short CASE_SENSITIVE:boolean SEARCHABLE:short UNSIGNED_ATTRIBUTE:boolean FIXED_PREC_SCALE:boolean AUTO_INCREMENT:boolean LOCAL_TYPE_NAME MINIMUM_SCALE:short MAXIMUM_SCALE:short SQL_DATA_TYPE:int SQL_DATETIME_SUB:int NUM_PREC_RADIX:int
      getIndexInfo           |TABLE_CAT TABLE_SCHEM TABLE_NAME NON_UNIQUE:boolean INDEX_QUALIFIER INDEX_NAME TYPE:short ORDINAL_POSITION:short COLUMN_NAME ASC_OR_DESC CARDINALITY:long PAGES:long FILTER_CONDITION
      ~getUDTs               |TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE:int REMARKS BASE_TYPE:short
      getSuperTypes          |TYPE_CAT TYPE_SCHEM TYPE_NAME SUPERTYPE_CAT SUPERTYPE_SCHEM SUPERTYPE_NAME
      getSuperTables         |TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME
      getAttributes          |TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE:int ATTR_TYPE_NAME ATTR_SIZE:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS ATTR_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short
      ~getFunctions          |FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME REMARKS FUNCTION_TYPE:short SPECIFIC_NAME
      ~getFunctionColumns    |FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME COLUMN_NAME COLUMN_TYPE:short DATA_TYPE:int TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short REMARKS CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME
      getProcedures          |PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME - - - REMARKS PROCEDURE_TYPE:short SPECIFIC_NAME
      getProcedureColumns    |PROCEDURE_CAT PROCEDURE_SCHEM PROCEDURE_NAME COLUMN_NAME COLUMN_TYPE:short DATA_TYPE:int TYPE_NAME PRECISION:int LENGTH:int SCALE:short RADIX:short NULLABLE:short REMARKS COLUMN_DEF SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SPECIFIC_NAME
      getPseudoColumns       |TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int COLUMN_SIZE:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int COLUMN_USAGE REMARKS CHAR_OCTET_LENGTH:int IS_NULLABLE
      getClientInfoProperties|NAME MAX_LEN:int DEFAULT_VALUE DESCRIPTION
      """;

  /** Calls of those that are in the list, about a table that is there. */
  private interface Call {
    ResultSet of(DatabaseMetaData metadata) throws SQLException;
  }

  private static final Map<String, Call> CALLS =
      Map.ofEntries(
          Map.entry("getCatalogs", DatabaseMetaData::getCatalogs),
          Map.entry("getSchemas", DatabaseMetaData::getSchemas),
          Map.entry("getSchemasOf", of -> of.getSchemas(null, "web")),
          Map.entry("getTableTypes", DatabaseMetaData::getTableTypes),
          Map.entry("getTables", of -> of.getTables(null, "web", "%", null)),
          Map.entry("getColumns", of -> of.getColumns(null, "web", "%", "%")),
          Map.entry(
              "getColumnPrivileges", of -> of.getColumnPrivileges(null, "web", "all_types", "%")),
          Map.entry("getTablePrivileges", of -> of.getTablePrivileges(null, "web", "none")),
          Map.entry(
              "getBestRowIdentifier",
              of ->
                  of.getBestRowIdentifier(
                      null, "web", "all_types", DatabaseMetaData.bestRowSession, true)),
          Map.entry("getVersionColumns", of -> of.getVersionColumns(null, "web", "all_types")),
          Map.entry("getPrimaryKeys", of -> of.getPrimaryKeys(null, "web", "all_types")),
          Map.entry("getImportedKeys", of -> of.getImportedKeys(null, "web", "all_types")),
          Map.entry("getExportedKeys", of -> of.getExportedKeys(null, "web", "all_types")),
          Map.entry(
              "getCrossReference",
              of -> of.getCrossReference(null, "web", "all_types", null, "web", "by_day")),
          Map.entry("getTypeInfo", DatabaseMetaData::getTypeInfo),
          Map.entry("getIndexInfo", of -> of.getIndexInfo(null, "web", "all_types", false, false)),
          Map.entry("getUDTs", of -> of.getUDTs(null, "web", "%", null)),
          Map.entry("getSuperTypes", of -> of.getSuperTypes(null, "web", "%")),
          Map.entry("getSuperTables", of -> of.getSuperTables(null, "web", "%")),
          Map.entry("getAttributes", of -> of.getAttributes(null, "web", "%", "%")),
          Map.entry("getFunctions", of -> of.getFunctions(null, "web", "%")),
          Map.entry("getFunctionColumns", of -> of.getFunctionColumns(null, "web", "%", "%")),
          Map.entry("getProcedures", of -> of.getProcedures(null, "web", "%")),
          Map.entry("getProcedureColumns", of -> of.getProcedureColumns(null, "web", "%", "%")),
          Map.entry("getPseudoColumns", of -> of.getPseudoColumns(null, "web", "none", "%")),
          Map.entry("getClientInfoProperties", DatabaseMetaData::getClientInfoProperties));

  MetaDataColumnsContract(DriverUnderTest driver) throws SQLException {
    super(driver);
  }

  /**
   * @param columns a name, and after a colon the type where it is no string
   */
  record Listing(String method, List<String> columns) {
    @Override
    public String toString() {
      return method;
    }
  }

  Stream<Listing> listings() {
    return cells(LISTED)
        .filter(line -> driver.isSluice() || !line.get(0).startsWith("~"))
        .map(
            line ->
                new Listing(
                    line.get(0).replace("~", ""), Arrays.asList(line.get(1).split(" ", -1))));
  }

  private ResultSet call(Listing listing) throws SQLException {
    return Objects.requireNonNull(CALLS.get(listing.method)).of(connection.getMetaData());
  }

  @ParameterizedTest
  @MethodSource("listings")
  void haveTheNamesAndOrderOfTheDocumentation(Listing listing) throws SQLException {
    try (ResultSet rows = call(listing)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= listing.columns.size(); i++) {
        boolean reserved = listing.columns.get(i - 1).equals("-");
        names.add(reserved ? "-" : columns.getColumnLabel(i));
      }
      assertThat(names)
          .isEqualTo(listing.columns.stream().map(column -> column.split(":", 2)[0]).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void haveTheTypesOfTheDocumentation(Listing listing) throws SQLException {
    try (ResultSet rows = call(listing)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> types = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 1; i <= listing.columns.size(); i++) {
        String column = listing.columns.get(i - 1);
        if (!column.equals("-")) {
          types.add(columns.getColumnLabel(i) + ":" + java(columns.getColumnType(i)));
          expected.add(column.contains(":") ? column : column + ":string");
        }
      }
      assertThat(types).isEqualTo(expected);
    }
  }

  private static String java(int type) {
    return switch (type) {
      case Types.CHAR, Types.VARCHAR -> "string";
      case Types.INTEGER -> "int";
      case Types.SMALLINT -> "short";
      case Types.BIGINT -> "long";
      case Types.BOOLEAN, Types.BIT -> "boolean";
      default -> "type " + type;
    };
  }

  /** Rows that are listed are read like those of a query, to their end. */
  @ParameterizedTest
  @MethodSource("listings")
  void areReadLikeThoseOfAQuery(Listing listing) throws SQLException {
    try (ResultSet rows = call(listing)) {
      assertThat(rows.getType())
          .isIn(ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE);
      String first = rows.getMetaData().getColumnLabel(1);
      assertThat(rows.findColumn(first)).isEqualTo(1);
      while (rows.next()) {
        assertThat(rows.getString(first)).isEqualTo(rows.getString(1));
      }
      assertRefused(() -> rows.getString(1));
      rows.close();
      assertRefused(rows::next);
    }
  }
}

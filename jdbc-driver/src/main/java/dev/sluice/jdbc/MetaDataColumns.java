package dev.sluice.jdbc;

import dev.sluice.DataType.Primitive;
import dev.sluice.ResultColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of what metadata returns, as {@link java.sql.DatabaseMetaData} lists them. */
final class MetaDataColumns {
  static final List<ResultColumn> CATALOGS = texts("TABLE_CAT");
  static final List<ResultColumn> SCHEMAS = texts("TABLE_SCHEM", "TABLE_CATALOG");
  static final List<ResultColumn> TABLE_TYPES = texts("TABLE_TYPE");
  static final List<ResultColumn> TABLES =
      texts(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "TABLE_TYPE",
          "REMARKS",
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "SELF_REFERENCING_COL_NAME",
          "REF_GENERATION");
  static final List<ResultColumn> COLUMNS =
      all(
          texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME"),
          integers("DATA_TYPE"),
          texts("TYPE_NAME"),
          integers("COLUMN_SIZE", "BUFFER_LENGTH", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE"),
          texts("REMARKS", "COLUMN_DEF"),
          integers("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION"),
          texts("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE"),
          smalls("SOURCE_DATA_TYPE"),
          texts("IS_AUTOINCREMENT", "IS_GENERATEDCOLUMN"));
  static final List<ResultColumn> TYPES =
      all(
          texts("TYPE_NAME"),
          integers("DATA_TYPE", "PRECISION"),
          texts("LITERAL_PREFIX", "LITERAL_SUFFIX", "CREATE_PARAMS"),
          smalls("NULLABLE"),
          truths("CASE_SENSITIVE"),
          smalls("SEARCHABLE"),
          truths("UNSIGNED_ATTRIBUTE", "FIXED_PREC_SCALE", "AUTO_INCREMENT"),
          texts("LOCAL_TYPE_NAME"),
          smalls("MINIMUM_SCALE", "MAXIMUM_SCALE"),
          integers("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "NUM_PREC_RADIX"));
  static final List<ResultColumn> PRIMARY_KEYS =
      all(
          texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME"),
          smalls("KEY_SEQ"),
          texts("PK_NAME"));
  static final List<ResultColumn> FOREIGN_KEYS =
      all(
          texts("PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "PKCOLUMN_NAME"),
          texts("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "FKCOLUMN_NAME"),
          smalls("KEY_SEQ", "UPDATE_RULE", "DELETE_RULE"),
          texts("FK_NAME", "PK_NAME"),
          smalls("DEFERRABILITY"));
  static final List<ResultColumn> INDEXES =
      all(
          texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME"),
          truths("NON_UNIQUE"),
          texts("INDEX_QUALIFIER", "INDEX_NAME"),
          smalls("TYPE", "ORDINAL_POSITION"),
          texts("COLUMN_NAME", "ASC_OR_DESC"),
          longs("CARDINALITY", "PAGES"),
          texts("FILTER_CONDITION"));
  static final List<ResultColumn> ROW_IDENTIFIERS =
      all(
          smalls("SCOPE"),
          texts("COLUMN_NAME"),
          integers("DATA_TYPE"),
          texts("TYPE_NAME"),
          integers("COLUMN_SIZE", "BUFFER_LENGTH"),
          smalls("DECIMAL_DIGITS", "PSEUDO_COLUMN"));
  static final List<ResultColumn> PROCEDURES =
      all(
          texts("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME"),
          texts("RESERVED1", "RESERVED2", "RESERVED3", "REMARKS"),
          smalls("PROCEDURE_TYPE"),
          texts("SPECIFIC_NAME"));
  static final List<ResultColumn> PROCEDURE_COLUMNS =
      all(
          texts("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME", "COLUMN_NAME"),
          smalls("COLUMN_TYPE"),
          integers("DATA_TYPE"),
          texts("TYPE_NAME"),
          integers("PRECISION", "LENGTH"),
          smalls("SCALE", "RADIX", "NULLABLE"),
          texts("REMARKS", "COLUMN_DEF"),
          integers("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION"),
          texts("IS_NULLABLE", "SPECIFIC_NAME"));
  static final List<ResultColumn> FUNCTIONS =
      all(
          texts("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "REMARKS"),
          smalls("FUNCTION_TYPE"),
          texts("SPECIFIC_NAME"));
  static final List<ResultColumn> FUNCTION_COLUMNS =
      all(
          texts("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "COLUMN_NAME"),
          smalls("COLUMN_TYPE"),
          integers("DATA_TYPE"),
          texts("TYPE_NAME"),
          integers("PRECISION", "LENGTH"),
          smalls("SCALE", "RADIX", "NULLABLE"),
          texts("REMARKS"),
          integers("CHAR_OCTET_LENGTH", "ORDINAL_POSITION"),
          texts("IS_NULLABLE", "SPECIFIC_NAME"));
  static final List<ResultColumn> COLUMN_PRIVILEGES =
      texts(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "COLUMN_NAME",
          "GRANTOR",
          "GRANTEE",
          "PRIVILEGE",
          "IS_GRANTABLE");
  static final List<ResultColumn> TABLE_PRIVILEGES =
      texts(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "GRANTOR",
          "GRANTEE",
          "PRIVILEGE",
          "IS_GRANTABLE");
  static final List<ResultColumn> UDTS =
      all(
          texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "CLASS_NAME"),
          integers("DATA_TYPE"),
          texts("REMARKS"),
          smalls("BASE_TYPE"));
  static final List<ResultColumn> SUPER_TYPES =
      texts(
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "SUPERTYPE_CAT",
          "SUPERTYPE_SCHEM",
          "SUPERTYPE_NAME");
  static final List<ResultColumn> SUPER_TABLES =
      texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "SUPERTABLE_NAME");
  static final List<ResultColumn> ATTRIBUTES =
      all(
          texts("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "ATTR_NAME"),
          integers("DATA_TYPE"),
          texts("ATTR_TYPE_NAME"),
          integers("ATTR_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE"),
          texts("REMARKS", "ATTR_DEF"),
          integers("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION"),
          texts("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE"),
          smalls("SOURCE_DATA_TYPE"));
  static final List<ResultColumn> PSEUDO_COLUMNS =
      all(
          texts("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME"),
          integers("DATA_TYPE", "COLUMN_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX"),
          texts("COLUMN_USAGE", "REMARKS"),
          integers("CHAR_OCTET_LENGTH"),
          texts("IS_NULLABLE"));
  static final List<ResultColumn> CLIENT_INFO =
      all(texts("NAME"), integers("MAX_LEN"), texts("DEFAULT_VALUE", "DESCRIPTION"));

  private MetaDataColumns() {}

  private static List<ResultColumn> texts(String... names) {
    return of(Primitive.STRING, names);
  }

  private static List<ResultColumn> integers(String... names) {
    return of(Primitive.INTEGER, names);
  }

  private static List<ResultColumn> smalls(String... names) {
    return of(Primitive.SMALLINT, names);
  }

  private static List<ResultColumn> longs(String... names) {
    return of(Primitive.BIGINT, names);
  }

  private static List<ResultColumn> truths(String... names) {
    return of(Primitive.BOOLEAN, names);
  }

  private static List<ResultColumn> of(Primitive type, String... names) {
    return Arrays.stream(names).map(name -> new ResultColumn(name, type)).toList();
  }

  @SafeVarargs
  private static List<ResultColumn> all(List<ResultColumn>... parts) {
    List<ResultColumn> all = new ArrayList<>();
    for (List<ResultColumn> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}

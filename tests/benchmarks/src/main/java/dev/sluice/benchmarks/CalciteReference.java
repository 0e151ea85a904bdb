package dev.sluice.benchmarks;

import dev.sluice.DataType;
import dev.sluice.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.Lex;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.StructKind;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The measure beside Sluice: Calcite's own parser and validator on the same texts and tables, each
 * query with a validator of its own and nothing rewritten or printed.
 */
final class CalciteReference {
  private static final SqlParser.Config PARSER =
      SqlParser.config()
          .withLex(Lex.MYSQL_ANSI)
          .withUnquotedCasing(Casing.TO_LOWER)
          .withQuotedCasing(Casing.TO_LOWER)
          .withIdentifierMaxLength(Integer.MAX_VALUE)
          .withConformance(SqlConformanceEnum.LENIENT);

  private final RelDataTypeFactory types = new Utf8Types();
  private final SqlOperatorTable operators = new AnyCase();
  private final CalciteCatalogReader catalog;

  CalciteReference(Suite suite) {
    CalciteSchema root = CalciteSchema.createRootSchema(false);
    for (Table table : suite.tables()) {
      String database = table.name().database();
      CalciteSchema schema = root.getSubSchema(database, true);
      if (schema == null) {
        schema = root.add(database, new org.apache.calcite.schema.impl.AbstractSchema());
      }
      schema.add(table.name().table(), new Wrapped(table));
    }
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "true");
    CalciteConnectionConfig config = new CalciteConnectionConfigImpl(properties);
    catalog = new CalciteCatalogReader(root, List.of(), types, config);
  }

  SqlNode parse(String sql) throws SqlParseException {
    return SqlParser.create(sql, PARSER).parseQuery();
  }

  SqlNode validate(String sql) throws SqlParseException {
    SqlValidator.Config config =
        SqlValidator.Config.DEFAULT
            .withConformance(SqlConformanceEnum.LENIENT)
            .withCallRewrite(false)
            .withIdentifierExpansion(true);
    return SqlValidatorUtil.newValidator(operators, catalog, types, config).validate(parse(sql));
  }

  /** Calcite's literals are Latin-1 unless told otherwise, and then match no UTF-8 column. */
  private static final class Utf8Types extends JavaTypeFactoryImpl {
    Utf8Types() {
      super(RelDataTypeSystem.DEFAULT);
    }

    @Override
    public Charset getDefaultCharset() {
      return StandardCharsets.UTF_8;
    }
  }

  /** The texts say {@code "sum"} and {@code substr}; names of tables keep their case. */
  private static final class AnyCase implements SqlOperatorTable {
    private static final SqlNameMatcher MATCHER = SqlNameMatchers.withCaseSensitive(false);
    private final SqlOperatorTable operators =
        SqlOperatorTables.chain(
            SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
                List.of(SqlLibrary.STANDARD, SqlLibrary.ORACLE, SqlLibrary.MYSQL)),
            SqlOperatorTables.of(SqlLibraryOperators.DATE));

    @Override
    public void lookupOperatorOverloads(
        SqlIdentifier name,
        @Nullable SqlFunctionCategory category,
        SqlSyntax syntax,
        List<SqlOperator> found,
        SqlNameMatcher matcher) {
      operators.lookupOperatorOverloads(name, category, syntax, found, MATCHER);
    }

    @Override
    public List<SqlOperator> getOperatorList() {
      return operators.getOperatorList();
    }
  }

  private static final class Wrapped extends AbstractTable {
    private final Table table;

    Wrapped(Table table) {
      this.table = table;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
      RelDataTypeFactory.Builder row = factory.builder();
      table.allColumns().forEach(column -> row.add(column.name(), type(column.type(), factory)));
      return row.build();
    }

    private static RelDataType type(DataType type, RelDataTypeFactory factory) {
      return factory.createTypeWithNullability(bare(type, factory), true);
    }

    private static RelDataType bare(DataType type, RelDataTypeFactory factory) {
      if (type instanceof DataType.Struct struct) {
        RelDataTypeFactory.Builder row = factory.builder().kind(StructKind.PEEK_FIELDS_NO_EXPAND);
        struct.fields().forEach(field -> row.add(field.name(), type(field.type(), factory)));
        return row.build();
      } else if (type instanceof DataType.Array array) {
        return factory.createArrayType(type(array.element(), factory), -1);
      } else if (type instanceof DataType.MapOf map) {
        return factory.createMapType(type(map.key(), factory), type(map.value(), factory));
      } else if (type instanceof DataType.Decimal decimal) {
        int precision = Math.min(decimal.precision(), 19);
        return factory.createSqlType(SqlTypeName.DECIMAL, precision, decimal.scale());
      } else if (type instanceof DataType.Varchar varchar) {
        return factory.createSqlType(SqlTypeName.VARCHAR, varchar.length());
      }
      return factory.createSqlType(scalar((DataType.Primitive) type));
    }

    private static SqlTypeName scalar(DataType.Primitive type) {
      return switch (type) {
        case BOOLEAN -> SqlTypeName.BOOLEAN;
        case TINYINT -> SqlTypeName.TINYINT;
        case SMALLINT -> SqlTypeName.SMALLINT;
        case INTEGER -> SqlTypeName.INTEGER;
        case BIGINT -> SqlTypeName.BIGINT;
        case REAL -> SqlTypeName.REAL;
        case DOUBLE -> SqlTypeName.DOUBLE;
        case STRING -> SqlTypeName.VARCHAR;
        case BINARY -> SqlTypeName.VARBINARY;
        case DATE -> SqlTypeName.DATE;
        case TIMESTAMP -> SqlTypeName.TIMESTAMP;
        case TIMESTAMP_WITH_TIME_ZONE -> SqlTypeName.TIMESTAMP_TZ;
        case UNKNOWN -> SqlTypeName.NULL;
      };
    }
  }
}

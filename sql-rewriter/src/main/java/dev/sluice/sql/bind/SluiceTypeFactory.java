package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.StructKind;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Maps the catalog's types to Calcite's and back. Every type made here is nullable. */
public final class SluiceTypeFactory extends SqlTypeFactoryImpl {

  public SluiceTypeFactory() {
    super(new TrinoTypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /** A text literal is a varchar of its length, as in Trino; Calcite makes it a char. */
  @Override
  public RelDataType createSqlType(SqlTypeName typeName, int precision) {
    return super.createSqlType(
        typeName == SqlTypeName.CHAR ? SqlTypeName.VARCHAR : typeName, precision);
  }

  /** A real and any exact number are a real together, as in Trino; Calcite makes them a double. */
  @Override
  public @Nullable RelDataType leastRestrictive(List<RelDataType> types) {
    boolean real = types.stream().anyMatch(type -> type.getSqlTypeName() == SqlTypeName.REAL);
    boolean others =
        types.stream()
            .allMatch(
                type ->
                    type.getSqlTypeName() == SqlTypeName.REAL
                        || type.getSqlTypeName() == SqlTypeName.NULL
                        || SqlTypeUtil.isExactNumeric(type));
    return real && others
        ? createTypeWithNullability(createSqlType(SqlTypeName.REAL), true)
        : super.leastRestrictive(types);
  }

  public RelDataType toCalcite(DataType type) {
    return createTypeWithNullability(convert(type), true);
  }

  private RelDataType convert(DataType type) {
    if (type instanceof DataType.Primitive primitive) {
      return convert(primitive);
    } else if (type instanceof DataType.Decimal decimal) {
      return createSqlType(SqlTypeName.DECIMAL, decimal.precision(), decimal.scale());
    } else if (type instanceof DataType.Char text) {
      return super.createSqlType(SqlTypeName.CHAR, text.length());
    } else if (type instanceof DataType.Varchar text) {
      return createSqlType(SqlTypeName.VARCHAR, text.length());
    } else if (type instanceof DataType.Array array) {
      return createArrayType(toCalcite(array.element()), -1);
    } else if (type instanceof DataType.MapOf map) {
      return createMapType(toCalcite(map.key()), toCalcite(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      return convert(struct);
    }
    return createSqlType(SqlTypeName.ANY);
  }

  private RelDataType convert(DataType.Struct struct) {
    List<RelDataType> types = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (DataType.Field field : struct.fields()) {
      types.add(toCalcite(field.type()));
      names.add(field.name());
    }
    return createStructType(StructKind.PEEK_FIELDS_NO_EXPAND, types, names);
  }

  private RelDataType convert(DataType.Primitive primitive) {
    return switch (primitive) {
      case BOOLEAN -> createSqlType(SqlTypeName.BOOLEAN);
      case TINYINT -> createSqlType(SqlTypeName.TINYINT);
      case SMALLINT -> createSqlType(SqlTypeName.SMALLINT);
      case INTEGER -> createSqlType(SqlTypeName.INTEGER);
      case BIGINT -> createSqlType(SqlTypeName.BIGINT);
      case REAL -> createSqlType(SqlTypeName.REAL);
      case DOUBLE -> createSqlType(SqlTypeName.DOUBLE);
      case STRING -> createSqlType(SqlTypeName.VARCHAR);
      case BINARY -> createSqlType(SqlTypeName.VARBINARY);
      case DATE -> createSqlType(SqlTypeName.DATE);
      case TIMESTAMP -> createSqlType(SqlTypeName.TIMESTAMP, TrinoTypeSystem.TIMESTAMP_PRECISION);
      case TIMESTAMP_WITH_TIME_ZONE ->
          createSqlType(SqlTypeName.TIMESTAMP_TZ, TrinoTypeSystem.TIMESTAMP_PRECISION);
      case UNKNOWN -> createSqlType(SqlTypeName.NULL);
    };
  }

  /** The type as Sluice's users see it; types that Sluice has no name for are unsupported. */
  public static DataType fromCalcite(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case BOOLEAN -> DataType.Primitive.BOOLEAN;
      case TINYINT -> DataType.Primitive.TINYINT;
      case SMALLINT -> DataType.Primitive.SMALLINT;
      case INTEGER -> DataType.Primitive.INTEGER;
      case BIGINT -> DataType.Primitive.BIGINT;
      case REAL -> DataType.Primitive.REAL;
      case FLOAT, DOUBLE -> DataType.Primitive.DOUBLE;
      case DECIMAL -> new DataType.Decimal(type.getPrecision(), type.getScale());
      case CHAR -> new DataType.Char(type.getPrecision());
      case VARCHAR ->
          type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
              ? DataType.Primitive.STRING
              : new DataType.Varchar(type.getPrecision());
      case BINARY, VARBINARY -> DataType.Primitive.BINARY;
      case DATE -> DataType.Primitive.DATE;
      case TIMESTAMP -> DataType.Primitive.TIMESTAMP;
      case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
          DataType.Primitive.TIMESTAMP_WITH_TIME_ZONE;
      case NULL -> DataType.Primitive.UNKNOWN;
      case ARRAY -> new DataType.Array(fromCalcite(component(type)));
      case MAP -> new DataType.MapOf(fromCalcite(key(type)), fromCalcite(value(type)));
      case ROW -> struct(type);
      default ->
          new DataType.Unsupported(
              type.toString(), "Sluice has no name for the type " + type + " yet");
    };
  }

  private static DataType.Struct struct(RelDataType type) {
    List<DataType.Field> fields = new ArrayList<>();
    for (RelDataTypeField field : type.getFieldList()) {
      fields.add(new DataType.Field(field.getName(), fromCalcite(field.getType())));
    }
    return new DataType.Struct(fields);
  }

  private static RelDataType component(RelDataType type) {
    return java.util.Objects.requireNonNull(type.getComponentType(), "component type");
  }

  private static RelDataType key(RelDataType type) {
    return java.util.Objects.requireNonNull(type.getKeyType(), "key type");
  }

  private static RelDataType value(RelDataType type) {
    return java.util.Objects.requireNonNull(type.getValueType(), "value type");
  }
}

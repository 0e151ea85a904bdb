package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;

/** The catalog's types in Spark's terms, and back. */
final class SparkTypes {
  private SparkTypes() {}

  /** Char and varchar are text to Spark's readers; {@link Fit} sees to their length. */
  static org.apache.spark.sql.types.DataType of(DataType type) {
    if (type instanceof Primitive primitive) {
      return of(primitive);
    } else if (type instanceof DataType.Timestamp timestamp) {
      return of(timestamp.inMilliseconds());
    } else if (type instanceof DataType.Decimal decimal) {
      return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
    } else if (type instanceof DataType.Array array) {
      return DataTypes.createArrayType(of(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      return DataTypes.createMapType(of(map.key()), of(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      List<StructField> fields = new ArrayList<>();
      struct.fields().forEach(field -> fields.add(field(field.name(), of(field.type()))));
      return DataTypes.createStructType(fields);
    } else if (type instanceof DataType.Unsupported unsupported) {
      throw new WorkerException(
          "Spark cannot read type " + unsupported.text() + ": " + unsupported.reason());
    } else {
      return DataTypes.StringType;
    }
  }

  /**
   * What a reader is asked for: readers cut larger numbers to the small types without a word, so
   * those are read as int and narrowed by {@link Fit}, which fails where a number does not fit.
   */
  static org.apache.spark.sql.types.DataType asked(DataType type) {
    return of(withoutSmallNumbers(type));
  }

  private static DataType withoutSmallNumbers(DataType type) {
    if (type == Primitive.TINYINT || type == Primitive.SMALLINT) {
      return Primitive.INTEGER;
    } else if (type instanceof DataType.Array array) {
      return new DataType.Array(withoutSmallNumbers(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      return new DataType.MapOf(map.key(), withoutSmallNumbers(map.value()));
    } else if (type instanceof DataType.Struct struct) {
      return new DataType.Struct(
          struct.fields().stream()
              .map(f -> new DataType.Field(f.name(), withoutSmallNumbers(f.type())))
              .toList());
    }
    return type;
  }

  private static org.apache.spark.sql.types.DataType of(Primitive type) {
    return switch (type) {
      case BOOLEAN -> DataTypes.BooleanType;
      case TINYINT -> DataTypes.ByteType;
      case SMALLINT -> DataTypes.ShortType;
      case INTEGER -> DataTypes.IntegerType;
      case BIGINT -> DataTypes.LongType;
      case REAL -> DataTypes.FloatType;
      case DOUBLE -> DataTypes.DoubleType;
      case STRING -> DataTypes.StringType;
      case BINARY -> DataTypes.BinaryType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> DataTypes.TimestampType;
      case UNKNOWN -> DataTypes.NullType;
    };
  }

  /** The columns of a table as a query sees them. */
  static StructType schema(List<Column> columns) {
    StructType schema = new StructType();
    for (Column column : columns) {
      schema = schema.add(field(column.name(), of(column.type())));
    }
    return schema;
  }

  /** The columns as {@link #asked} for. */
  static StructType askedSchema(List<Column> columns) {
    StructType schema = new StructType();
    for (Column column : columns) {
      schema = schema.add(field(column.name(), asked(column.type())));
    }
    return schema;
  }

  static StructField field(String name, org.apache.spark.sql.types.DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  /** A type of Spark's as the API names it; what the API has no name for is unsupported. */
  static DataType from(org.apache.spark.sql.types.DataType type) {
    if (type instanceof DecimalType decimal) {
      return new DataType.Decimal(decimal.precision(), decimal.scale());
    } else if (type instanceof CharType text) {
      return new DataType.Char(text.length());
    } else if (type instanceof VarcharType text) {
      return new DataType.Varchar(text.length());
    } else if (type instanceof StringType) {
      return Primitive.STRING;
    } else if (type instanceof ArrayType array) {
      return new DataType.Array(from(array.elementType()));
    } else if (type instanceof MapType map) {
      return new DataType.MapOf(from(map.keyType()), from(map.valueType()));
    } else if (type instanceof StructType struct) {
      List<DataType.Field> fields = new ArrayList<>();
      for (StructField field : struct.fields()) {
        fields.add(new DataType.Field(field.name(), from(field.dataType())));
      }
      return new DataType.Struct(fields);
    } else {
      return fromSimple(type);
    }
  }

  private static DataType fromSimple(org.apache.spark.sql.types.DataType type) {
    if (type.equals(DataTypes.TimestampNTZType)) {
      return Primitive.TIMESTAMP;
    }
    for (Primitive primitive : Primitive.values()) {
      if (of(primitive).equals(type)) {
        return primitive;
      }
    }
    return new DataType.Unsupported(type.catalogString(), "Sluice has no such type");
  }
}

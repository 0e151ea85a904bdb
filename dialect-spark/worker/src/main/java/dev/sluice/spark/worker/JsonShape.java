package dev.sluice.spark.worker;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column's type allows a JSON value to be.
 *
 * @param fields of a struct, by lower-case name
 * @param item of an array's elements or a map's values
 */
record JsonShape(Kind kind, LinkedHashMap<String, JsonShape> fields, @Nullable JsonShape item)
    implements Serializable {

  enum Kind {
    STRUCT,
    ARRAY,
    MAP,
    TEXT,
    WHOLE,
    NUMBER,
    TRUTH,
    DAY,
    MOMENT,
    REFUSED
  }

  static JsonShape of(List<Column> columns) {
    LinkedHashMap<String, JsonShape> fields = new LinkedHashMap<>();
    columns.forEach(column -> fields.put(column.name(), of(column.type())));
    return new JsonShape(Kind.STRUCT, fields, null);
  }

  private static JsonShape of(DataType type) {
    if (type instanceof DataType.Struct struct) {
      LinkedHashMap<String, JsonShape> fields = new LinkedHashMap<>();
      struct.fields().forEach(field -> fields.put(field.name(), of(field.type())));
      return new JsonShape(Kind.STRUCT, fields, null);
    } else if (type instanceof DataType.Array array) {
      return new JsonShape(Kind.ARRAY, none(), of(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      boolean named = map.key() == Primitive.STRING;
      return new JsonShape(named ? Kind.MAP : Kind.REFUSED, none(), of(map.value()));
    }
    return new JsonShape(kind(type), none(), null);
  }

  private static Kind kind(DataType type) {
    if (type instanceof DataType.Decimal) {
      return Kind.NUMBER;
    }
    return type instanceof Primitive primitive ? kind(primitive) : Kind.TEXT;
  }

  private static Kind kind(Primitive type) {
    return switch (type) {
      case BOOLEAN -> Kind.TRUTH;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> Kind.WHOLE;
      case REAL, DOUBLE -> Kind.NUMBER;
      case STRING -> Kind.TEXT;
      case DATE -> Kind.DAY;
      case TIMESTAMP -> Kind.MOMENT;
      case BINARY, TIMESTAMP_WITH_TIME_ZONE, UNKNOWN -> Kind.REFUSED;
    };
  }

  private static LinkedHashMap<String, JsonShape> none() {
    return new LinkedHashMap<>(Map.of());
  }
}

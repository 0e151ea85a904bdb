package dev.sluice.standin.redshift.lake;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of an external table's columns in PostgreSQL: a struct is a composite type, an array an
 * array, a map an array of composites of key and value, as Redshift sees it (Amazon Redshift
 * Database Developer Guide, tutorial-query-nested-data, 2023-04-24). Not shareable: it numbers the
 * composite types of one table, whose names would be too long if they told their paths.
 */
final class PostgresTypes {
  private final String schema;
  private final String table;
  private final List<String> composites = new ArrayList<>();

  PostgresTypes(String schema, String table) {
    this.schema = schema;
    this.table = table;
  }

  /** The statements that make the composite types, inner ones first. */
  List<String> composites() {
    return List.copyOf(composites);
  }

  /**
   * The type of a column or a field. What PostgreSQL cannot hold (an array in an array) is text
   * there, and always NULL: Redshift refuses to read it, and only its JSON text is to be had.
   */
  String of(DataType type) {
    if (type instanceof DataType.Primitive primitive) {
      return primitive(primitive);
    } else if (type instanceof DataType.Struct struct) {
      return composite(struct.fields());
    } else if (!isHeld(type)) {
      return "varchar";
    } else if (type instanceof DataType.Array array) {
      return of(array.element()) + "[]";
    } else if (type instanceof DataType.MapOf map) {
      return composite(keyAndValue(map)) + "[]";
    }
    return scalar(type);
  }

  /** Whether the values are held as they are, and not as JSON text alone. */
  static boolean isHeld(DataType type) {
    if (type instanceof DataType.Array array) {
      return !isArray(array.element());
    }
    return !(type instanceof DataType.Unsupported);
  }

  private static boolean isArray(DataType type) {
    return type instanceof DataType.Array || type instanceof DataType.MapOf;
  }

  static List<DataType.Field> keyAndValue(DataType.MapOf map) {
    return List.of(new DataType.Field("key", map.key()), new DataType.Field("value", map.value()));
  }

  private String composite(List<DataType.Field> fields) {
    List<String> attributes = new ArrayList<>();
    for (DataType.Field field : fields) {
      attributes.add(Quoted.name(field.name()) + " " + of(field.type()));
    }
    String name = Quoted.name(schema, table + "$" + composites.size());
    composites.add("CREATE TYPE " + name + " AS (" + String.join(", ", attributes) + ")");
    return name;
  }

  private static String scalar(DataType type) {
    if (type instanceof DataType.Decimal decimal) {
      return "numeric(" + decimal.precision() + ", " + decimal.scale() + ")";
    } else if (type instanceof DataType.Char text) {
      return "char(" + text.length() + ")";
    } else if (type instanceof DataType.Varchar text) {
      return "varchar(" + text.length() + ")";
    } else if (type instanceof DataType.Timestamp) {
      return "timestamp";
    }
    return "varchar";
  }

  private static String primitive(DataType.Primitive type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case TINYINT, SMALLINT -> "smallint";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case REAL -> "real";
      case DOUBLE -> "double precision";
      case STRING, UNKNOWN -> "varchar";
      case BINARY -> "bytea";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
      case TIMESTAMP_WITH_TIME_ZONE -> "timestamptz";
    };
  }
}

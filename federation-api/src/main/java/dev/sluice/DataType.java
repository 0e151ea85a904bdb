package dev.sluice;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a column, a sub-field or a result column.
 *
 * <p>{@code toString()} spells it as Sluice's SQL does (Athena engine v3, that is Trino): {@code
 * row(os varchar, lat double)}. {@link #hive()} spells it as the Glue Data Catalog does: {@code
 * struct<os:string,lat:double>}.
 */
public sealed interface DataType {

  /** The type as the Glue Data Catalog spells it. */
  String hive();

  /** Whether this is a struct, an array or a map. */
  default boolean isNested() {
    return this instanceof Struct || this instanceof Array || this instanceof MapOf;
  }

  /** A date and time of day with so many digits of a second, 0 to 12; three make a primitive. */
  static DataType timestamp(int precision, boolean withTimeZone) {
    if (precision != Timestamp.MILLISECONDS) {
      return new Timestamp(precision, withTimeZone);
    }
    return withTimeZone ? Primitive.TIMESTAMP_WITH_TIME_ZONE : Primitive.TIMESTAMP;
  }

  /** A type without parameters. */
  enum Primitive implements DataType {
    BOOLEAN("boolean", "boolean"),
    TINYINT("tinyint", "tinyint"),
    SMALLINT("smallint", "smallint"),
    INTEGER("integer", "int"),
    BIGINT("bigint", "bigint"),
    /** Four bytes: Glue's {@code float}. */
    REAL("real", "float"),
    DOUBLE("double", "double"),
    /** Unbounded text: Glue's {@code string}. */
    STRING("varchar", "string"),
    BINARY("varbinary", "binary"),
    DATE("date", "date"),
    /** Date and time of day without a zone, to the millisecond. */
    TIMESTAMP("timestamp(3)", "timestamp"),
    /** A result type only; no column of the catalog has it. */
    TIMESTAMP_WITH_TIME_ZONE("timestamp(3) with time zone", "timestamp with local time zone"),
    /** The type of a bare NULL. */
    UNKNOWN("unknown", "void");

    private final String sql;
    private final String hive;

    Primitive(String sql, String hive) {
      this.sql = sql;
      this.hive = hive;
    }

    @Override
    public String hive() {
      return hive;
    }

    @Override
    public String toString() {
      return sql;
    }
  }

  /**
   * An exact number of {@code precision} digits (1 to 38), {@code scale} of them after the point.
   */
  record Decimal(int precision, int scale) implements DataType {
    @Override
    public String hive() {
      return toString();
    }

    @Override
    public String toString() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** Text of exactly {@code length} characters. */
  record Char(int length) implements DataType {
    @Override
    public String hive() {
      return toString();
    }

    @Override
    public String toString() {
      return "char(" + length + ")";
    }
  }

  /** Text of at most {@code length} characters. */
  record Varchar(int length) implements DataType {
    @Override
    public String hive() {
      return toString();
    }

    @Override
    public String toString() {
      return "varchar(" + length + ")";
    }
  }

  /**
   * A date and time of day with another number of digits of a second than the three of the
   * primitives, 0 to 12. The type of an expression only; no column of the catalog has it.
   */
  record Timestamp(int precision, boolean withTimeZone) implements DataType {
    private static final int MILLISECONDS = 3;
    private static final int MOST = 12;

    public Timestamp {
      if (precision < 0 || precision > MOST || precision == MILLISECONDS) {
        throw new IllegalArgumentException("No timestamp has " + precision + " digits of its own");
      }
    }

    /** The type with three digits. */
    public Primitive inMilliseconds() {
      return withTimeZone ? Primitive.TIMESTAMP_WITH_TIME_ZONE : Primitive.TIMESTAMP;
    }

    @Override
    public String hive() {
      return inMilliseconds().hive();
    }

    @Override
    public String toString() {
      return "timestamp(" + precision + ")" + (withTimeZone ? " with time zone" : "");
    }
  }

  /** A list of elements of one type; elements may be NULL. */
  record Array(DataType element) implements DataType {
    @Override
    public String hive() {
      return "array<" + element.hive() + ">";
    }

    @Override
    public String toString() {
      return "array(" + element + ")";
    }
  }

  /** A map with keys of one type and values of another. */
  record MapOf(DataType key, DataType value) implements DataType {
    @Override
    public String hive() {
      return "map<" + key.hive() + "," + value.hive() + ">";
    }

    @Override
    public String toString() {
      return "map(" + key + ", " + value + ")";
    }
  }

  /** Named fields in a fixed order; names are lower case. */
  record Struct(List<Field> fields) implements DataType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public String hive() {
      return fields.stream()
          .map(field -> field.name() + ":" + field.type().hive())
          .collect(Collectors.joining(",", "struct<", ">"));
    }

    @Override
    public String toString() {
      return fields.stream()
          .map(field -> field.name() + " " + field.type())
          .collect(Collectors.joining(", ", "row(", ")"));
    }
  }

  /** A field of a struct. */
  record Field(String name, DataType type) {}

  /**
   * A type that Sluice cannot work with, for example a {@code uniontype}. A column of it is listed;
   * only a query that reads the column is refused, with {@code reason}.
   *
   * @param text the type as the catalog has it
   */
  record Unsupported(String text, String reason) implements DataType {
    @Override
    public String hive() {
      return text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}

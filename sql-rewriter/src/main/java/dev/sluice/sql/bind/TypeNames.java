package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlMapTypeNameSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlRowTypeNameSpec;
import org.apache.calcite.sql.SqlTypeNameSpec;

/** Reads the types that a query names, in CAST. */
final class TypeNames {
  private static final int UNSAID = -1;
  private static final Map<String, DataType> BY_NAME =
      Map.ofEntries(
          Map.entry("boolean", Primitive.BOOLEAN),
          Map.entry("tinyint", Primitive.TINYINT),
          Map.entry("smallint", Primitive.SMALLINT),
          Map.entry("integer", Primitive.INTEGER),
          Map.entry("int", Primitive.INTEGER),
          Map.entry("bigint", Primitive.BIGINT),
          Map.entry("real", Primitive.REAL),
          Map.entry("double", Primitive.DOUBLE),
          Map.entry("double precision", Primitive.DOUBLE),
          Map.entry("varbinary", Primitive.BINARY),
          Map.entry("date", Primitive.DATE),
          Map.entry("json", Types.JSON),
          Map.entry("string", Primitive.STRING),
          // Redshift's and PostgreSQL's name for varchar, which tools write.
          Map.entry("text", Primitive.STRING));

  private TypeNames() {}

  static DataType of(SqlDataTypeSpec spec) {
    return of(spec.getTypeNameSpec(), spec);
  }

  private static DataType of(SqlTypeNameSpec spec, SqlNode at) {
    if (spec instanceof SqlCollectionTypeNameSpec array) {
      return new DataType.Array(of(array.getElementTypeName(), at));
    } else if (spec instanceof SqlMapTypeNameSpec map) {
      return new DataType.MapOf(of(map.getKeyType()), of(map.getValType()));
    } else if (spec instanceof SqlRowTypeNameSpec row) {
      return struct(row);
    }
    String name = name(spec);
    return spec instanceof SqlBasicTypeNameSpec basic ? basic(name, basic, at) : unknown(name, at);
  }

  private static String name(SqlTypeNameSpec spec) {
    return spec.getTypeName().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static DataType struct(SqlRowTypeNameSpec row) {
    List<DataType.Field> fields = new ArrayList<>();
    for (int i = 0; i < row.getFieldNames().size(); i++) {
      String name = row.getFieldNames().get(i).getSimple().toLowerCase(Locale.ROOT);
      fields.add(new DataType.Field(name, of(row.getFieldTypes().get(i))));
    }
    return new DataType.Struct(fields);
  }

  private static DataType basic(String name, SqlBasicTypeNameSpec spec, SqlNode at) {
    return switch (name) {
      case "varchar" ->
          spec.getPrecision() == UNSAID
              ? Primitive.STRING
              : new DataType.Varchar(spec.getPrecision());
      case "decimal", "numeric", "dec" -> decimal(spec, at);
      case "timestamp" -> DataType.timestamp(digits(spec, at), false);
      case "timestamp tz", "timestamp with time zone" -> DataType.timestamp(digits(spec, at), true);
      case "time" -> Times.of(digits(spec, at), false);
      case "time tz", "time with time zone" -> Times.of(digits(spec, at), true);
      case "char", "character" -> character(spec, at);
      default -> unknown(name, at);
    };
  }

  private static DataType character(SqlBasicTypeNameSpec spec, SqlNode at) {
    int length = spec.getPrecision() == UNSAID ? 1 : spec.getPrecision();
    if (length > CommonType.LONGEST_CHAR) {
      throw BindErrors.invalid(
          at, "A char has at most " + CommonType.LONGEST_CHAR + " characters", "");
    }
    return new DataType.Char(length);
  }

  private static DataType decimal(SqlBasicTypeNameSpec spec, SqlNode at) {
    int precision = spec.getPrecision() == UNSAID ? Decimals.MOST_DIGITS : spec.getPrecision();
    int scale = spec.getScale() < 0 ? 0 : spec.getScale();
    if (precision < 1 || precision > Decimals.MOST_DIGITS || scale > precision) {
      throw BindErrors.invalid(
          at,
          "A decimal has 1 to " + Decimals.MOST_DIGITS + " digits, no more of them after the point",
          "");
    }
    return new DataType.Decimal(precision, scale);
  }

  /** Of a second. */
  private static int digits(SqlBasicTypeNameSpec spec, SqlNode at) {
    int digits = spec.getPrecision() == UNSAID ? 3 : spec.getPrecision();
    if (digits > Timestamps.MOST_DIGITS) {
      throw Timestamps.tooFine(name(spec).startsWith("timestamp") ? "timestamp" : "time", at);
    }
    return digits;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(BY_NAME.keySet());
    names.addAll(Set.of("char", "varchar", "decimal", "time", "timestamp", "array", "map", "row"));
    return names;
  }

  private static DataType unknown(String name, SqlNode at) {
    DataType type = BY_NAME.get(name);
    if (type != null) {
      return type;
    }
    throw BindErrors.invalid(
        at, "Type " + name + " is not known", NearestName.question(name, names()));
  }
}

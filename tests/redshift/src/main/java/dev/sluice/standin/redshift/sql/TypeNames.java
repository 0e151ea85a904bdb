package dev.sluice.standin.redshift.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jsqlparser.statement.create.table.ColDataType;

/**
 * Redshift's types in PostgreSQL's words (Amazon Redshift Database Developer Guide,
 * c_Supported_data_types, r_Numeric_types201 and r_Character_types, 2023-04-24). A type that is not
 * here is refused. A length counts bytes in Redshift and characters here.
 */
final class TypeNames {
  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("smallint", "smallint"),
          Map.entry("int2", "smallint"),
          Map.entry("integer", "integer"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("int8", "bigint"),
          Map.entry("real", "real"),
          Map.entry("float4", "real"),
          Map.entry("double precision", "double precision"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("boolean", "boolean"),
          Map.entry("bool", "boolean"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("time without time zone", "time"),
          Map.entry("timetz", "timetz"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamptz", "timestamptz"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("text", "varchar(256)"),
          Map.entry("bpchar", "char(256)"));

  /** With the length or precision that they have when none is written. */
  private static final Map<String, String> SIZED =
      Map.of(
          "decimal", "numeric(18, 0)",
          "numeric", "numeric(18, 0)",
          "varchar", "varchar(256)",
          "nvarchar", "varchar(256)",
          "character varying", "varchar(256)",
          "char", "char(1)",
          "character", "char(1)",
          "nchar", "char(1)");

  /** Of the system catalogs, which the driver names in its own queries. */
  private static final Map<String, String> CATALOG =
      Map.of("regclass", "regclass", "oid", "oid", "name", "name", "regproc", "regproc");

  private TypeNames() {}

  static String print(ColDataType type) {
    String name = type.getDataType().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").trim();
    if (name.startsWith("pg_catalog.")) {
      name = name.substring("pg_catalog.".length());
    }
    List<String> arguments = type.getArgumentsStringList();
    if (type.getArrayData() != null && !type.getArrayData().isEmpty()) {
      throw unknown(type);
    } else if (PLAIN.containsKey(name) && arguments == null) {
      return PLAIN.get(name);
    } else if (SIZED.containsKey(name)) {
      String sized = SIZED.get(name);
      return arguments == null
          ? sized
          : sized.substring(0, sized.indexOf('(')) + "(" + sizes(type, arguments) + ")";
    } else if (CATALOG.containsKey(name) && arguments == null) {
      return CATALOG.get(name);
    }
    throw unknown(type);
  }

  private static String sizes(ColDataType type, List<String> arguments) {
    if (arguments.size() == 1 && arguments.get(0).equalsIgnoreCase("max")) {
      return "65535";
    } else if (arguments.stream().allMatch(one -> one.matches("\\d+"))) {
      return String.join(", ", arguments);
    }
    throw unknown(type);
  }

  private static RefusedException unknown(ColDataType type) {
    return RefusedException.own("42704", "type " + type + " is not among those of Redshift");
  }
}

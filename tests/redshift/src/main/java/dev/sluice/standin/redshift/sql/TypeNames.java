package dev.sluice.standin.redshift.sql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern WRITTEN =
      Pattern.compile("(?:pg_catalog\\.)?([a-z][a-z0-9 ]*?)\\s*(?:\\((max|[0-9, ]+)\\))?");

  private TypeNames() {}

  static String print(ColDataType type) {
    Matcher written = WRITTEN.matcher(type.getDataType().toLowerCase(Locale.ROOT).strip());
    boolean isArray = type.getArrayData() != null && !type.getArrayData().isEmpty();
    if (isArray || type.getArgumentsStringList() != null || !written.matches()) {
      throw unknown(type);
    }
    String name = written.group(1).replaceAll("\\s+", " ");
    String size = written.group(2);
    String sized = SIZED.get(name);
    if (sized != null) {
      String said = "max".equals(size) ? "65535" : size;
      return said == null ? sized : sized.substring(0, sized.indexOf('(')) + "(" + said + ")";
    }
    String plain = PLAIN.getOrDefault(name, CATALOG.get(name));
    if (plain == null || size != null) {
      throw unknown(type);
    }
    return plain;
  }

  private static RefusedException unknown(ColDataType type) {
    return RefusedException.own("42704", "type " + type + " is not among those of Redshift");
  }
}

package dev.sluice.jdbc;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that columns and results can have, by JDBC's numbers. */
final class TypeInfo {
  private static final int MOST_DIGITS = 38;

  /** Of Glue's char(n). */
  private static final int LONGEST_CHAR = 255;

  private TypeInfo() {}

  static List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Primitive type : Primitive.values()) {
      if (type != Primitive.UNKNOWN) {
        rows.add(row(type.toString(), type, null));
      }
    }
    rows.add(row("decimal", new DataType.Decimal(MOST_DIGITS, 0), "precision,scale"));
    rows.add(row("char", new DataType.Char(LONGEST_CHAR), "length"));
    DataType nothing = new DataType.Struct(List.of());
    rows.add(row("array", new DataType.Array(nothing), null));
    rows.add(row("map", new DataType.MapOf(Primitive.STRING, nothing), null));
    rows.add(row("row", nothing, null));
    rows.sort(Comparator.comparingInt(TypeInfo::code));
    return rows;
  }

  private static int code(List<@Nullable Object> row) {
    return row.get(1) instanceof Integer code ? code : 0;
  }

  private static List<@Nullable Object> row(String name, DataType of, @Nullable String parameters) {
    JdbcType type = JdbcType.of(of);
    String quote = type.isText() ? "'" : null;
    return Arrays.asList(
        name,
        type.code(),
        type.precision(),
        quote,
        quote,
        parameters,
        (short) DatabaseMetaData.typeNullable,
        type.isText(),
        (short) (of.isNested() ? DatabaseMetaData.typePredNone : DatabaseMetaData.typeSearchable),
        !type.isNumber(),
        false,
        false,
        null,
        (short) 0,
        (short) (of instanceof DataType.Decimal ? MOST_DIGITS : type.scale()),
        null,
        null,
        type.isNumber() ? 10 : null);
  }
}

package dev.sluice.evolution;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.DOUBLE;
import static dev.sluice.example.format.Type.Scalar.FLOAT;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;
import static dev.sluice.example.format.Type.Scalar.TINYINT;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One change each to a table of plain columns, a struct, an array of structs and a map. */
public final class Cases {
  private static final Type.Struct PAIR = struct("u", INT, "w", STRING);
  private static final Type.Struct OUTER = struct("u", INT, "n", struct("x", INT, "y", STRING));
  private static final Type DEEP =
      new Type.MapOf(new Type.ArrayOf(struct("u", INT, "n", struct("x", INT, "y", STRING))));
  private static final Columns BASE =
      new Columns()
          .with("id", INT)
          .with("a", INT)
          .with("k", INT)
          .with("b", STRING)
          .with("f", FLOAT)
          .with("s", PAIR)
          .with("o", OUTER)
          .with("l", new Type.ArrayOf(PAIR))
          .with("m", new Type.MapOf(INT))
          .with("e", DEEP)
          .with("t", STRING);

  private Cases() {}

  public static List<EvolutionCase> all() {
    List<EvolutionCase> all = new ArrayList<>();
    all.addAll(columns());
    all.addAll(swaps());
    all.addAll(reals());
    all.addAll(types());
    all.addAll(fields());
    all.addAll(pairs());
    return all;
  }

  private static List<EvolutionCase> columns() {
    Columns texts = texts();
    return List.of(
        toNewer("none", "nothing", BASE),
        texts("texts_add", "text added among texts", texts.insert(1, "z", STRING)),
        texts("texts_drop", "text removed from among texts", texts.without("q")),
        texts("texts_add_int", "a number added before the last text", texts.insert(3, "z", INT)),
        toNewer("add_end", "a column added at the end", BASE.with("z", INT)),
        toNewer("add_end_nested", "a struct added at the end", BASE.with("z", PAIR)),
        toNewer("add_start", "text added at the start", BASE.insert(0, "z", STRING)),
        toNewer("add_text", "text added in the middle", BASE.insert(2, "z", STRING)),
        toNewer("add_int", "a number added in the middle", BASE.insert(2, "z", INT)),
        toNewer("drop_text", "text removed from the middle", BASE.without("b")),
        toNewer("drop_int", "a number removed from the middle", BASE.without("a")),
        toNewer("drop_first", "the first column removed", BASE.without("id")),
        toNewer("drop_last", "the last column removed", BASE.without("t")),
        renamed("rename", "a column renamed", BASE.rename("a", "z"), Map.of("z", "a")));
  }

  /** Where the types of two places can be brought to each other, readers may do it. */
  private static List<EvolutionCase> swaps() {
    return List.of(
        toNewer("swap_same", "two numbers reordered", BASE.swap("a", "k")),
        toNewer("swap_types", "a number and a text reordered", BASE.swap("k", "b")),
        toNewer("swap_nested", "a number and a struct reordered", BASE.swap("k", "s")),
        toNewer("swap_text_struct", "a text and a struct reordered", BASE.swap("b", "s")),
        toNewer("swap_structs", "two structs of other fields reordered", BASE.swap("s", "o")),
        toNewer("swap_lists", "an array and a map reordered", BASE.swap("l", "m")),
        swapped("swap_int_bigint", "an int and a bigint reordered", BIGINT, 5_000_000_000L),
        swapped("swap_int_double", "an int and a double reordered", DOUBLE, 0.1),
        swapped("swap_int_decimal", "an int and a decimal", new Type.Decimal(12, 2), price()));
  }

  /** Where one column less or more brings a real to a double's place, and the other way about. */
  private static List<EvolutionCase> reals() {
    Row row = new Row().with("id", 1).with("f", 1.5f).with("g", 0.1);
    Columns ascending = new Columns().with("id", INT).with("f", FLOAT).with("g", DOUBLE);
    Columns descending = new Columns().with("id", INT).with("g", DOUBLE).with("f", FLOAT);
    return List.of(
        of(
            "drop_real",
            "a real removed from before a double",
            ascending,
            ascending.without("f"),
            List.of(row)),
        of(
            "add_double",
            "a double added before a double and a real",
            descending,
            descending.insert(1, "z", DOUBLE),
            List.of(row)),
        of(
            "swap_real_double",
            "a real and a double reordered",
            ascending,
            ascending.swap("f", "g"),
            List.of(row)));
  }

  private static BigDecimal price() {
    return new BigDecimal("1234567890.25");
  }

  /** The int {@code k} and a column of another type. */
  private static EvolutionCase swapped(String name, String title, Type type, Object value) {
    List<Row> rows = rows();
    rows.forEach(row -> row.with("a", value));
    Columns older = BASE.retype("a", type);
    return of(name, title, older, older.swap("a", "k"), rows);
  }

  private static List<EvolutionCase> types() {
    return List.of(
        of("tinyint_int", "tinyint to int", BASE.retype("a", TINYINT), BASE, rows()),
        toNewer("int_bigint", "int to bigint", BASE.retype("a", BIGINT)),
        toNewer("float_double", "float to double", BASE.retype("f", DOUBLE)),
        toNewer("int_string", "int to string", BASE.retype("a", STRING)),
        toNewer("string_int", "string to int", BASE.retype("b", INT)),
        toNewer("int_double", "int to double", BASE.retype("a", DOUBLE)),
        toNewer("int_decimal", "int to decimal", BASE.retype("a", new Type.Decimal(12, 2))),
        toNewer("float_string", "float to string", BASE.retype("f", STRING)),
        toNewer("string_struct", "string to struct", BASE.retype("b", PAIR)),
        toNewer("struct_string", "struct to string", BASE.retype("s", STRING)),
        bigintToInt(),
        doubleToFloat(),
        doubleToText());
  }

  private static EvolutionCase bigintToInt() {
    List<Row> rows = rows();
    rows.get(1).with("a", 5_000_000_000L);
    return of("bigint_int", "bigint to int", BASE.retype("a", BIGINT), BASE, rows);
  }

  private static EvolutionCase doubleToFloat() {
    List<Row> rows = rows();
    rows.get(0).with("f", 1.5);
    rows.get(1).with("f", 2.5);
    return of("double_float", "double to float", BASE.retype("f", DOUBLE), BASE, rows);
  }

  private static EvolutionCase doubleToText() {
    List<Row> rows = rows();
    rows.get(0).with("f", 1.5);
    rows.get(1).with("f", 2.5);
    Columns newer = BASE.retype("f", STRING);
    return of("double_string", "double to string", BASE.retype("f", DOUBLE), newer, rows);
  }

  private static List<EvolutionCase> fields() {
    Type.Struct added = struct("u", INT, "w", STRING, "x", INT);
    Type.Struct between = struct("u", INT, "x", STRING, "w", STRING);
    Type.Struct wide = struct("u", BIGINT, "w", STRING);
    Type.Struct n = struct("x", INT, "y", STRING);
    return List.of(
        toNewer("field_add_end", "a field added at the end", BASE.retype("s", added)),
        toNewer("field_add_middle", "a field added in the middle", BASE.retype("s", between)),
        toNewer("field_drop", "a field removed", BASE.retype("s", struct("w", STRING))),
        toNewer("field_drop_last", "the last field removed", BASE.retype("s", struct("u", INT))),
        renamed(
            "field_rename",
            "a field renamed",
            BASE.retype("s", struct("u", INT, "v", STRING)),
            Map.of("s.v", "w")),
        toNewer("field_swap", "fields reordered", BASE.retype("s", struct("w", STRING, "u", INT))),
        toNewer("field_widen", "a field widened", BASE.retype("s", wide)),
        toNewer(
            "field_int_string",
            "a field from int to string",
            BASE.retype("s", struct("u", STRING, "w", STRING))),
        toNewer(
            "field_int_double",
            "a field from int to double",
            BASE.retype("s", struct("u", DOUBLE, "w", STRING))),
        toNewer(
            "field_string_int",
            "a field from string to int",
            BASE.retype("s", struct("u", INT, "w", INT))),
        fieldNarrowed(wide),
        toNewer(
            "inner_add_end",
            "a field of a struct in a struct added at the end",
            BASE.retype("o", struct("u", INT, "n", struct("x", INT, "y", STRING, "z", INT)))),
        toNewer(
            "inner_add_start",
            "a field of a struct in a struct added at the start",
            BASE.retype("o", struct("u", INT, "n", struct("z", STRING, "x", INT, "y", STRING)))),
        toNewer(
            "element_add_end",
            "a field of an array's structs added at the end",
            BASE.retype("l", new Type.ArrayOf(added))),
        toNewer(
            "element_add_middle",
            "a field of an array's structs added in the middle",
            BASE.retype("l", new Type.ArrayOf(between))),
        toNewer(
            "element_drop",
            "a field of an array's structs removed",
            BASE.retype("l", new Type.ArrayOf(struct("w", STRING)))),
        toNewer("value_widen", "a map's values widened", BASE.retype("m", new Type.MapOf(BIGINT))),
        toNewer(
            "deep_add_end",
            "a field three levels deep added at the end",
            BASE.retype("e", deep(struct("x", INT, "y", STRING, "z", INT)))),
        toNewer(
            "deep_add_start",
            "a field three levels deep added at the start",
            BASE.retype("e", deep(struct("z", STRING, "x", INT, "y", STRING)))),
        toNewer(
            "deep_drop",
            "a field three levels deep removed",
            BASE.retype("e", deep(n.fields().get(1)))));
  }

  private static EvolutionCase fieldNarrowed(Type wide) {
    List<Row> rows = rows();
    rows.get(1).with("s", new Row().with("u", 5_000_000_000L).with("w", "y"));
    return of("field_bigint_int", "a field narrowed", BASE.retype("s", wide), BASE, rows);
  }

  private static List<EvolutionCase> pairs() {
    return List.of(
        renamedToNumber(),
        toNewer(
            "end_for_end",
            "the last column removed and a number added at the end",
            BASE.without("t").with("z", INT)),
        toNewer(
            "add_and_widen",
            "a column added at the end and another widened",
            BASE.retype("a", BIGINT).with("z", INT)),
        toNewer(
            "field_and_column",
            "a field added at the end and a column added in the middle",
            BASE.retype("s", struct("u", INT, "w", STRING, "x", INT)).insert(2, "z", INT)),
        toNewer(
            "widen_and_add_field",
            "a field widened and another added at the end",
            BASE.retype("s", struct("u", BIGINT, "w", STRING, "x", INT))));
  }

  private static EvolutionCase renamedToNumber() {
    Columns older = texts().without("t");
    Columns newer = older.without("r").with("z", INT);
    Row row = new Row().with("p", "pp").with("q", "qq").with("r", "rr");
    return new EvolutionCase(
        "rename_to_int",
        "the last text renamed and made a number",
        older.shape(),
        newer.shape(),
        List.of(row),
        Map.of("z", "r"));
  }

  private static Type deep(Type.Struct inner) {
    return new Type.MapOf(new Type.ArrayOf(struct("u", INT, "n", inner)));
  }

  private static Type deep(Type.Field only) {
    return deep(Type.Struct.of(only));
  }

  private static EvolutionCase toNewer(String name, String title, Columns newer) {
    return of(name, title, BASE, newer, rows());
  }

  /** Where the types of neighbours are the same, nothing shows that they moved. */
  private static EvolutionCase texts(String name, String title, Columns newer) {
    Row row = new Row().with("p", "pp").with("q", "qq").with("r", "rr").with("t", "tt");
    return of(name, title, texts(), newer, List.of(row));
  }

  private static Columns texts() {
    return new Columns().with("p", STRING).with("q", STRING).with("r", STRING).with("t", STRING);
  }

  private static EvolutionCase of(
      String name, String title, Columns older, Columns newer, List<Row> rows) {
    return new EvolutionCase(name, title, older.shape(), newer.shape(), rows, Map.of());
  }

  private static EvolutionCase renamed(
      String name, String title, Columns newer, Map<String, String> renamed) {
    return new EvolutionCase(name, title, BASE.shape(), newer.shape(), rows(), renamed);
  }

  /** Two rows, no value of which is another's, so that whatever is read in a wrong place shows. */
  private static List<Row> rows() {
    return List.of(row(1, 7, 70, "123", 1.5f, "x"), row(2, 8, 80, "bee", 2.5f, "y"));
  }

  private static Row row(int id, int a, int k, String b, float f, String w) {
    Row inner = new Row().with("x", id + 40).with("y", w + "i");
    return new Row()
        .with("id", id)
        .with("a", a)
        .with("k", k)
        .with("b", b)
        .with("f", f)
        .with("s", pair(id + 10, w))
        .with("o", new Row().with("u", id + 20).with("n", inner))
        .with("l", List.of(pair(id + 30, w + "1"), pair(id + 32, w + "2")))
        .with("m", Map.of("p", id + 50))
        .with("e", Map.of("q", List.of(new Row().with("u", id + 60).with("n", inner))))
        .with("t", w + "t");
  }

  private static Row pair(int u, String w) {
    return new Row().with("u", u).with("w", w);
  }

  private static Type.Struct struct(String first, Type type) {
    return Type.Struct.of(Type.field(first, type));
  }

  private static Type.Struct struct(String first, Type type, String second, Type other) {
    return Type.Struct.of(Type.field(first, type), Type.field(second, other));
  }

  private static Type.Struct struct(
      String first, Type type, String second, Type other, String third, Type last) {
    return Type.Struct.of(
        Type.field(first, type), Type.field(second, other), Type.field(third, last));
  }
}

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

/**
 * Cases whose files have many rows in groups with statistics of their own, written with the older
 * types: whether an engine that skips groups skips the right ones. Row {@code i} of them has the
 * {@code a} of {@code 2 i}, the {@code b} of the text of {@code i}, the {@code f} of {@code i} and
 * a half, the {@code g} and {@code p} of {@code i} and a quarter, the {@code t} of {@code i / 120},
 * the {@code s.u} of {@code i + 7} and the {@code d.n.x.y} of {@code i + 9}.
 */
public final class ManyRows {
  /** More than a row group of ORC's index has. */
  public static final int ROWS = 12_000;

  private static final Columns BASE =
      new Columns()
          .with("id", INT)
          .with("a", INT)
          .with("b", STRING)
          .with("f", FLOAT)
          .with("g", DOUBLE)
          .with("p", new Type.Decimal(12, 2))
          .with("t", TINYINT)
          .with("s", s(INT))
          .with("d", deep(Type.field("y", INT)));

  private ManyRows() {}

  public static List<EvolutionCase> all() {
    List<EvolutionCase> all = new ArrayList<>();
    List<Row> rows = rows();
    all.addAll(columns(rows));
    all.addAll(types(rows));
    all.addAll(fields(rows));
    all.addAll(pairs(rows));
    return all;
  }

  private static List<EvolutionCase> columns(List<Row> rows) {
    Columns renamed = BASE.rename("a", "z");
    return List.of(
        of("many_none", "nothing", BASE, rows),
        of("many_add", "a column added in the middle", BASE.insert(1, "z", INT), rows),
        of("many_add_end", "a column added at the end", BASE.with("z", INT), rows),
        of("many_swap", "columns reordered", BASE.swap("id", "b"), rows),
        new EvolutionCase(
            "many_rename",
            "a column renamed",
            BASE.shape(),
            renamed.shape(),
            rows,
            Map.of("z", "a")));
  }

  private static List<EvolutionCase> types(List<Row> rows) {
    return List.of(
        of("many_int_bigint", "int to bigint", BASE.retype("a", BIGINT), rows),
        of("many_tinyint_int", "tinyint to int", BASE.retype("t", INT), rows),
        of("many_float_double", "float to double", BASE.retype("f", DOUBLE), rows),
        of("many_double_float", "double to float", BASE.retype("g", FLOAT), rows),
        of("many_int_double", "int to double", BASE.retype("a", DOUBLE), rows),
        of("many_int_decimal", "int to decimal", BASE.retype("a", new Type.Decimal(14, 2)), rows),
        of("many_int_string", "int to string", BASE.retype("a", STRING), rows),
        of("many_string_int", "string to int", BASE.retype("b", INT), rows),
        of("many_precision", "more digits", BASE.retype("p", new Type.Decimal(20, 2)), rows),
        of("many_scale", "more decimals", BASE.retype("p", new Type.Decimal(14, 4)), rows));
  }

  private static List<EvolutionCase> fields(List<Row> rows) {
    Type.Field y = Type.field("y", INT);
    return List.of(
        of("many_field_widen", "a field widened", BASE.retype("s", s(BIGINT)), rows),
        of("many_field_add", "a field added at the end", BASE.retype("s", added(INT)), rows),
        of(
            "many_deep_widen",
            "a field three levels deep widened",
            BASE.retype("d", deep(Type.field("y", BIGINT))),
            rows),
        of(
            "many_deep_add",
            "a field three levels deep added at the end",
            BASE.retype("d", deep(y, Type.field("z", INT))),
            rows),
        of(
            "many_deep_add_start",
            "a field three levels deep added at the start",
            BASE.retype("d", deep(Type.field("z", INT), y)),
            rows));
  }

  private static List<EvolutionCase> pairs(List<Row> rows) {
    return List.of(
        of(
            "many_widen_and_add",
            "a column widened and another added at the end",
            BASE.retype("a", BIGINT).with("z", INT),
            rows),
        of(
            "many_widen_and_swap",
            "a column widened and others reordered",
            BASE.retype("a", BIGINT).swap("id", "b"),
            rows),
        of(
            "many_fields",
            "a field widened and another added at the end",
            BASE.retype("s", added(BIGINT)),
            rows));
  }

  private static Type.Struct s(Type u) {
    return Type.Struct.of(Type.field("u", u), Type.field("w", STRING));
  }

  private static Type.Struct added(Type u) {
    return Type.Struct.of(Type.field("u", u), Type.field("w", STRING), Type.field("x", INT));
  }

  private static Type.Struct deep(Type.Field... innermost) {
    Type.Struct x = Type.Struct.of(innermost);
    return Type.Struct.of(Type.field("n", Type.Struct.of(Type.field("x", x))));
  }

  private static EvolutionCase of(String name, String title, Columns newer, List<Row> rows) {
    return new EvolutionCase(name, title, BASE.shape(), newer.shape(), rows, Map.of());
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Row x = new Row().with("y", i + 9);
      rows.add(
          new Row()
              .with("id", i)
              .with("a", 2 * i)
              .with("b", String.valueOf(i))
              .with("f", i + 0.5f)
              .with("g", i + 0.25)
              .with("p", BigDecimal.valueOf(100L * i + 25, 2))
              .with("t", i / 120)
              .with("s", new Row().with("u", i + 7).with("w", "w" + i))
              .with("d", new Row().with("n", new Row().with("x", x))));
    }
    return rows;
  }
}

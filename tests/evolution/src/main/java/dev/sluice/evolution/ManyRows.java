package dev.sluice.evolution;

import static dev.sluice.example.format.Type.Scalar.BIGINT;
import static dev.sluice.example.format.Type.Scalar.DOUBLE;
import static dev.sluice.example.format.Type.Scalar.FLOAT;
import static dev.sluice.example.format.Type.Scalar.INT;
import static dev.sluice.example.format.Type.Scalar.STRING;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cases whose files have many rows in groups with statistics of their own, written with the older
 * types: whether an engine that skips groups skips the right ones. Row {@code i} of them has the
 * {@code a} of {@code 2 i}, the {@code b} of the text of {@code i}, the {@code f} of {@code i} and
 * a half, and the {@code s.u} of {@code i + 7}.
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
          .with("s", s(INT));

  private ManyRows() {}

  public static List<EvolutionCase> all() {
    List<Row> rows = rows();
    return List.of(
        of("many_none", "nothing", BASE, rows),
        of("many_int_bigint", "int to bigint", BASE.retype("a", BIGINT), rows),
        of("many_float_double", "float to double", BASE.retype("f", DOUBLE), rows),
        of("many_add", "a column added in the middle", BASE.insert(1, "z", INT), rows),
        of("many_int_string", "int to string", BASE.retype("a", STRING), rows),
        of("many_string_int", "string to int", BASE.retype("b", INT), rows),
        of("many_swap", "columns reordered", BASE.swap("id", "b"), rows),
        of("many_field_widen", "a field widened", BASE.retype("s", s(BIGINT)), rows),
        of(
            "many_field_add",
            "a field added at the end",
            BASE.retype(
                "s",
                Type.Struct.of(
                    Type.field("u", INT), Type.field("w", STRING), Type.field("x", INT))),
            rows));
  }

  private static Type.Struct s(Type u) {
    return Type.Struct.of(Type.field("u", u), Type.field("w", STRING));
  }

  private static EvolutionCase of(String name, String title, Columns newer, List<Row> rows) {
    return new EvolutionCase(name, title, BASE.shape(), newer.shape(), rows, Map.of());
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          new Row()
              .with("id", i)
              .with("a", 2 * i)
              .with("b", String.valueOf(i))
              .with("f", i + 0.5f)
              .with("s", new Row().with("u", i + 7).with("w", "w" + i)));
    }
    return rows;
  }
}

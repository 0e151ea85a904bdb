package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table whose schema has changed since a file of it was written.
 *
 * @param name short, part of table and folder names
 * @param title what changed, for people
 * @param older the columns that the file was written with
 * @param newer the table's columns now
 * @param rows as written
 * @param renamed what a column or field was called, by the path it has now
 */
public record EvolutionCase(
    String name,
    String title,
    Type.Struct older,
    Type.Struct newer,
    List<Row> rows,
    Map<String, String> renamed) {
  public EvolutionCase {
    rows = List.copyOf(rows);
    renamed = Map.copyOf(renamed);
  }

  /**
   * What the table's columns should read from the file, in order, row by row: see {@link Truth}.
   */
  public List<List<@Nullable Object>> truth() {
    Truth truth = new Truth(renamed);
    List<List<@Nullable Object>> all = new ArrayList<>();
    rows.forEach(row -> all.add(truth.columns(newer, older, row)));
    return all;
  }

  /** The table with a file that was written after the change. */
  public EvolutionCase now() {
    Renewed renewed = new Renewed(renamed);
    List<Row> now = rows.stream().map(row -> renewed.row(newer, row)).toList();
    return new EvolutionCase(name, title, newer, newer, now, Map.of());
  }

  /**
   * The same without the columns that are no text or number, and all as text: what CSV can hold.
   */
  public EvolutionCase asText() {
    List<Row> texts = new ArrayList<>();
    for (Row row : rows) {
      Row text = new Row();
      for (Type.Field field : flat(older).fields()) {
        Object value = row.get(field.name());
        text.with(field.name(), value == null ? null : value.toString());
      }
      texts.add(text);
    }
    return new EvolutionCase(name, title, flat(older), flat(newer), texts, renamed);
  }

  private static Type.Struct flat(Type.Struct shape) {
    return new Type.Struct(
        shape.fields().stream()
            .filter(field -> field.type() instanceof Type.Scalar)
            .map(field -> Type.field(field.name(), Type.Scalar.STRING))
            .toList());
  }

  /**
   * The same for a reader that finds columns by position, to whom a name that came in the place of
   * one that went is the same column.
   */
  public EvolutionCase byPosition() {
    Map<String, String> places = new HashMap<>(renamed);
    List<String> before = names(older);
    List<String> now = names(newer);
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      if (!now.contains(before.get(i)) && !before.contains(now.get(i))) {
        places.put(now.get(i), before.get(i));
      }
    }
    return new EvolutionCase(name, title, older, newer, rows, places);
  }

  private static List<String> names(Type.Struct shape) {
    return shape.fields().stream().map(Type.Field::name).toList();
  }
}

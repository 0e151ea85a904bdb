package dev.sluice.evolution;

import dev.sluice.example.format.Row;
import dev.sluice.example.format.Type;
import java.util.ArrayList;
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

  /** The columns that differ from those of the file, by name. */
  public List<String> changed() {
    return newer.fields().stream()
        .filter(field -> !older.fields().contains(field))
        .map(Type.Field::name)
        .toList();
  }
}

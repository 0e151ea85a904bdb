package dev.sluice.conversion;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.RowShape;
import dev.sluice.RowShape.Origin;
import dev.sluice.RowShape.ShapedColumn;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what is written of each row: structs as columns whose names are joined by {@code _},
 * and the elements of one array as rows. Comments of the columns say where each comes from, so that
 * it can be undone. Not shareable between threads.
 */
final class RowShaping {
  /** Begins the comment of a column that was made of another. */
  static final String COMMENT = "sluice: ";

  private static final String POSITION = "position";

  private final boolean flatten;
  private final Optional<String> explode;
  private final Set<String> taken = new HashSet<>();
  private final List<ShapedColumn> shaped = new ArrayList<>();
  private final List<String> losses = new ArrayList<>();
  private List<String> exploded = List.of();

  /**
   * @param explode the path of an array, its parts joined by dots
   */
  RowShaping(boolean flatten, Optional<String> explode) {
    this.flatten = flatten;
    this.explode = explode;
  }

  /**
   * @param keys whose names are taken
   * @throws SluiceException when there is no array at the path
   */
  RowShape of(List<Column> columns, List<Column> keys) {
    if (!flatten && explode.isEmpty()) {
      return RowShape.asItIs(columns);
    }
    keys.forEach(key -> taken.add(key.name()));
    // What keeps its place keeps its name.
    columns.stream().filter(this::staysAsItIs).forEach(column -> taken.add(column.name()));
    for (Column column : columns) {
      if (staysAsItIs(column)) {
        shaped.add(new ShapedColumn(column, Origin.ROW, List.of(column.name())));
      } else {
        shape(List.of(column.name()), column.type());
      }
    }
    explode
        .filter(path -> exploded.isEmpty())
        .ifPresent(
            path -> {
              throw new SluiceException(
                  ErrorCode.COLUMN_NOT_FOUND,
                  "Rows cannot be made of %s: there is no array of that name%s"
                      .formatted(
                          path,
                          path.contains(".") && !flatten
                              ? "; one inside a struct is found where structs become columns too"
                              : ""));
            });
    return new RowShape(exploded, shaped);
  }

  private boolean staysAsItIs(Column column) {
    boolean isStruct = flatten && column.type() instanceof DataType.Struct;
    return !isStruct && !isExploded(List.of(column.name()), column.type());
  }

  private boolean isExploded(List<String> path, DataType type) {
    return type instanceof DataType.Array
        && explode.filter(wanted -> wanted.equalsIgnoreCase(String.join(".", path))).isPresent();
  }

  private void shape(List<String> path, DataType type) {
    if (isExploded(path, type) && type instanceof DataType.Array array) {
      explode(path, array.element());
    } else if (type instanceof DataType.Struct struct) {
      losses.add(
          "Where %s is NULL, and where all its fields are, the columns made of it are NULL alike"
              .formatted(String.join(".", path)));
      for (DataType.Field field : struct.fields()) {
        List<String> inner = with(path, field.name());
        if (field.type() instanceof DataType.Struct || isExploded(inner, field.type())) {
          shape(inner, field.type());
        } else {
          add(String.join("_", inner), field.type(), Origin.ROW, inner, String.join(".", inner));
        }
      }
    }
  }

  private void explode(List<String> path, DataType element) {
    exploded = path;
    String name = String.join("_", path);
    String text = String.join(".", path);
    losses.add(
        "Where %s has no elements, and where it is NULL, there is one row without any alike"
            .formatted(text));
    element(name, text + "[]", List.of(), element);
    add(
        name + "_" + POSITION,
        DataType.Primitive.INTEGER,
        Origin.POSITION,
        List.of(),
        POSITION + " in " + text);
  }

  private void element(String name, String text, List<String> path, DataType type) {
    if (flatten && type instanceof DataType.Struct struct) {
      for (DataType.Field field : struct.fields()) {
        element(
            name + "_" + field.name(),
            text + "." + field.name(),
            with(path, field.name()),
            field.type());
      }
    } else {
      add(name, type, Origin.ELEMENT, path, text);
    }
  }

  private void add(String name, DataType type, Origin origin, List<String> path, String from) {
    String lower = new Column(name, type).name();
    String free = lower;
    for (int number = 2; !taken.add(free); number++) {
      free = lower + "_" + number;
    }
    if (!free.equals(lower)) {
      losses.add("%s becomes column %s, for %s is taken".formatted(from, free, lower));
    }
    shaped.add(new ShapedColumn(new Column(free, type, COMMENT + from), origin, path));
  }

  private static List<String> with(List<String> path, String field) {
    List<String> longer = new ArrayList<>(path);
    longer.add(field);
    return longer;
  }

  /** What rows of that shape do not keep, and names that are other than expected. */
  List<String> remarks() {
    return List.copyOf(losses);
  }
}

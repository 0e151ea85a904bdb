package dev.sluice.standin.redshift.sql;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.standin.redshift.lake.ExternalTable;
import dev.sluice.standin.redshift.lake.Quoted;
import dev.sluice.standin.redshift.sql.RangeVariable.Elements;
import dev.sluice.standin.redshift.sql.RangeVariable.External;
import java.util.List;
import java.util.Optional;

/**
 * What dotted names mean: a column, a path into structs, or, in FROM, an array or a map to range
 * over.
 */
final class Paths {
  private final SessionSettings session;
  private final Reads reads;

  Paths(SessionSettings session, Reads reads) {
    this.session = session;
    this.reads = reads;
  }

  /** A place in a row, as PostgreSQL names it. */
  private record Place(String sql, DataType type, boolean isPath) {}

  /** An array or a map in FROM. */
  record Range(String sql, DataType element, External root, int level) {}

  /** The value that a name stands for; empty where PostgreSQL alone can tell. */
  Optional<String> value(Scope scope, List<String> parts) {
    Optional<Scope.Found> found = scope.find(parts);
    if (found.isEmpty() || found.get().variable() instanceof RangeVariable.Other) {
      found.ifPresent(one -> scope.correlate(one.level()));
      return found
          .filter(one -> one.taken() == 0 && !one.variable().name().isEmpty())
          .map(one -> Quoted.name(one.variable().name()) + "." + Names.print(parts));
    }
    Scope.Found one = found.get();
    scope.correlate(one.level());
    NestedRules.parentOutsideFrom(scope, one);
    List<String> rest = parts.subList(one.taken(), parts.size());
    Place place = place(one.variable(), rest, parts);
    if (place.type().isNested()) {
      return Optional.of(whole(one.variable(), rest, place));
    }
    return Optional.of(place.sql());
  }

  /** The array or map that a name in FROM stands for. */
  Optional<Range> range(Scope scope, List<String> parts) {
    Optional<Scope.Found> found =
        scope.find(parts).filter(one -> one.taken() > 0 && one.variable().root() != null);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Scope.Found one = found.get();
    scope.correlate(one.level());
    List<String> rest = parts.subList(one.taken(), parts.size());
    if (session.serializesNested()) {
      throw serialized(parts);
    }
    Place place =
        rest.isEmpty() ? element((Elements) one.variable()) : place(one.variable(), rest, parts);
    External root = java.util.Objects.requireNonNull(one.variable().root());
    reads.nested();
    return Optional.of(new Range(place.sql(), elementType(place, parts), root, one.level()));
  }

  private static DataType elementType(Place place, List<String> parts) {
    DataType element;
    if (place.type() instanceof DataType.Array array) {
      element = array.element();
    } else if (place.type() instanceof DataType.MapOf map) {
      element =
          new DataType.Struct(
              List.of(
                  new DataType.Field("key", map.key()), new DataType.Field("value", map.value())));
    } else {
      throw RefusedException.own(String.join(".", parts) + " in FROM is neither array nor map");
    }
    if (element instanceof DataType.Array || element instanceof DataType.MapOf) {
      throw RefusedException.own(
          String.join(".", parts) + ": arrays can hold scalars and structs, not arrays or maps");
    }
    return element;
  }

  private Place place(RangeVariable variable, List<String> rest, List<String> parts) {
    if (variable instanceof Elements elements) {
      return inElement(elements, rest, parts);
    }
    ExternalTable table = ((External) variable).table();
    String first = rest.get(0);
    String sql = Quoted.name(variable.name()) + "." + Quoted.name(first);
    if (Pseudo.isOne(first)) {
      NestedRules.pseudoColumn(table, first);
      return new Place(sql, DataType.Primitive.STRING, false);
    }
    Column column = table.column(first).orElseThrow(() -> absent(first, table.name()));
    if (rest.size() > 1) {
      if (session.serializesNested() && column.type().isNested()) {
        throw serialized(parts);
      }
      reads.nested();
    }
    return follow(new Place(sql, column.type(), false), rest.subList(1, rest.size()), parts);
  }

  private static Place element(Elements elements) {
    String name = Quoted.name(elements.name());
    return new Place(name + "." + name, elements.element(), true);
  }

  private static Place inElement(Elements elements, List<String> rest, List<String> parts) {
    if (rest.isEmpty()) {
      return element(elements);
    }
    String first = rest.get(0);
    DataType type = field(elements.element(), first, elements.name(), parts);
    String sql = Quoted.name(elements.name()) + "." + Quoted.name(first);
    return follow(new Place(sql, type, true), rest.subList(1, rest.size()), parts);
  }

  private static Place follow(Place start, List<String> names, List<String> parts) {
    Place place = start;
    // PostgreSQL wants parentheses around what is no name of its own.
    String from = "(" + start.sql() + ")";
    String above = parts.get(parts.size() - names.size() - 1);
    for (String name : names) {
      DataType type = field(place.type(), name, above, parts);
      place = new Place(from + "." + Quoted.name(name), type, true);
      from = place.sql();
      above = name;
    }
    return place;
  }

  private static DataType field(DataType type, String name, String above, List<String> parts) {
    if (type instanceof DataType.Struct struct) {
      return struct.fields().stream()
          .filter(field -> field.name().equals(name))
          .findFirst()
          .orElseThrow(() -> absent(name, above))
          .type();
    } else if (type.isNested()) {
      throw RefusedException.own(
          String.join(".", parts) + ": " + above + " is an array or a map; range over it in FROM");
    }
    throw absent(name, above);
  }

  /** A nested value as a whole: its JSON text, or what Redshift says where there is none. */
  private String whole(RangeVariable variable, List<String> rest, Place place) {
    if (!session.serializesNested() || place.isPath()) {
      String name = rest.isEmpty() ? variable.name() : rest.get(rest.size() - 1);
      String owner =
          variable instanceof External external ? external.table().name() : variable.name();
      throw absent(name, owner);
    }
    reads.nested();
    return Quoted.name(variable.name())
        + "."
        + Quoted.name(rest.get(0) + ExternalTable.JSON_SUFFIX);
  }

  /**
   * Redshift's text where a nested column is named as a whole (Amazon Redshift Database Developer
   * Guide, serializing-complex-JSON, read 2026-11-27): it looks like a column that is not there.
   */
  private static RefusedException absent(String column, String owner) {
    return RefusedException.documented(
        "42703", "column \"" + column + "\" does not exist in " + owner);
  }

  private static RefusedException serialized(List<String> parts) {
    return RefusedException.own(
        "with json_serialization_enable, sub-fields can no longer be accessed: "
            + String.join(".", parts));
  }
}

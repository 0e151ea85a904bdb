package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY;
import static dev.sluice.sql.bind.Argument.ARRAY;
import static dev.sluice.sql.bind.Argument.ARRAY_OF_ARRAYS;
import static dev.sluice.sql.bind.Argument.ARRAY_OR_MAP;
import static dev.sluice.sql.bind.Argument.INTEGER;
import static dev.sluice.sql.bind.Argument.MAP;
import static dev.sluice.sql.bind.Argument.ORDERABLE_ARRAY;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.WHOLE;
import static dev.sluice.sql.bind.TrinoFunctions.always;
import static dev.sluice.sql.bind.TrinoFunctions.argument;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;

/** Functions over arrays and maps. */
final class NestedFunctions {
  private NestedFunctions() {}

  static void addTo(TrinoFunctions functions) {
    functions.scalar(Signature.of(always(Primitive.BIGINT), ARRAY_OR_MAP), "cardinality");
    functions.scalar(Signature.of(NestedFunctions::element, ARRAY_OR_MAP, ANY), "element_at");
    functions.scalar(Signature.of(NestedFunctions::contained, ARRAY, ANY), "contains");
    arrays(functions);
    maps(functions);
  }

  private static void arrays(TrinoFunctions functions) {
    functions.scalar(Signature.of(argument(0), ARRAY), "array_distinct", "shuffle");
    functions.scalar(Signature.of(argument(0), ORDERABLE_ARRAY), "array_sort");
    functions.scalar(
        Signature.of(types -> Optional.of(elementOf(types.get(0))), ORDERABLE_ARRAY),
        "array_max",
        "array_min");
    functions.scalar(
        Signature.of(types -> Optional.of(elementOf(types.get(0))), ARRAY_OF_ARRAYS), "flatten");
    functions.scalar(Signature.of(NestedFunctions::position, ARRAY, ANY), "array_position");
    functions.scalar(
        Signature.of(
            types -> CommonType.of(elementOf(types.get(0)), types.get(1)).map(DataType.Array::new),
            ARRAY,
            ANY),
        "array_remove");
    functions.scalar(
        Signature.of(CommonType::of, ARRAY, ARRAY),
        "array_union",
        "array_intersect",
        "array_except");
    functions.scalar(
        Signature.of(types -> CommonType.of(types).map(common -> Primitive.BOOLEAN), ARRAY, ARRAY),
        "arrays_overlap");
    functions.scalar(
        Signature.of(always(Primitive.STRING), ARRAY, TEXT, TEXT).least(2), "array_join");
    functions.scalar(Signature.of(argument(0), ARRAY, WHOLE, WHOLE), "slice");
    functions.scalar(
        Signature.of(types -> Optional.of(new DataType.Array(types.get(0))), ANY, INTEGER),
        "repeat");
    functions.scalar(Signature.of(NestedFunctions::zipped, ARRAY).repeated().least(2), "zip");
  }

  private static void maps(TrinoFunctions functions) {
    functions.scalar(Signature.of(NestedFunctions::map, ARRAY, ARRAY).least(0), "map");
    functions.scalar(
        Signature.of(types -> Optional.of(new DataType.Array(keyOf(types.get(0)))), MAP),
        "map_keys");
    functions.scalar(
        Signature.of(types -> Optional.of(new DataType.Array(valueOf(types.get(0)))), MAP),
        "map_values");
    functions.scalar(
        Signature.of(
            types ->
                Optional.of(
                    new DataType.Array(
                        OperatorBinder.row(List.of(keyOf(types.get(0)), valueOf(types.get(0)))))),
            MAP),
        "map_entries");
    functions.scalar(Signature.of(NestedFunctions::fromEntries, ARRAY), "map_from_entries");
    functions.scalar(Signature.of(CommonType::of, MAP).repeated().least(2), "map_concat");
  }

  static DataType elementOf(DataType type) {
    return type instanceof DataType.Array array ? array.element() : Primitive.UNKNOWN;
  }

  static DataType keyOf(DataType type) {
    return type instanceof DataType.MapOf map ? map.key() : Primitive.UNKNOWN;
  }

  static DataType valueOf(DataType type) {
    return type instanceof DataType.MapOf map ? map.value() : Primitive.UNKNOWN;
  }

  private static Optional<DataType> element(List<DataType> types) {
    if (types.get(0) instanceof DataType.Array array) {
      return WHOLE.takes(types.get(1)) ? Optional.of(array.element()) : Optional.empty();
    } else if (types.get(0) instanceof DataType.MapOf map) {
      return CommonType.of(map.key(), types.get(1)).map(key -> map.value());
    }
    return Optional.of(types.get(0));
  }

  private static Optional<DataType> contained(List<DataType> types) {
    return CommonType.of(elementOf(types.get(0)), types.get(1)).map(common -> Primitive.BOOLEAN);
  }

  private static Optional<DataType> position(List<DataType> types) {
    return CommonType.of(elementOf(types.get(0)), types.get(1)).map(common -> Primitive.BIGINT);
  }

  private static Optional<DataType> zipped(List<DataType> types) {
    List<DataType> elements = types.stream().map(NestedFunctions::elementOf).toList();
    return Optional.of(new DataType.Array(OperatorBinder.row(elements)));
  }

  private static Optional<DataType> map(List<DataType> types) {
    return switch (types.size()) {
      case 0 -> Optional.of(new DataType.MapOf(Primitive.UNKNOWN, Primitive.UNKNOWN));
      case 2 -> Optional.of(new DataType.MapOf(elementOf(types.get(0)), elementOf(types.get(1))));
      default -> Optional.empty();
    };
  }

  private static Optional<DataType> fromEntries(List<DataType> types) {
    return elementOf(types.get(0)) instanceof DataType.Struct entry && entry.fields().size() == 2
        ? Optional.of(
            new DataType.MapOf(entry.fields().get(0).type(), entry.fields().get(1).type()))
        : Optional.empty();
  }
}

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
import java.util.Random;

/** Makes up types, changes of them, and values of them, no two of which are the same. */
final class RandomTypes {
  private static final Type DECIMAL = new Type.Decimal(12, 2);

  private static final List<Type> SCALARS =
      List.of(STRING, STRING, INT, INT, BIGINT, TINYINT, FLOAT, DOUBLE, DECIMAL);

  private static final Map<Type, List<Type>> CHANGES =
      Map.of(
          TINYINT, List.of(INT, BIGINT),
          INT, List.of(BIGINT, BIGINT, DOUBLE, STRING, DECIMAL),
          BIGINT, List.of(INT, STRING),
          FLOAT, List.of(DOUBLE, DOUBLE, STRING),
          DOUBLE, List.of(FLOAT, STRING),
          STRING, List.of(INT),
          DECIMAL, List.of(new Type.Decimal(14, 2), new Type.Decimal(14, 4)));

  private final Random random;
  private int values;
  private int fields;

  RandomTypes(Random random) {
    this.random = random;
  }

  /**
   * @param depth of parts below it
   */
  Type any(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(9)) {
      case 0, 1 -> struct(depth - 1);
      case 2 -> new Type.ArrayOf(any(depth - 1));
      case 3 -> new Type.MapOf(any(depth - 1));
      default -> SCALARS.get(random.nextInt(SCALARS.size()));
    };
  }

  private Type struct(int depth) {
    List<Type.Field> all = new ArrayList<>();
    for (int more = 2 + random.nextInt(2); more > 0; more--) {
      all.add(field(depth));
    }
    return new Type.Struct(all);
  }

  private Type.Field field(int depth) {
    return Type.field("f" + fields++, any(depth));
  }

  /** Another type, or the same where there is no way from it. */
  Type changed(Type type) {
    if (type instanceof Type.Struct struct) {
      return new Type.Struct(changed(struct.fields()));
    } else if (type instanceof Type.ArrayOf array) {
      return new Type.ArrayOf(changed(array.element()));
    } else if (type instanceof Type.MapOf map) {
      return new Type.MapOf(changed(map.value()));
    }
    List<Type> ways = CHANGES.getOrDefault(type, List.of(type));
    return ways.get(random.nextInt(ways.size()));
  }

  private List<Type.Field> changed(List<Type.Field> older) {
    List<Type.Field> all = new ArrayList<>(older);
    int at = random.nextInt(all.size());
    switch (random.nextInt(all.size() == 1 ? 3 : 5)) {
      case 0 -> all.add(field(0));
      case 1 -> all.add(at, field(0));
      case 2 -> all.set(at, Type.field(all.get(at).name(), changed(all.get(at).type())));
      case 3 -> all.remove(at);
      default -> all.add(all.remove(at));
    }
    return all;
  }

  Row row(Type.Struct shape) {
    Row row = new Row();
    shape.fields().forEach(field -> row.with(field.name(), value(field.type())));
    return row;
  }

  private Object value(Type type) {
    if (type instanceof Type.Struct struct) {
      return row(struct);
    } else if (type instanceof Type.ArrayOf array) {
      return List.of(value(array.element()), value(array.element()));
    } else if (type instanceof Type.MapOf map) {
      return Map.of("p", value(map.value()));
    }
    int next = ++values;
    return type instanceof Type.Decimal decimal
        ? BigDecimal.valueOf(next * 100L + 25, 2).setScale(decimal.scale())
        : scalar((Type.Scalar) type, next);
  }

  /** Bigints are beyond ints, texts are no numbers, and fractions are the same in four bytes. */
  private static Object scalar(Type.Scalar type, int next) {
    return switch (type) {
      case STRING -> "t" + next;
      case TINYINT -> next % 100;
      case INT -> 1000 + next;
      case BIGINT -> 5_000_000_000L + next;
      case FLOAT -> next % 1000 + 0.5f;
      case DOUBLE -> next % 1000 + 0.25;
      case BOOLEAN, DATE, TIMESTAMP ->
          throw new IllegalArgumentException("No values are made up for " + type.hive());
    };
  }
}

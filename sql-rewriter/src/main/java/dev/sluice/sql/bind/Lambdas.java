package dev.sluice.sql.bind;

import com.google.common.collect.ImmutableSortedMap;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;

/**
 * Binds functions that take functions, such as {@code filter(items, x -> x.quantity > 1)} (Trino
 * documentation, "Lambda expressions"). What a lambda's parameters are follows from the values that
 * stand before it.
 */
final class Lambdas {
  /** How a function of functions takes its arguments and what it gives. */
  private interface Shape {
    SqlNode bind(Lambdas lambdas, SqlCall call, Place place);
  }

  private static final SortedMap<String, Shape> SHAPES =
      ImmutableSortedMap.<String, Shape>naturalOrder()
          .put("transform", (it, call, at) -> it.overArray(call, at, false))
          .put("filter", (it, call, at) -> it.overArray(call, at, true))
          .put("any_match", Lambdas::match)
          .put("all_match", Lambdas::match)
          .put("none_match", Lambdas::match)
          .put("reduce", Lambdas::reduce)
          .put("zip_with", Lambdas::zipWith)
          .put("map_filter", Lambdas::mapFilter)
          .put("transform_keys", (it, call, at) -> it.overMap(call, at, true))
          .put("transform_values", (it, call, at) -> it.overMap(call, at, false))
          .build();

  private final Binding binding;
  private final ExpressionBinder expressions;

  Lambdas(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
  }

  static Set<String> names() {
    return SHAPES.keySet();
  }

  static List<SqlOperator> operators() {
    return SHAPES.keySet().stream().<SqlOperator>map(TrinoFunctions::operator).toList();
  }

  static boolean isKnown(String name) {
    return SHAPES.containsKey(name);
  }

  SqlNode bind(SqlCall call, String name, Place place) {
    return Objects.requireNonNull(SHAPES.get(name)).bind(this, call, place);
  }

  private SqlNode overArray(SqlCall call, Place place, boolean filters) {
    requireCount(call, 2);
    SqlNode array = value(call, 0, Argument.ARRAY, place);
    DataType element = NestedFunctions.elementOf(binding.typeOf(array));
    SqlNode lambda = lambda(call, 1, List.of(element), place);
    if (filters) {
      requireBoolean(call, lambda);
      return call(call, List.of(array, lambda), binding.typeOf(array));
    }
    return call(call, List.of(array, lambda), new DataType.Array(binding.typeOf(lambda)));
  }

  private SqlNode match(SqlCall call, Place place) {
    requireCount(call, 2);
    SqlNode array = value(call, 0, Argument.ARRAY, place);
    DataType element = NestedFunctions.elementOf(binding.typeOf(array));
    SqlNode lambda = lambda(call, 1, List.of(element), place);
    requireBoolean(call, lambda);
    return call(call, List.of(array, lambda), Primitive.BOOLEAN);
  }

  /** The state has the type of what it starts with. */
  private SqlNode reduce(SqlCall call, Place place) {
    requireCount(call, 4);
    SqlNode array = value(call, 0, Argument.ARRAY, place);
    SqlNode start = value(call, 1, Argument.ANY, place);
    DataType state = binding.typeOf(start);
    DataType element = NestedFunctions.elementOf(binding.typeOf(array));
    SqlNode step = lambda(call, 2, List.of(state, element), place);
    if (!CommonType.of(state, binding.typeOf(step)).equals(Optional.of(state))) {
      throw BindErrors.mismatch(
          call,
          "The state of reduce starts as " + state + " and becomes " + binding.typeOf(step),
          "; cast what it starts with");
    }
    SqlNode end = lambda(call, 3, List.of(state), place);
    return call(call, List.of(array, start, step, end), binding.typeOf(end));
  }

  private SqlNode zipWith(SqlCall call, Place place) {
    requireCount(call, 3);
    SqlNode left = value(call, 0, Argument.ARRAY, place);
    SqlNode right = value(call, 1, Argument.ARRAY, place);
    List<DataType> elements =
        List.of(
            NestedFunctions.elementOf(binding.typeOf(left)),
            NestedFunctions.elementOf(binding.typeOf(right)));
    SqlNode lambda = lambda(call, 2, elements, place);
    return call(call, List.of(left, right, lambda), new DataType.Array(binding.typeOf(lambda)));
  }

  private SqlNode mapFilter(SqlCall call, Place place) {
    requireCount(call, 2);
    SqlNode map = value(call, 0, Argument.MAP, place);
    SqlNode lambda = lambda(call, 1, entry(map), place);
    requireBoolean(call, lambda);
    return call(call, List.of(map, lambda), binding.typeOf(map));
  }

  private SqlNode overMap(SqlCall call, Place place, boolean keys) {
    requireCount(call, 2);
    SqlNode map = value(call, 0, Argument.MAP, place);
    SqlNode lambda = lambda(call, 1, entry(map), place);
    DataType made = binding.typeOf(lambda);
    DataType type = binding.typeOf(map);
    return call(
        call,
        List.of(map, lambda),
        keys
            ? new DataType.MapOf(made, NestedFunctions.valueOf(type))
            : new DataType.MapOf(NestedFunctions.keyOf(type), made));
  }

  private List<DataType> entry(SqlNode map) {
    DataType type = binding.typeOf(map);
    return List.of(NestedFunctions.keyOf(type), NestedFunctions.valueOf(type));
  }

  private SqlNode value(SqlCall call, int index, Argument kind, Place place) {
    SqlNode value = expressions.bind(call.operand(index), place);
    if (!kind.takes(binding.typeOf(value))) {
      throw BindErrors.function(call, name(call), List.of(binding.typeOf(value)), "");
    }
    return value;
  }

  private SqlNode lambda(SqlCall call, int index, List<DataType> types, Place place) {
    SqlNode node = call.operand(index);
    if (!(node instanceof SqlLambda lambda) || lambda.getParameters().size() != types.size()) {
      throw BindErrors.invalid(
          node,
          "Argument "
              + (index + 1)
              + " of "
              + name(call)
              + " is a function of "
              + (types.size() == 1 ? "one value, as in x -> …" : "two values, as in (x, y) -> …")
              + ",",
          "");
    }
    List<Scope.Merged> parameters = new ArrayList<>();
    for (SqlNode parameter : lambda.getParameters()) {
      SqlIdentifier id = (SqlIdentifier) parameter;
      DataType type = types.get(parameters.size());
      parameters.add(new Scope.Merged(id.getSimple(), binding.typed(id, type), type));
    }
    SqlNode body =
        expressions.bind(lambda.getExpression(), place.within(place.scope().locals(parameters)));
    SqlNodeList names = lambda.getParameters();
    SqlNode bound = new SqlLambda(lambda.getParserPosition(), names, body);
    return binding.typed(bound, binding.typeOf(body));
  }

  private void requireBoolean(SqlCall call, SqlNode lambda) {
    if (!Argument.BOOLEAN.takes(binding.typeOf(lambda))) {
      throw BindErrors.mismatch(
          call,
          "The function in " + name(call) + " gives " + binding.typeOf(lambda) + ", not a boolean,",
          "");
    }
  }

  private static void requireCount(SqlCall call, int count) {
    if (call.operandCount() != count) {
      throw BindErrors.invalid(
          call,
          "Function "
              + name(call)
              + " takes "
              + count
              + " arguments, not "
              + call.operandCount()
              + ",",
          "");
    }
  }

  private SqlNode call(SqlCall call, List<SqlNode> operands, DataType type) {
    return binding.typed(
        new SqlBasicCall(TrinoFunctions.operator(name(call)), operands, call.getParserPosition()),
        type);
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }
}

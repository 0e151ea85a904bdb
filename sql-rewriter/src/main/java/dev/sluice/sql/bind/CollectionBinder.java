package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Binds arrays, maps and rows: made of values, and taken apart by position or by key. */
final class CollectionBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final RowParts rows;

  CollectionBinder(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
    this.rows = new RowParts(binding, expressions);
  }

  SqlNode bind(SqlCall call, Place place) {
    return switch (call.getKind()) {
      case ITEM -> element(call, place);
      case ARRAY_VALUE_CONSTRUCTOR -> array(call, place);
      default -> map(call, place);
    };
  }

  private SqlNode typed(SqlCall call, List<SqlNode> operands, DataType type) {
    return binding.typed(ExpressionBinder.copy(call, operands), type);
  }

  private SqlNode element(SqlCall call, Place place) {
    SqlNode collection = expressions.bind(call.operand(0), place);
    if (binding.typeOf(collection) instanceof DataType.Struct) {
      return rows.one(call, collection, call.operand(1));
    }
    DataType key =
        binding.typeOf(collection) instanceof DataType.MapOf map
            ? map.key()
            : DataType.Primitive.BIGINT;
    List<SqlNode> operands = List.of(collection, expressions.bind(call.operand(1), place, key));
    List<DataType> types = binding.typesOf(operands);
    DataType element = null;
    if (types.get(0) instanceof DataType.Array array && Argument.WHOLE.takes(types.get(1))) {
      element = array.element();
    } else if (types.get(0) instanceof DataType.MapOf map
        && CommonType.of(map.key(), types.get(1)).isPresent()) {
      element = map.value();
    }
    if (element == null) {
      throw BindErrors.mismatch(call, "[ ] cannot be applied to " + BindErrors.list(types), "");
    }
    return typed(call, operands, element);
  }

  private SqlNode array(SqlCall call, Place place) {
    List<SqlNode> operands =
        binding.parameters.alike(expressions.all(call.getOperandList(), place), ParameterUse.VALUE);
    List<DataType> types = binding.typesOf(operands);
    DataType element =
        CommonType.of(types)
            .orElseThrow(
                () -> BindErrors.different(call, "The elements are of different types: ", types));
    return typed(call, expressions.alike(operands), new DataType.Array(element));
  }

  private SqlNode map(SqlCall call, Place place) {
    List<SqlNode> operands = expressions.all(call.getOperandList(), place);
    List<DataType> keys = new ArrayList<>();
    List<DataType> values = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      (i % 2 == 0 ? keys : values).add(binding.typeOf(operands.get(i)));
    }
    Optional<DataType> key = CommonType.of(keys);
    Optional<DataType> value = CommonType.of(values);
    if (key.isEmpty() || value.isEmpty()) {
      throw BindErrors.mismatch(call, "The entries of the map are of different types", "");
    }
    return typed(call, operands, new DataType.MapOf(key.get(), value.get()));
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Parameter;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one query. Each is bound without a type at first; what stands around it then
 * says the type, and its value, where one was given, takes its place in the tree.
 */
final class Parameters {
  /** The type of a parameter until what stands around it says another. */
  static final DataType UNTYPED = new DataType.Unsupported("parameter", "its type is not known");

  private final Binding binding;
  private final List<? extends @Nullable Object> values;
  private final SortedMap<Integer, SqlDynamicParam> written = new TreeMap<>();
  private final SortedMap<Integer, DataType> types = new TreeMap<>();

  /**
   * @param values one for each parameter, or none at all to learn their types
   */
  Parameters(SqlNode query, List<? extends @Nullable Object> values, Binding binding) {
    this.binding = binding;
    this.values = values;
    find(query);
    requireCount();
  }

  private void find(SqlNode query) {
    query.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            written.putIfAbsent(parameter.getIndex(), parameter);
            return null;
          }
        });
  }

  private void requireCount() {
    if (!values.isEmpty() && values.size() != written.size()) {
      throw new SluiceException(
          ErrorCode.PARAMETER_INVALID,
          "The query has %d parameter%s and %d value%s given"
              .formatted(
                  written.size(),
                  written.size() == 1 ? "" : "s",
                  values.size(),
                  values.size() == 1 ? " was" : "s were"));
    }
  }

  /** A parameter whose type is not known yet. */
  SqlNode untyped(SqlDynamicParam parameter) {
    return binding.typed(
        new SqlDynamicParam(parameter.getIndex(), parameter.getParserPosition()), UNTYPED);
  }

  /** The operands, those that are parameters having the type that the others share. */
  List<SqlNode> alike(List<SqlNode> operands, ParameterUse use) {
    List<DataType> types = binding.typesOf(operands);
    List<DataType> others = types.stream().filter(type -> !isUntyped(type)).toList();
    Optional<DataType> common = CommonType.of(others);
    return others.size() == types.size() || common.isEmpty()
        ? operands
        : operands.stream().map(operand -> typed(operand, common.get(), use)).toList();
  }

  /** Whether a type is a parameter's that is not known yet, or a row's with such a one in it. */
  private static boolean isUntyped(DataType type) {
    return type.equals(UNTYPED)
        || (type instanceof DataType.Struct row
            && row.fields().stream().anyMatch(field -> isUntyped(field.type())));
  }

  /** The node itself, unless it is a parameter whose type is not known yet. */
  SqlNode typed(SqlNode node, DataType type, ParameterUse use) {
    if (node.getKind() == SqlKind.ROW && type instanceof DataType.Struct row) {
      return row((SqlCall) node, row, use);
    } else if (Types.isAny(type) || !binding.typeOf(node).equals(UNTYPED)) {
      return node;
    } else if (node.getKind() == SqlKind.MINUS_PREFIX || node.getKind() == SqlKind.PLUS_PREFIX) {
      SqlCall sign = (SqlCall) node;
      SqlNode operand = typed(sign.operand(0), type, use);
      return binding.typed(ExpressionBinder.copy(sign, List.of(operand)), binding.typeOf(operand));
    }
    return node instanceof SqlDynamicParam parameter ? value(parameter, type, use) : node;
  }

  private SqlNode row(SqlCall row, DataType.Struct type, ParameterUse use) {
    List<SqlNode> operands = row.getOperandList();
    if (operands.size() != type.fields().size() || !isUntyped(binding.typeOf(row))) {
      return row;
    }
    List<SqlNode> typed = new ArrayList<>();
    for (DataType.Field field : type.fields()) {
      typed.add(typed(operands.get(typed.size()), field.type(), use));
    }
    return binding.typed(
        ExpressionBinder.copy(row, typed), OperatorBinder.row(binding.typesOf(typed)));
  }

  private SqlNode value(SqlDynamicParam parameter, DataType wanted, ParameterUse use) {
    int index = parameter.getIndex();
    DataType type = Types.isText(wanted) ? Primitive.STRING : Timestamps.inMilliseconds(wanted);
    DataType before = types.getOrDefault(index, type);
    // The operand of a CASE stands in each of its conditions.
    types.put(index, CommonType.of(before, type).orElse(type));
    return values.isEmpty()
        ? binding.typed(parameter, type)
        : new ParameterValue(binding, parameter, values.get(index)).as(type, use);
  }

  /**
   * Every parameter with its type.
   *
   * @throws SluiceException if the type of one cannot be told
   */
  List<Parameter> all() {
    List<Parameter> all = new ArrayList<>();
    written.forEach(
        (index, parameter) -> {
          DataType type = types.get(index);
          if (type == null) {
            throw BindErrors.mismatch(
                parameter,
                "The type of parameter " + (index + 1) + " cannot be told",
                "; write CAST(? AS …) with the type that it has, for example CAST(? AS varchar)");
          }
          all.add(new Parameter(type, Positions.of(parameter), !values.isEmpty()));
        });
    return all;
  }
}

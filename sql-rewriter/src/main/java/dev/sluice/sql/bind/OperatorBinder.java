package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Binds operators and the constructs that SQL writes like them: CASE, CAST, IN, BETWEEN. */
final class OperatorBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final CollectionBinder collections;

  OperatorBinder(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
    this.collections = new CollectionBinder(binding, expressions);
  }

  /** Whether a call is one of those that this class knows. */
  boolean isOperator(SqlCall call) {
    return switch (call.getKind()) {
      case AND,
          OR,
          NOT,
          EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IS_DISTINCT_FROM,
          IS_NOT_DISTINCT_FROM,
          IS_NULL,
          IS_NOT_NULL,
          IS_TRUE,
          IS_FALSE,
          IS_NOT_TRUE,
          IS_NOT_FALSE,
          BETWEEN,
          IN,
          NOT_IN,
          SOME,
          ALL,
          LIKE,
          PLUS,
          MINUS,
          TIMES,
          DIVIDE,
          PLUS_PREFIX,
          MINUS_PREFIX,
          CASE,
          CAST,
          SAFE_CAST,
          ITEM,
          ROW,
          ARRAY_VALUE_CONSTRUCTOR,
          MAP_VALUE_CONSTRUCTOR ->
          true;
      case MOD -> call.getOperator().getName().equals("%");
      default -> call.getOperator().getName().equals("||");
    };
  }

  SqlNode bind(SqlCall call, Place place) {
    return switch (call.getKind()) {
      case AND, OR, NOT, IS_TRUE, IS_FALSE, IS_NOT_TRUE, IS_NOT_FALSE -> logic(call, place);
      case IS_NULL, IS_NOT_NULL -> same(call, operands(call, place), Primitive.BOOLEAN);
      case BETWEEN -> compared(call, operands(call, place));
      case IN, NOT_IN -> in(call, place);
      case SOME, ALL -> quantified(call, place);
      case LIKE -> like(call, place);
      case PLUS, MINUS, TIMES, DIVIDE, MOD -> arithmetic(call, place);
      case PLUS_PREFIX, MINUS_PREFIX -> signed(call, place);
      case CASE -> cases((SqlCase) call, place);
      case CAST, SAFE_CAST -> cast(call, place);
      case ITEM, ARRAY_VALUE_CONSTRUCTOR, MAP_VALUE_CONSTRUCTOR -> collections.bind(call, place);
      case ROW -> {
        List<SqlNode> operands = operands(call, place);
        yield same(call, operands, row(binding.typesOf(operands)));
      }
      default ->
          call.getOperator().getName().equals("||")
              ? joined(call, place)
              : compared(call, operands(call, place));
    };
  }

  /** A row of values without names. */
  static DataType row(List<DataType> types) {
    List<DataType.Field> fields = new ArrayList<>();
    types.forEach(type -> fields.add(new DataType.Field("field" + fields.size(), type)));
    return new DataType.Struct(fields);
  }

  /** The type of a struct's field. */
  static Optional<DataType> field(DataType type, String name) {
    return type instanceof DataType.Struct struct
        ? struct.fields().stream()
            .filter(field -> field.name().equals(name))
            .map(DataType.Field::type)
            .findFirst()
        : Optional.empty();
  }

  private List<SqlNode> operands(SqlCall call, Place place) {
    return expressions.all(call.getOperandList(), place);
  }

  private SqlNode same(SqlCall call, List<SqlNode> operands, DataType type) {
    return binding.typed(ExpressionBinder.copy(call, operands), type);
  }

  private List<SqlNode> operands(SqlCall call, Place place, DataType type) {
    return call.getOperandList().stream()
        .map(operand -> expressions.bind(operand, place, type))
        .toList();
  }

  private SqlNode logic(SqlCall call, Place place) {
    List<SqlNode> operands = operands(call, place, Primitive.BOOLEAN);
    List<DataType> types = binding.typesOf(operands);
    if (!types.stream().allMatch(Argument.BOOLEAN::takes)) {
      throw BindErrors.operator(call, call.getOperator().getName(), types);
    }
    return same(call, operands, Primitive.BOOLEAN);
  }

  private SqlNode compared(SqlCall call, List<SqlNode> written) {
    List<SqlNode> operands = binding.parameters.alike(written, ParameterUse.COMPARED);
    DataType first = binding.typeOf(operands.get(0));
    for (SqlNode other : operands.subList(1, operands.size())) {
      requireComparable(call, first, binding.typeOf(other));
    }
    if (isOfOrder(call.getKind()) && !Types.isOrderable(first)) {
      throw BindErrors.mismatch(call, "Values of type " + first + " have no order", "");
    }
    return same(call, comparable(operands), Primitive.BOOLEAN);
  }

  private static boolean isOfOrder(SqlKind kind) {
    return switch (kind) {
      case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL, BETWEEN -> true;
      default -> false;
    };
  }

  private static void requireComparable(SqlCall call, DataType left, DataType right) {
    if (!Types.isAny(left) && !Types.isAny(right) && CommonType.of(left, right).isEmpty()) {
      throw BindErrors.compared(call, left, right);
    }
  }

  /**
   * Dates beside timestamps become timestamps in so many words, since not every engine does it by
   * itself in every place.
   */
  List<SqlNode> alike(List<SqlNode> operands) {
    return plainTimestamps(operands)
        .map(type -> operands.stream().map(operand -> timestamp(operand, type)).toList())
        .orElse(operands);
  }

  /** The same where the type is not seen, so that the number of digits need not be said. */
  private List<SqlNode> comparable(List<SqlNode> operands) {
    return plainTimestamps(operands)
        .map(Timestamps::inMilliseconds)
        .map(type -> operands.stream().map(operand -> timestamp(operand, type)).toList())
        .orElse(operands);
  }

  private Optional<DataType> plainTimestamps(List<SqlNode> operands) {
    return CommonType.of(binding.typesOf(operands).stream().filter(Timestamps::isPlain).toList())
        .filter(Timestamps::isPlain);
  }

  private SqlNode timestamp(SqlNode operand, DataType type) {
    if (binding.typeOf(operand) != Primitive.DATE) {
      return operand;
    }
    SqlParserPos at = operand.getParserPosition();
    int digits = Timestamps.digits(type);
    SqlBasicTypeNameSpec name =
        type == Primitive.TIMESTAMP
            ? new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, at)
            : new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, digits, at);
    SqlNode cast = SqlStdOperatorTable.CAST.createCall(at, operand, new SqlDataTypeSpec(name, at));
    return binding.typed(cast, type);
  }

  /** {@code = ANY} is IN, and {@code <> ALL} is NOT IN. */
  private SqlNode quantified(SqlCall call, Place place) {
    SqlKind comparison = ((SqlQuantifyOperator) call.getOperator()).comparisonKind;
    boolean isIn = call.getKind() == SqlKind.SOME && comparison == SqlKind.EQUALS;
    boolean isNotIn = call.getKind() == SqlKind.ALL && comparison == SqlKind.NOT_EQUALS;
    if (!isIn && !isNotIn) {
      return in(call, place);
    }
    SqlOperator in = isIn ? SqlStdOperatorTable.IN : SqlStdOperatorTable.NOT_IN;
    return in((SqlCall) in.createCall(call.getParserPosition(), call.getOperandList()), place);
  }

  private SqlNode in(SqlCall call, Place place) {
    SqlNode left = expressions.bind(call.operand(0), place);
    SqlNode right = call.operand(1);
    if (!(right instanceof SqlNodeList values)) {
      SqlNode rows = expressions.rowsOf(right, place);
      left = binding.parameters.typed(left, binding.typeOf(rows), ParameterUse.COMPARED);
      requireComparable(call, binding.typeOf(left), binding.typeOf(rows));
      return same(call, List.of(left, rows), Primitive.BOOLEAN);
    }
    List<SqlNode> written = new ArrayList<>(List.of(left));
    written.addAll(expressions.list(values, place));
    List<SqlNode> operands = binding.parameters.alike(written, ParameterUse.COMPARED);
    left = operands.get(0);
    for (SqlNode value : operands) {
      requireComparable(call, binding.typeOf(left), binding.typeOf(value));
    }
    List<SqlNode> alike = comparable(operands);
    SqlNodeList list = new SqlNodeList(alike.subList(1, alike.size()), values.getParserPosition());
    return same(call, List.of(alike.get(0), list), Primitive.BOOLEAN);
  }

  private SqlNode like(SqlCall call, Place place) {
    List<SqlNode> operands = operands(call, place, Primitive.STRING);
    List<DataType> types = binding.typesOf(operands);
    if (!types.stream().allMatch(Argument.TEXT_OR_CHAR::takes)) {
      throw BindErrors.mismatch(
          call,
          "LIKE cannot compare " + BindErrors.list(types),
          "; cast to varchar, for example CAST(… AS varchar)");
    }
    return same(call, operands, Primitive.BOOLEAN);
  }

  private SqlNode arithmetic(SqlCall call, Place place) {
    List<SqlNode> operands = numbers(operands(call, place));
    List<DataType> types = binding.typesOf(operands);
    DataType type =
        Types.arithmetic(call.getKind(), types.get(0), types.get(1))
            .orElseThrow(() -> BindErrors.operator(call, call.getOperator().getName(), types));
    return same(call, Intervals.isInterval(type) ? alike(operands) : operands, type);
  }

  /** A parameter beside a number is such a number; beside a date it could be several things. */
  private List<SqlNode> numbers(List<SqlNode> operands) {
    return binding.typesOf(operands).stream().anyMatch(Types::isNumber)
        ? binding.parameters.alike(operands, ParameterUse.VALUE)
        : operands;
  }

  private SqlNode signed(SqlCall call, Place place) {
    SqlNode operand = expressions.bind(call.operand(0), place);
    DataType type = binding.typeOf(operand);
    boolean negated = call.getKind() == SqlKind.MINUS_PREFIX && Intervals.isInterval(type);
    if (!Argument.NUMBER.takes(type) && !negated) {
      throw BindErrors.operator(call, call.getOperator().getName(), List.of(type));
    }
    return same(call, List.of(operand), type);
  }

  private SqlNode cases(SqlCase call, Place place) {
    if (call.getValueOperand() != null) {
      throw BindErrors.invalid(call, "CASE over a value was not taken apart", "");
    }
    SqlNodeList when =
        new SqlNodeList(
            call.getWhenOperands().stream()
                .map(condition -> expressions.bind(condition, place, Primitive.BOOLEAN))
                .toList(),
            call.getWhenOperands().getParserPosition());
    for (SqlNode condition : when) {
      if (!Argument.BOOLEAN.takes(binding.typeOf(condition))) {
        throw BindErrors.mismatch(condition, "A WHEN clause must be a boolean", "");
      }
    }
    List<SqlNode> written = new ArrayList<>(expressions.list(call.getThenOperands(), place));
    SqlNode otherwise = call.getElseOperand();
    written.add(expressions.bind(Objects.requireNonNull(otherwise, "ELSE, which is NULL"), place));
    List<SqlNode> answers = binding.parameters.alike(written, ParameterUse.VALUE);
    List<DataType> types = binding.typesOf(answers);
    DataType type =
        CommonType.of(types)
            .orElseThrow(
                () ->
                    BindErrors.mismatch(
                        call, "The alternatives are of different types", "; cast them to one"));
    List<SqlNode> alike = alike(answers);
    int last = alike.size() - 1;
    SqlNode bound =
        new SqlCase(
            call.getParserPosition(),
            null,
            when,
            new SqlNodeList(alike.subList(0, last), call.getThenOperands().getParserPosition()),
            alike.get(last));
    return binding.typed(bound, type);
  }

  private SqlNode cast(SqlCall call, Place place) {
    if (!(call.operand(1) instanceof SqlDataTypeSpec spec)) {
      throw BindErrors.invalid(call.operand(1), "A type is expected", "");
    }
    DataType to = TypeNames.of(spec);
    SqlNode operand =
        binding.parameters.typed(expressions.bind(call.operand(0), place), to, ParameterUse.CAST);
    DataType from = binding.typeOf(operand);
    if (!Types.canCast(from, to)) {
      throw BindErrors.mismatch(call, "Cannot cast " + from + " to " + to, "");
    }
    SqlDataTypeSpec spelled =
        spec.getTypeNameSpec() instanceof SqlBasicTypeNameSpec
            ? spec
            : new SqlDataTypeSpec(
                new SpelledTypeSpec(to, spec.getParserPosition()), spec.getParserPosition());
    SqlOperator operator =
        call.getKind() == SqlKind.CAST ? SqlStdOperatorTable.CAST : call.getOperator();
    return binding.typed(operator.createCall(call.getParserPosition(), operand, spelled), to);
  }

  private SqlNode joined(SqlCall call, Place place) {
    List<SqlNode> operands = binding.parameters.alike(operands(call, place), ParameterUse.VALUE);
    List<DataType> types = binding.typesOf(operands);
    if (types.stream().allMatch(Argument.TEXT_OR_CHAR::takes)) {
      DataType text =
          TextFunctions.concatenation(types)
              .orElseThrow(() -> BindErrors.operator(call, "||", types));
      return same(call, operands, text);
    } else if (types.stream().allMatch(Argument.ARRAY::takes)) {
      DataType array =
          CommonType.of(types).orElseThrow(() -> BindErrors.operator(call, "||", types));
      return same(call, operands, array);
    }
    throw BindErrors.operator(call, "||", types);
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Binds expressions: makes a tree in which every name is qualified, and writes down its types and
 * where its names lead. The tree that it is given is left as it is.
 */
final class ExpressionBinder {
  private final Binding binding;
  private final QueryBinder queries;
  private final OperatorBinder operators;
  private final FunctionBinder functions;

  ExpressionBinder(Binding binding, QueryBinder queries) {
    this.binding = binding;
    this.queries = queries;
    this.operators = new OperatorBinder(binding, this);
    this.functions = new FunctionBinder(binding, this);
  }

  SqlNode bind(SqlNode node, Place place) {
    if (node instanceof SqlIdentifier id) {
      return name(id, place);
    } else if (node instanceof SqlLiteral literal) {
      return literal(literal, place);
    } else if (node instanceof SqlNodeList list) {
      return list(list, place);
    } else if (node instanceof SqlCall call) {
      return call.isA(SqlKind.QUERY) ? scalarQuery(call, place) : call(call, place);
    } else if (node instanceof SqlDynamicParam parameter) {
      return binding.parameters.untyped(parameter);
    }
    throw BindErrors.invalid(node, "'" + node + "' cannot stand in an expression", "");
  }

  /** {@code TIMESTAMP '2026-03-01 12:30 UTC'} is {@code with_timezone(TIMESTAMP …, 'UTC')}. */
  private SqlNode literal(SqlLiteral literal, Place place) {
    Optional<SqlLiteral> zone = Literals.zone(literal);
    if (zone.isPresent()) {
      return functions.zoned(Literals.withoutZone(literal), zone.get(), place);
    }
    Optional<TimeText> time = Literals.zonedTime(literal);
    if (time.isPresent()) {
      return zonedTime(literal, time.get());
    }
    SqlLiteral read = Literals.read(literal);
    return binding.typed(read, Literals.type(read));
  }

  /** {@code TIME '12:30 +01:00'} is {@code CAST('12:30:00+01:00' AS time(0) with time zone)}. */
  private SqlNode zonedTime(SqlLiteral literal, TimeText time) {
    SqlParserPos at = literal.getParserPosition();
    if (time.digits() > Timestamps.MOST_DIGITS) {
      throw Timestamps.tooFine("time", literal);
    }
    SqlLiteral text = SqlLiteral.createCharString(time.time() + time.offset(), at);
    DataType type = Times.of(time.digits(), true);
    SqlNode spec = new SqlDataTypeSpec(new SpelledTypeSpec(type, at), at);
    return binding.typed(
        SqlStdOperatorTable.CAST.createCall(at, binding.typed(text, Literals.type(text)), spec),
        type);
  }

  SqlNodeList list(SqlNodeList nodes, Place place) {
    List<SqlNode> bound = new ArrayList<>();
    nodes.forEach(node -> bound.add(bind(node, place)));
    return new SqlNodeList(bound, nodes.getParserPosition());
  }

  List<SqlNode> all(List<SqlNode> nodes, Place place) {
    List<SqlNode> bound = new ArrayList<>();
    nodes.forEach(node -> bound.add(bind(node, place)));
    return bound;
  }

  /** A window, of OVER or of the WINDOW clause. */
  SqlWindow window(SqlWindow window, Place place) {
    return functions.window(window, place);
  }

  /** Dates beside timestamps become timestamps. */
  List<SqlNode> alike(List<SqlNode> operands) {
    return operators.alike(operands);
  }

  /** A condition: WHERE's, ON's, HAVING's and QUALIFY's. */
  SqlNode condition(SqlNode node, Place place) {
    SqlNode bound =
        binding.parameters.typed(bind(node, place), Primitive.BOOLEAN, ParameterUse.VALUE);
    DataType type = binding.typeOf(bound);
    if (type != Primitive.BOOLEAN && !Types.isAny(type)) {
      throw BindErrors.mismatch(node, "The " + place.clause() + " must be a boolean", "");
    }
    return bound;
  }

  /** What rows are ordered by: maps and JSON have no order. */
  void requireOrderable(SqlNode written, SqlNode bound) {
    DataType type = binding.typeOf(bound);
    if (!Types.isOrderable(type)) {
      throw BindErrors.mismatch(written, "Values of type " + type + " have no order", "");
    }
  }

  /** An expression that is of the given type if it is a parameter. */
  SqlNode bind(SqlNode node, Place place, DataType type) {
    return binding.parameters.typed(bind(node, place), type, ParameterUse.VALUE);
  }

  private SqlNode call(SqlCall call, Place place) {
    return switch (call.getKind()) {
      case EXISTS -> {
        SqlNode query = queries.inExpression(call.operand(0), place.scope()).node();
        yield binding.typed(copy(call, List.of(query)), Primitive.BOOLEAN);
      }
      case DOT -> field(call, place);
      default ->
          operators.isOperator(call) ? operators.bind(call, place) : functions.bind(call, place);
    };
  }

  private SqlNode scalarQuery(SqlCall call, Place place) {
    QueryBinder.Bound query = queries.inExpression(call, place.scope());
    if (query.columns().size() != 1) {
      throw BindErrors.mismatch(call, "A subquery used as a value must have one column", "");
    }
    DataType type = query.columns().get(0).type();
    SqlNode scalar =
        SqlStdOperatorTable.SCALAR_QUERY.createCall(call.getParserPosition(), query.node());
    return binding.typed(scalar, type);
  }

  /** A subquery after IN or ANY, and the type of its row: of one column, that column's. */
  SqlNode rowsOf(SqlNode query, Place place) {
    QueryBinder.Bound bound = queries.inExpression(query, place.scope());
    List<DataType> types = bound.columns().stream().map(QueryBinder.Output::type).toList();
    return binding.typed(
        bound.node(), types.size() == 1 ? types.get(0) : OperatorBinder.row(types));
  }

  private SqlNode name(SqlIdentifier id, Place place) {
    List<SqlNode> outputs = id.isSimple() ? place.outputs().get(id.getSimple()) : null;
    if (outputs != null) {
      return output(id, outputs, place);
    }
    Scope.Found found = find(id, place.scope());
    if (found == null) {
      return splitKey(id, place)
          .or(() -> function(id))
          .or(() -> inSteps(id).map(steps -> name(steps, place)))
          .orElseThrow(() -> NamesInScope.notFound(id, place.scope()));
    } else if (found.merged() != null) {
      return merged(id, found.merged(), found.path(), place);
    }
    Relation relation = Objects.requireNonNull(found.relation());
    Relation.Column column = Objects.requireNonNull(found.column());
    Optional<DataType> type = below(column.type(), found.path());
    if (type.isEmpty()) {
      // A table may be called like one of its columns, which is found first.
      return inSteps(id)
          .map(steps -> name(steps, place))
          .orElseThrow(() -> NamesInScope.notFound(id, place.scope()));
    }
    return reference(id, relation, column, found.path(), type.get());
  }

  private static Optional<DataType> below(DataType type, List<String> path) {
    Optional<DataType> reached = Optional.of(type);
    for (String step : path) {
      reached = reached.flatMap(whole -> OperatorBinder.field(whole, step));
    }
    return reached;
  }

  /**
   * The path that a quoted name has in it: tools that show the fields of structs as columns name
   * one {@code "device.os"}.
   */
  private static Optional<SqlIdentifier> inSteps(SqlIdentifier id) {
    List<String> steps =
        id.names.stream().flatMap(name -> Arrays.stream(name.split("\\.", -1))).toList();
    return steps.size() == id.names.size() || steps.contains("")
        ? Optional.empty()
        : Optional.of(new SqlIdentifier(steps, id.getParserPosition()));
  }

  private static Scope.@Nullable Found find(SqlIdentifier id, Scope scope) {
    try {
      return scope.find(id.names).orElse(null);
    } catch (Scope.Ambiguous e) {
      throw BindErrors.ambiguous(id, String.join(".", id.names), e.found());
    }
  }

  /** A name that is no column may be the time that a table's keys say together. */
  private Optional<SqlNode> splitKey(SqlIdentifier id, Place place) {
    int qualifier = id.names.size() - 1;
    if (!id.names.get(qualifier).equals(SplitKey.NAME)) {
      return Optional.empty();
    }
    List<Relation> relations =
        place.scope().reachable().stream()
            .filter(one -> qualifier == 0 || one.isCalled(id.names.subList(0, qualifier)))
            .filter(one -> one.splitKey().isPresent())
            .toList();
    if (relations.size() > 1) {
      throw BindErrors.invalid(
          id,
          "Several tables split a " + SplitKey.NAME + " over their keys",
          "; qualify the name, as in " + relations.get(0).alias() + "." + SplitKey.NAME);
    }
    return relations.stream().findFirst().map(relation -> splitKey(id, relation, place));
  }

  private SqlNode splitKey(SqlIdentifier id, Relation relation, Place place) {
    SqlNode text =
        relation.splitKey().orElseThrow().expression(relation.alias(), id.getParserPosition());
    SqlNode bound = bind(text, place);
    binding.splitKeys.put(bound, relation.item());
    return bound;
  }

  /** Without parentheses the parser cannot tell a name from a function that takes none. */
  private Optional<SqlNode> function(SqlIdentifier id) {
    boolean bare = id.isSimple() && !id.isComponentQuoted(0);
    return bare && TrinoFunctions.WITHOUT_PARENTHESES.contains(id.getSimple())
        ? Optional.of(functions.withoutParentheses(id))
        : Optional.empty();
  }

  /** A qualified name of a column or of what lies below it. */
  SqlIdentifier reference(
      SqlIdentifier written,
      Relation relation,
      Relation.Column column,
      List<String> path,
      DataType type) {
    List<String> names = new ArrayList<>(List.of(relation.qualifier(), column.id()));
    names.addAll(path);
    List<SqlParserPos> places = new ArrayList<>();
    int added = names.size() - written.names.size();
    for (int i = 0; i < names.size(); i++) {
      int index = i - added;
      places.add(
          written.isStar() || index < 0
              ? SqlParserPos.ZERO
              : written.getComponentParserPosition(index));
    }
    SqlIdentifier id =
        written.isStar()
            ? new SqlIdentifier(names, written.getParserPosition())
            : new SqlIdentifier(names, null, written.getParserPosition(), places);
    binding.references.put(id, new ColumnReference(relation.item(), column.id(), path));
    return binding.typed(id, type);
  }

  private SqlNode merged(SqlIdentifier id, Scope.Merged merged, List<String> path, Place place) {
    SqlNode node = merged.node();
    for (String step : path) {
      DataType type =
          OperatorBinder.field(binding.typeOf(node), step)
              .orElseThrow(() -> NamesInScope.notFound(id, place.scope()));
      node = binding.typed(dot(node, step, id.getParserPosition()), type);
    }
    return node;
  }

  private static SqlNode dot(SqlNode node, String field, SqlParserPos at) {
    return SqlStdOperatorTable.DOT.createCall(at, node, new SqlIdentifier(field, at));
  }

  private static SqlNode output(SqlIdentifier id, List<SqlNode> outputs, Place place) {
    if (outputs.size() > 1) {
      throw BindErrors.ambiguous(id, id.getSimple(), List.of());
    }
    SqlNode output = outputs.get(0);
    if (place.inside() == Place.Inside.AGGREGATE && !(output instanceof SqlIdentifier)) {
      throw BindErrors.invalid(
          id,
          "An aggregate in ORDER BY takes no output column: " + id.getSimple(),
          " is one; qualify the name to mean a table's column");
    }
    return output;
  }

  /** {@code (…).field}: what stands right of the dot is a field's name, not a column's. */
  private SqlNode field(SqlCall call, Place place) {
    SqlNode struct = bind(call.operand(0), place);
    String field = call.operand(1).toString().toLowerCase(Locale.ROOT);
    DataType type = binding.typeOf(struct);
    DataType found =
        OperatorBinder.field(type, field)
            .orElseThrow(
                () ->
                    BindErrors.mismatch(
                        call, "Field " + field + " not found in " + type, fields(type, field)));
    if (struct.getKind() == SqlKind.ROW) {
      throw BindErrors.invalid(call, "A ROW names no fields", "; cast it, or write [1]");
    }
    return fieldOf(struct, new DataType.Field(field, found), call.getParserPosition());
  }

  /** A field of a bound row that has it: a longer path, or the row with a dot. */
  SqlNode fieldOf(SqlNode row, DataType.Field field, SqlParserPos at) {
    return row instanceof SqlIdentifier id && binding.references.get(id) != null
        ? longer(id, field.name(), field.type())
        : binding.typed(dot(row, field.name(), at), field.type());
  }

  /** {@code (device).os} is {@code device.os}. */
  private SqlIdentifier longer(SqlIdentifier id, String field, DataType type) {
    ColumnReference reference = Objects.requireNonNull(binding.references.get(id));
    List<String> path = new ArrayList<>(reference.path());
    path.add(field);
    SqlIdentifier longer = id.plus(field, id.getParserPosition());
    binding.references.put(longer, new ColumnReference(reference.item(), reference.column(), path));
    return binding.typed(longer, type);
  }

  private static String fields(DataType type, String field) {
    return type instanceof DataType.Struct struct
        ? NearestName.question(field, struct.fields().stream().map(DataType.Field::name).toList())
        : "; it is no row";
  }

  /** The same call over other operands. */
  static SqlNode copy(SqlCall call, List<? extends SqlNode> operands) {
    return call.getOperator()
        .createCall(
            call.getFunctionQuantifier(),
            call.getParserPosition(),
            operands.toArray(SqlNode[]::new));
  }
}

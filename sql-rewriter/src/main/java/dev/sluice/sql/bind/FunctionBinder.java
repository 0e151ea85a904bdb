package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.sql.parse.JsonFunction;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlTrimFunction;

/**
 * Gives every call by name the one function it means, whatever spelling the parser met it in:
 * {@code EXTRACT(YEAR FROM x)} and {@code year(x)} are the same from here on.
 */
final class FunctionBinder {
  private final Binding binding;
  private final ExpressionBinder expressions;
  private final WindowBinder windows;
  private final Lambdas lambdas;
  private final OrderedAggregates ordered;
  private final JsonBinder json;

  FunctionBinder(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
    this.windows = new WindowBinder(binding, expressions, this);
    this.lambdas = new Lambdas(binding, expressions);
    this.ordered = new OrderedAggregates(binding, expressions, this);
    this.json = new JsonBinder(binding, expressions);
  }

  SqlNode bind(SqlCall call, Place place) {
    if (OrderedAggregates.isOne(call)) {
      return aggregate(call, place, inside -> ordered.bind(call, inside));
    }
    return switch (call.getKind()) {
      case OVER -> windows.over(call, place);
      case FILTER -> filter(call, place);
      case IGNORE_NULLS, RESPECT_NULLS ->
          throw BindErrors.invalid(
              call, call.getOperator().getName() + " is for window functions", "; add OVER (…)");
      case EXTRACT -> named(call, part(call), List.of(call.operand(1)), place);
      case TRIM -> trim(call, place);
      case POSITION -> named(call, "strpos", List.of(call.operand(1), call.operand(0)), place);
      default -> other(call, place);
    };
  }

  /** The word that says the form is no column. */
  private static List<SqlNode> normalized(List<SqlNode> operands) {
    SqlNode form = operands.get(1);
    return List.of(
        operands.get(0),
        SqlLiteral.createSymbol(
            NormalForm.of(form)
                .orElseThrow(
                    () ->
                        BindErrors.invalid(
                            form, "The form is NFC, NFD, NFKC or NFKD, not " + form, "")),
            form.getParserPosition()));
  }

  SqlWindow window(SqlWindow window, Place place) {
    return windows.window(window, place);
  }

  private SqlNode other(SqlCall call, Place place) {
    if (call.getOperator() == TrinoOperators.AT_TIME_ZONE) {
      return named(call, "at_timezone", call.getOperandList(), place);
    } else if (call.getOperator() instanceof JsonFunction) {
      return json.bind(call, place);
    } else if (Listagg.isOnOverflow(call)) {
      throw BindErrors.invalid(call, "ON OVERFLOW is for listagg", "");
    }
    if (!(call.getOperator() instanceof SqlFunction) && !call.getOperator().isAggregator()) {
      throw BindErrors.invalid(call, call.getOperator().getName() + " is not supported", "");
    }
    return named(call, call.getOperator().getName(), call.getOperandList(), place);
  }

  /** A timestamp in a time zone. */
  SqlNode zoned(SqlNode timestamp, SqlNode zone, Place place) {
    List<SqlNode> operands = List.of(timestamp, zone);
    SqlCall call = TrinoOperators.AT_TIME_ZONE.createCall(timestamp.getParserPosition(), operands);
    return named(call, "with_timezone", operands, place);
  }

  /** {@code current_date}. */
  SqlNode withoutParentheses(SqlIdentifier id) {
    TrinoFunctions.Function function = binding.functions.find(id.getSimple()).orElseThrow();
    SqlNode call = function.operator().createCall(id.getParserPosition(), List.of());
    return binding.typed(call, function.signature().result().of(List.of()).orElseThrow());
  }

  private SqlNode named(SqlCall call, String spelling, List<SqlNode> operands, Place place) {
    String name = spelling.toLowerCase(Locale.ROOT);
    if (Lambdas.isKnown(name)) {
      return lambdas.bind(call, name, place);
    }
    TrinoFunctions.Function function = find(call, name);
    if (Clock.isOne(name) && operands.size() == 1) {
      return clock(call, name, function, operands.get(0));
    } else if (isWindowOnly(function)) {
      throw BindErrors.invalid(call, "Function " + name + " needs a window", "; add OVER (…)");
    }
    return isAggregate(function)
        ? aggregate(call, place, inside -> arguments(call, name, function, inside))
        : scalar(
            call,
            name,
            function,
            name.equals(NormalForm.FUNCTION) && operands.size() == 2
                ? normalized(operands)
                : operands,
            place);
  }

  private SqlNode clock(
      SqlCall call, String name, TrinoFunctions.Function function, SqlNode digits) {
    DataType type = Clock.type(name, digits);
    SqlNode literal = binding.typed(digits, DataType.Primitive.INTEGER);
    return binding.typed(
        new SqlBasicCall(function.operator(), List.of(literal), call.getParserPosition()), type);
  }

  private TrinoFunctions.Function find(SqlCall call, String name) {
    return binding
        .functions
        .find(name)
        .orElseThrow(() -> BindErrors.unknownFunction(call, name, binding.functions));
  }

  private SqlNode scalar(
      SqlCall call,
      String name,
      TrinoFunctions.Function function,
      List<SqlNode> operands,
      Place place) {
    if (isDistinct(call)) {
      throw BindErrors.invalid(call, "DISTINCT is for aggregates: " + name + " is none", "");
    }
    List<SqlNode> written = new ArrayList<>();
    operands.forEach(operand -> written.add(expressions.bind(plainName(operand), place)));
    List<SqlNode> bound = function.signature().parameters(written, binding);
    List<SqlNode> alike = function.signature().isOfOneType() ? expressions.alike(bound) : bound;
    DataType type = function.signature().check(call, name, binding.typesOf(alike));
    return binding.typed(
        new SqlBasicCall(function.operator(), alike, call.getParserPosition()), type);
  }

  /** An aggregate over the rows of a group. */
  private static SqlNode aggregate(SqlCall call, Place place, Function<Place, SqlCall> bindInside) {
    if (place.inside() == Place.Inside.AGGREGATE) {
      throw BindErrors.invalid(call, "An aggregate cannot stand inside another", "");
    } else if (!place.clause().takesAggregates()) {
      throw BindErrors.invalid(
          call, "An aggregate cannot stand in the " + place.clause(), place.clause().cure(false));
    }
    SqlCall bound = bindInside.apply(place.inside(Place.Inside.AGGREGATE));
    place.aggregates().add(bound);
    return bound;
  }

  /** An aggregate or a window function with its arguments, which stand at {@code place}. */
  SqlCall arguments(SqlCall call, String name, TrinoFunctions.Function function, Place place) {
    boolean isCount = function.operator().getKind() == SqlKind.COUNT;
    // Trino's count() is count(*), which every engine has.
    List<SqlNode> operands =
        isCount && call.operandCount() == 0
            ? List.of(SqlIdentifier.star(call.getParserPosition()))
            : call.getOperandList();
    boolean star = operands.size() == 1 && isStar(operands.get(0));
    if (star && !isCount) {
      throw BindErrors.invalid(call, "Function " + name + " takes no *", "");
    }
    List<SqlNode> bound =
        star
            ? operands
            : function.signature().parameters(expressions.all(operands, place), binding);
    DataType type = function.signature().check(call, name, binding.typesOf(bound));
    return binding.typed(
        new SqlBasicCall(
            function.operator(), bound, call.getParserPosition(), call.getFunctionQuantifier()),
        type);
  }

  private SqlNode filter(SqlCall filter, Place place) {
    SqlCall call = filter.operand(0);
    if (call.getKind() == SqlKind.WITHIN_GROUP) {
      return expressions.bind(OrderedAggregates.filtered(filter), place);
    } else if (!isAggregate(function(call))) {
      throw notFiltered(call);
    }
    SqlNode aggregate = expressions.bind(call, place);
    SqlNode condition =
        expressions.condition(filter.operand(1), place.inside(Place.Inside.AGGREGATE));
    return binding.typed(
        ExpressionBinder.copy(filter, List.of(aggregate, condition)), binding.typeOf(aggregate));
  }

  static RuntimeException notFiltered(SqlCall call) {
    return BindErrors.at(
        call,
        ErrorCode.INVALID_QUERY,
        "FILTER is for aggregates: "
            + call.getOperator().getName().toLowerCase(Locale.ROOT)
            + " is none",
        "");
  }

  /** The aggregate or window function that a call names. */
  TrinoFunctions.Function function(SqlCall call) {
    return find(call, call.getOperator().getName().toLowerCase(Locale.ROOT));
  }

  static boolean isAggregate(TrinoFunctions.Function function) {
    return function.operator().isAggregator() && !isWindowOnly(function);
  }

  static boolean isWindowOnly(TrinoFunctions.Function function) {
    return switch (function.operator().getKind()) {
      case ROW_NUMBER,
          RANK,
          DENSE_RANK,
          PERCENT_RANK,
          CUME_DIST,
          NTILE,
          LAG,
          LEAD,
          FIRST_VALUE,
          LAST_VALUE,
          NTH_VALUE ->
          true;
      default -> false;
    };
  }

  private static boolean isStar(SqlNode node) {
    return node instanceof SqlIdentifier id && id.isStar();
  }

  private static boolean isDistinct(SqlCall call) {
    SqlLiteral quantifier = call.getFunctionQuantifier();
    return quantifier != null
        && quantifier.symbolValue(SqlSelectKeyword.class) == SqlSelectKeyword.DISTINCT;
  }

  /** The parser takes a bare name in date_diff for a unit of time; here units are text. */
  private static SqlNode plainName(SqlNode operand) {
    return operand instanceof SqlIntervalQualifier unit
        ? new SqlIdentifier(unitName(unit), unit.getParserPosition())
        : operand;
  }

  private static String part(SqlCall call) {
    SqlNode unit = call.operand(0);
    return unit instanceof SqlIntervalQualifier qualifier
        ? unitName(qualifier)
        : unit.toString().toLowerCase(Locale.ROOT);
  }

  /** A unit that Calcite has no word for is kept as the user wrote it. */
  private static String unitName(SqlIntervalQualifier unit) {
    String frame = unit.timeFrameName;
    return (frame == null ? unit.timeUnitRange.name() : frame).toLowerCase(Locale.ROOT);
  }

  /** {@code TRIM(LEADING 'x' FROM y)} is {@code ltrim(y, 'x')}. */
  private SqlNode trim(SqlCall call, Place place) {
    SqlTrimFunction.Flag flag =
        ((SqlLiteral) call.operand(0)).getValueAs(SqlTrimFunction.Flag.class);
    String name =
        switch (flag) {
          case BOTH -> "trim";
          case LEADING -> "ltrim";
          case TRAILING -> "rtrim";
        };
    SqlNode characters = call.operand(1);
    // Where the user names no characters the parser makes up a blank, at the place of the call.
    boolean isMadeUp = characters.getParserPosition().equals(call.getParserPosition());
    List<SqlNode> operands =
        isMadeUp ? List.of(call.operand(2)) : List.of(call.operand(2), characters);
    return named(call, name, operands, place);
  }
}

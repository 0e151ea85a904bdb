package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY;
import static dev.sluice.sql.bind.Argument.ARRAY;
import static dev.sluice.sql.bind.Argument.ARRAY_OR_MAP;
import static dev.sluice.sql.bind.Argument.BOOLEAN;
import static dev.sluice.sql.bind.Argument.DATE_OR_TIME;
import static dev.sluice.sql.bind.Argument.DATE_OR_TIME_OR_TEXT;
import static dev.sluice.sql.bind.Argument.NUMBER;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.WHOLE;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * The functions of Sluice's SQL: names, arguments and result types as Trino documents them (Trino
 * documentation, "Functions and operators"). What an engine makes of each stands in its dialect.
 */
public final class TrinoFunctions {
  /** Short forms of EXTRACT, each with the name it is known by here. */
  private static final Set<String> DATE_PARTS =
      ImmutableSet.of(
          "year",
          "quarter",
          "month",
          "week",
          "day",
          "day_of_week",
          "day_of_year",
          "year_of_week",
          "hour",
          "minute",
          "second",
          "millisecond");

  /** Functions that are called by their bare name. */
  static final Set<String> WITHOUT_PARENTHESES =
      ImmutableSet.of("current_date", "current_timestamp");

  /** Other spellings that Trino has for the same function. */
  private static final Map<String, String> ALIASES =
      ImmutableMap.<String, String>builder()
          .put("substring", "substr")
          .put("ceiling", "ceil")
          .put("pow", "power")
          .put("now", "current_timestamp")
          .put("day_of_month", "day")
          .put("dow", "day_of_week")
          .put("doy", "day_of_year")
          .put("yow", "year_of_week")
          .put("week_of_year", "week")
          .build();

  /** A function: the operator that stands in the tree, and what it takes and gives. */
  record Function(SqlOperator operator, Signature signature) {}

  private final SortedMap<String, Function> byName = new TreeMap<>();

  public TrinoFunctions() {
    aggregates();
    windows();
    conditionals();
    text();
    numbers();
    datesAndTimes();
    nested();
  }

  /** The function of this name in any of its spellings. */
  Optional<Function> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.get(ALIASES.getOrDefault(lower, lower)));
  }

  /** Every spelling, sorted. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(byName.keySet());
    names.addAll(ALIASES.keySet());
    return names;
  }

  /** The operators of the functions, one a canonical name. */
  public List<SqlOperator> all() {
    return byName.values().stream().map(Function::operator).toList();
  }

  private void aggregates() {
    standard(SqlStdOperatorTable.COUNT, Signature.of(always(Primitive.BIGINT), ANY));
    standard(SqlStdOperatorTable.SUM, Signature.of(TrinoFunctions::sum, NUMBER));
    standard(SqlStdOperatorTable.AVG, Signature.of(TrinoFunctions::average, NUMBER));
    standard(SqlStdOperatorTable.MIN, Signature.of(argument(0), ANY));
    standard(SqlStdOperatorTable.MAX, Signature.of(argument(0), ANY));
    add(
        "approx_distinct",
        SqlBasicAggFunction.create(
            "approx_distinct", SqlKind.OTHER_FUNCTION, ReturnTypes.BIGINT, OperandTypes.ANY),
        Signature.of(always(Primitive.BIGINT), ANY));
  }

  private void windows() {
    Signature.Result bigint = always(Primitive.BIGINT);
    standard(SqlStdOperatorTable.ROW_NUMBER, Signature.of(bigint));
    standard(SqlStdOperatorTable.RANK, Signature.of(bigint));
    standard(SqlStdOperatorTable.DENSE_RANK, Signature.of(bigint));
    standard(SqlStdOperatorTable.NTILE, Signature.of(bigint, WHOLE));
    Signature shift = Signature.of(TrinoFunctions::shifted, ANY, WHOLE, ANY).least(1);
    standard(SqlStdOperatorTable.LAG, shift);
    standard(SqlStdOperatorTable.LEAD, shift);
    standard(SqlStdOperatorTable.FIRST_VALUE, Signature.of(argument(0), ANY));
    standard(SqlStdOperatorTable.LAST_VALUE, Signature.of(argument(0), ANY));
  }

  private void conditionals() {
    Signature common = Signature.of(CommonType::of, ANY).repeated().ofOneType();
    add("coalesce", SqlStdOperatorTable.COALESCE, common.least(2));
    scalar("nullif", Signature.of(TrinoFunctions::compared, ANY, ANY).ofOneType());
    scalar(
        "if",
        Signature.of(types -> CommonType.of(types.subList(1, types.size())), BOOLEAN, ANY, ANY)
            .least(2)
            .ofOneType());
    scalar("greatest", common);
    scalar("least", common);
  }

  private void text() {
    Signature.Result text = always(Primitive.STRING);
    Signature.Result truth = always(Primitive.BOOLEAN);
    for (String name : List.of("lower", "upper", "trim", "ltrim", "rtrim")) {
      scalar(name, Signature.of(text, TEXT));
    }
    scalar("length", Signature.of(always(Primitive.BIGINT), TEXT));
    scalar("substr", Signature.of(text, TEXT, WHOLE, WHOLE).least(2));
    scalar("concat", Signature.of(text, TEXT).repeated().least(2));
    scalar("replace", Signature.of(text, TEXT, TEXT, TEXT).least(2));
    scalar("strpos", Signature.of(always(Primitive.BIGINT), TEXT, TEXT));
    scalar("split_part", Signature.of(text, TEXT, TEXT, WHOLE));
    scalar("starts_with", Signature.of(truth, TEXT, TEXT));
    scalar("regexp_like", Signature.of(truth, TEXT, TEXT));
    scalar("regexp_extract", Signature.of(text, TEXT, TEXT, WHOLE).least(2));
    scalar("json_extract_scalar", Signature.of(text, TEXT, TEXT));
  }

  private void numbers() {
    scalar("abs", Signature.of(argument(0), NUMBER));
    scalar("round", Signature.of(TrinoFunctions::rounded, NUMBER, WHOLE).least(1));
    scalar("floor", Signature.of(TrinoFunctions::withoutFraction, NUMBER));
    scalar("ceil", Signature.of(TrinoFunctions::withoutFraction, NUMBER));
    scalar(
        "mod",
        Signature.of(
            types -> Types.arithmetic(SqlKind.MOD, types.get(0), types.get(1)), NUMBER, NUMBER));
    scalar("power", Signature.of(always(Primitive.DOUBLE), NUMBER, NUMBER));
    for (String name : List.of("sqrt", "ln", "log10", "exp")) {
      scalar(name, Signature.of(always(Primitive.DOUBLE), NUMBER));
    }
  }

  private void datesAndTimes() {
    Signature.Result zoned = always(Primitive.TIMESTAMP_WITH_TIME_ZONE);
    scalar("current_date", Signature.of(always(Primitive.DATE)));
    scalar("current_timestamp", Signature.of(zoned));
    scalar("date", Signature.of(always(Primitive.DATE), DATE_OR_TIME_OR_TEXT));
    scalar("date_trunc", Signature.of(argument(1), TEXT, DATE_OR_TIME));
    scalar("date_add", Signature.of(argument(2), TEXT, WHOLE, DATE_OR_TIME));
    scalar("date_diff", Signature.of(always(Primitive.BIGINT), TEXT, DATE_OR_TIME, DATE_OR_TIME));
    scalar("date_format", Signature.of(always(Primitive.STRING), DATE_OR_TIME, TEXT));
    scalar("date_parse", Signature.of(always(Primitive.TIMESTAMP), TEXT, TEXT));
    scalar("from_unixtime", Signature.of(zoned, NUMBER));
    scalar("to_unixtime", Signature.of(always(Primitive.DOUBLE), DATE_OR_TIME));
    scalar("from_iso8601_timestamp", Signature.of(zoned, TEXT));
    DATE_PARTS.forEach(part -> scalar(part, Signature.of(always(Primitive.BIGINT), DATE_OR_TIME)));
  }

  private void nested() {
    scalar("cardinality", Signature.of(always(Primitive.BIGINT), ARRAY_OR_MAP));
    scalar("element_at", Signature.of(TrinoFunctions::element, ARRAY_OR_MAP, ANY));
    scalar("contains", Signature.of(TrinoFunctions::contained, ARRAY, ANY));
  }

  private static Signature.Result always(DataType type) {
    return types -> Optional.of(type);
  }

  private static Signature.Result argument(int index) {
    return types -> Optional.of(types.get(index));
  }

  private static Optional<DataType> compared(List<DataType> types) {
    return CommonType.of(types).map(common -> types.get(0));
  }

  private static Optional<DataType> shifted(List<DataType> types) {
    return types.size() < 3 ? Optional.of(types.get(0)) : CommonType.of(types.get(0), types.get(2));
  }

  private static Optional<DataType> sum(List<DataType> types) {
    DataType type = types.get(0);
    if (Types.isWhole(type)) {
      return Optional.of(Primitive.BIGINT);
    }
    return Optional.of(
        type instanceof DataType.Decimal decimal
            ? new DataType.Decimal(Decimals.MOST_DIGITS, decimal.scale())
            : type);
  }

  private static Optional<DataType> average(List<DataType> types) {
    return Optional.of(Types.isWhole(types.get(0)) ? Primitive.DOUBLE : types.get(0));
  }

  /** A decimal may carry into one more digit. */
  private static Optional<DataType> rounded(List<DataType> types) {
    return types.size() == 2 && types.get(0) instanceof DataType.Decimal decimal
        ? Optional.of(Decimals.capped(decimal.precision() + 1, decimal.scale()))
        : withoutFraction(types);
  }

  /** A decimal loses its fraction, other numbers keep their type. */
  private static Optional<DataType> withoutFraction(List<DataType> types) {
    return Optional.of(
        types.get(0) instanceof DataType.Decimal decimal
            ? Decimals.capped(
                decimal.precision() - decimal.scale() + Math.min(decimal.scale(), 1), 0)
            : types.get(0));
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
    return types.get(0) instanceof DataType.Array array
        ? CommonType.of(array.element(), types.get(1)).map(common -> Primitive.BOOLEAN)
        : Optional.of(Primitive.BOOLEAN);
  }

  /** An operator whose kind Calcite knows, under its own name. */
  private void standard(SqlOperator operator, Signature signature) {
    add(operator.getName().toLowerCase(Locale.ROOT), operator, signature);
  }

  private void scalar(String name, Signature signature) {
    SqlBasicFunction function =
        SqlBasicFunction.create(
            name, ReturnTypes.ARG0, OperandTypes.VARIADIC, SqlFunctionCategory.SYSTEM);
    if (WITHOUT_PARENTHESES.contains(name)) {
      function = function.withSyntax(SqlSyntax.FUNCTION_ID);
    }
    add(name, function, signature);
  }

  private void add(String name, SqlOperator operator, Signature signature) {
    byName.put(name, new Function(operator, signature));
  }
}

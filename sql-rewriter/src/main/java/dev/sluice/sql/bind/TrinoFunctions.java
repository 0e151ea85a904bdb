package dev.sluice.sql.bind;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.sluice.DataType;
import dev.sluice.sql.parse.JsonFunction;
import java.util.ArrayList;
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
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * The functions of Sluice's SQL: names, arguments and result types as Trino documents them (Trino
 * documentation, "Functions and operators", read 2026-11-25). What an engine makes of each stands
 * in its dialect.
 */
public final class TrinoFunctions {
  /** Functions that are called by their bare name. */
  static final Set<String> WITHOUT_PARENTHESES =
      ImmutableSet.of(
          "current_date", "current_timestamp", "localtimestamp", "current_time", "localtime");

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
          .put("rand", "random")
          .put("every", "bool_and")
          .put("any_value", "arbitrary")
          .put("stddev_samp", "stddev")
          .put("var_samp", "variance")
          .build();

  /** A function: the operator that stands in the tree, and what it takes and gives. */
  record Function(SqlOperator operator, Signature signature) {}

  private final SortedMap<String, Function> byName = new TreeMap<>();

  public TrinoFunctions() {
    AggregateFunctions.addTo(this);
    ConditionalFunctions.addTo(this);
    TextFunctions.addTo(this);
    NumberFunctions.addTo(this);
    DateFunctions.addTo(this);
    NestedFunctions.addTo(this);
    BinaryFunctions.addTo(this);
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
    names.addAll(Lambdas.names());
    JsonFunction.all().forEach(function -> names.add(function.getName()));
    return names;
  }

  /** The operators of the functions, one a canonical name. */
  public List<SqlOperator> all() {
    List<SqlOperator> all = new ArrayList<>(Lambdas.operators());
    all.addAll(JsonFunction.all());
    byName.values().forEach(function -> all.add(function.operator()));
    return all;
  }

  static Signature.Result always(DataType type) {
    return types -> Optional.of(type);
  }

  static Signature.Result argument(int index) {
    return types -> Optional.of(types.get(index));
  }

  /** An operator whose kind Calcite knows, under its own name. */
  void standard(SqlOperator operator, Signature signature) {
    add(operator.getName().toLowerCase(Locale.ROOT), operator, signature);
  }

  void scalar(Signature signature, String... names) {
    for (String name : names) {
      SqlBasicFunction function = operator(name);
      if (WITHOUT_PARENTHESES.contains(name)) {
        function = function.withSyntax(SqlSyntax.FUNCTION_ID);
      }
      add(name, function, signature);
    }
  }

  static SqlBasicFunction operator(String name) {
    return SqlBasicFunction.create(
        name, ReturnTypes.ARG0, OperandTypes.VARIADIC, SqlFunctionCategory.SYSTEM);
  }

  void aggregate(Signature signature, String... names) {
    for (String name : names) {
      add(
          name,
          SqlBasicAggFunction.create(
              name, SqlKind.OTHER_FUNCTION, ReturnTypes.ARG0, OperandTypes.VARIADIC),
          signature);
    }
  }

  void add(String name, SqlOperator operator, Signature signature) {
    if (byName.put(name, new Function(operator, signature)) != null) {
      throw new IllegalArgumentException("Two functions are called " + name);
    }
  }
}

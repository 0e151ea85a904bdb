package dev.sluice.sql.bind;

import static org.apache.calcite.sql.type.OperandTypes.family;
import static org.apache.calcite.sql.type.SqlTypeFamily.ANY;
import static org.apache.calcite.sql.type.SqlTypeFamily.CHARACTER;
import static org.apache.calcite.sql.type.SqlTypeFamily.DATETIME;
import static org.apache.calcite.sql.type.SqlTypeFamily.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeFamily.NUMERIC;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;

/**
 * The functions of Sluice's SQL: names, operands and result types as Trino documents them (Trino
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

  private final SortedMap<String, SqlOperator> byName = new TreeMap<>();

  public TrinoFunctions() {
    aggregates();
    conditionals();
    text();
    numbers();
    datesAndTimes();
    nested();
  }

  /** The function of this name in any of its spellings. */
  public Optional<SqlOperator> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.get(ALIASES.getOrDefault(lower, lower)));
  }

  /** Every spelling, sorted. */
  public Set<String> names() {
    Set<String> names = new java.util.TreeSet<>(byName.keySet());
    names.addAll(ALIASES.keySet());
    return names;
  }

  /** The functions themselves, one a canonical name. */
  public List<SqlOperator> all() {
    return List.copyOf(byName.values());
  }

  private void aggregates() {
    List.of(
            SqlStdOperatorTable.COUNT,
            SqlStdOperatorTable.SUM,
            SqlStdOperatorTable.AVG,
            SqlStdOperatorTable.MIN,
            SqlStdOperatorTable.MAX,
            SqlStdOperatorTable.ROW_NUMBER,
            SqlStdOperatorTable.RANK,
            SqlStdOperatorTable.DENSE_RANK,
            SqlStdOperatorTable.NTILE,
            SqlStdOperatorTable.LAG,
            SqlStdOperatorTable.LEAD,
            SqlStdOperatorTable.FIRST_VALUE,
            SqlStdOperatorTable.LAST_VALUE)
        .forEach(operator -> byName.put(operator.getName().toLowerCase(Locale.ROOT), operator));
    byName.put(
        "approx_distinct",
        SqlBasicAggFunction.create(
            "approx_distinct", SqlKind.OTHER_FUNCTION, ResultTypes.BIGINT, OperandTypes.ANY));
  }

  private void conditionals() {
    byName.put("coalesce", SqlStdOperatorTable.COALESCE);
    scalar("nullif", ResultTypes.FIRST, OperandTypes.COMPARABLE_UNORDERED_COMPARABLE_UNORDERED);
    scalar("if", ResultTypes.BRANCHES, new IfOperands());
    scalar("greatest", ResultTypes.COMMON, sameTypes(1, 127));
    scalar("least", ResultTypes.COMMON, sameTypes(1, 127));
  }

  private void text() {
    scalar("lower", ResultTypes.VARCHAR, family(CHARACTER));
    scalar("upper", ResultTypes.VARCHAR, family(CHARACTER));
    scalar("trim", ResultTypes.VARCHAR, family(CHARACTER));
    scalar("ltrim", ResultTypes.VARCHAR, family(CHARACTER));
    scalar("rtrim", ResultTypes.VARCHAR, family(CHARACTER));
    scalar("length", ResultTypes.BIGINT, family(CHARACTER));
    scalar("substr", ResultTypes.VARCHAR, optional(2, CHARACTER, INTEGER, INTEGER));
    scalar(
        "concat",
        ResultTypes.VARCHAR,
        OperandTypes.repeat(SqlOperandCountRanges.between(2, 127), OperandTypes.CHARACTER));
    scalar("replace", ResultTypes.VARCHAR, optional(2, CHARACTER, CHARACTER, CHARACTER));
    scalar("strpos", ResultTypes.BIGINT, family(CHARACTER, CHARACTER));
    scalar("split_part", ResultTypes.VARCHAR, family(CHARACTER, CHARACTER, INTEGER));
    scalar("starts_with", ResultTypes.BOOLEAN, family(CHARACTER, CHARACTER));
    scalar("regexp_like", ResultTypes.BOOLEAN, family(CHARACTER, CHARACTER));
    scalar("regexp_extract", ResultTypes.VARCHAR, optional(2, CHARACTER, CHARACTER, INTEGER));
    scalar("json_extract_scalar", ResultTypes.VARCHAR, family(CHARACTER, CHARACTER));
  }

  private void numbers() {
    scalar("abs", ResultTypes.FIRST, family(NUMERIC));
    scalar("round", ResultTypes.ROUNDED, optional(1, NUMERIC, INTEGER));
    scalar("floor", ResultTypes.WHOLE, family(NUMERIC));
    scalar("ceil", ResultTypes.WHOLE, family(NUMERIC));
    scalar("mod", ResultTypes.REMAINDER, family(NUMERIC, NUMERIC));
    scalar("power", ResultTypes.DOUBLE, family(NUMERIC, NUMERIC));
    for (String name : List.of("sqrt", "ln", "log10", "exp")) {
      scalar(name, ResultTypes.DOUBLE, family(NUMERIC));
    }
  }

  private void datesAndTimes() {
    scalar("current_date", ResultTypes.DATE, OperandTypes.NILADIC);
    scalar("current_timestamp", ResultTypes.TIMESTAMP_TZ, OperandTypes.NILADIC);
    scalar("date", ResultTypes.DATE, OperandTypes.or(family(DATETIME), family(CHARACTER)));
    scalar("date_trunc", ResultTypes.SECOND, family(CHARACTER, DATETIME));
    scalar("date_add", ResultTypes.THIRD, family(CHARACTER, INTEGER, DATETIME));
    scalar("date_diff", ResultTypes.BIGINT, family(CHARACTER, DATETIME, DATETIME));
    scalar("date_format", ResultTypes.VARCHAR, family(DATETIME, CHARACTER));
    scalar("date_parse", ResultTypes.TIMESTAMP, family(CHARACTER, CHARACTER));
    scalar("from_unixtime", ResultTypes.TIMESTAMP_TZ, family(NUMERIC));
    scalar("to_unixtime", ResultTypes.DOUBLE, family(DATETIME));
    scalar("from_iso8601_timestamp", ResultTypes.TIMESTAMP_TZ, family(CHARACTER));
    DATE_PARTS.forEach(part -> scalar(part, ResultTypes.BIGINT, family(DATETIME)));
  }

  private void nested() {
    SqlOperandTypeChecker collection =
        OperandTypes.or(family(SqlTypeFamily.ARRAY), family(SqlTypeFamily.MAP));
    scalar("cardinality", ResultTypes.BIGINT, collection);
    scalar(
        "element_at",
        ResultTypes.ELEMENT,
        OperandTypes.or(family(SqlTypeFamily.ARRAY, INTEGER), family(SqlTypeFamily.MAP, ANY)));
    scalar("contains", ResultTypes.BOOLEAN, new ContainsOperands());
  }

  private void scalar(String name, SqlReturnTypeInference result, SqlOperandTypeChecker operands) {
    SqlBasicFunction function =
        SqlBasicFunction.create(name, result, operands, SqlFunctionCategory.SYSTEM);
    if (WITHOUT_PARENTHESES.contains(name)) {
      function = function.withSyntax(SqlSyntax.FUNCTION_ID);
    }
    byName.put(name, function);
  }

  /** The first {@code required} operands must be given, the others may. */
  private static SqlOperandTypeChecker optional(int required, SqlTypeFamily... families) {
    return family(List.of(families), index -> index >= required);
  }

  private static SqlOperandTypeChecker sameTypes(int least, int most) {
    return new SameTypeOperands(least, most);
  }
}

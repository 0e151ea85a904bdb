package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY;
import static dev.sluice.sql.bind.Argument.BOOLEAN;
import static dev.sluice.sql.bind.Argument.MAP;
import static dev.sluice.sql.bind.Argument.NUMBER;
import static dev.sluice.sql.bind.Argument.NUMBER_OR_INTERVAL;
import static dev.sluice.sql.bind.Argument.NUMBER_OR_NUMBERS;
import static dev.sluice.sql.bind.Argument.ORDERABLE;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.TEXT_OR_CHAR;
import static dev.sluice.sql.bind.Argument.WHOLE;
import static dev.sluice.sql.bind.TrinoFunctions.always;
import static dev.sluice.sql.bind.TrinoFunctions.argument;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Aggregates and window functions. */
final class AggregateFunctions {
  private AggregateFunctions() {}

  static void addTo(TrinoFunctions functions) {
    Signature.Result bigint = always(Primitive.BIGINT);
    Signature.Result number = always(Primitive.DOUBLE);
    functions.standard(SqlStdOperatorTable.COUNT, Signature.of(bigint, ANY));
    functions.standard(
        SqlStdOperatorTable.SUM, Signature.of(AggregateFunctions::sum, NUMBER_OR_INTERVAL));
    functions.standard(
        SqlStdOperatorTable.AVG, Signature.of(AggregateFunctions::average, NUMBER_OR_INTERVAL));
    functions.standard(SqlStdOperatorTable.MIN, Signature.of(argument(0), ORDERABLE));
    functions.standard(SqlStdOperatorTable.MAX, Signature.of(argument(0), ORDERABLE));
    functions.aggregate(Signature.of(bigint, ANY, NUMBER).least(1), "approx_distinct");
    functions.aggregate(Signature.of(bigint, BOOLEAN), "count_if");
    functions.aggregate(Signature.of(always(Primitive.BOOLEAN), BOOLEAN), "bool_and", "bool_or");
    functions.aggregate(Signature.of(argument(0), ANY), "arbitrary");
    functions.aggregate(Signature.of(argument(0), ANY, ORDERABLE), "max_by", "min_by");
    functions.aggregate(
        Signature.of(AggregateFunctions::percentile, NUMBER, NUMBER_OR_NUMBERS),
        "approx_percentile");
    functions.aggregate(Signature.of(AggregateFunctions::geometricMean, NUMBER), "geometric_mean");
    functions.aggregate(
        Signature.of(number, NUMBER),
        "kurtosis",
        "skewness",
        "stddev",
        "stddev_pop",
        "variance",
        "var_pop");
    functions.aggregate(
        Signature.of(AggregateFunctions::realOrDouble, NUMBER, NUMBER),
        "corr",
        "covar_pop",
        "covar_samp",
        "regr_intercept",
        "regr_slope");
    functions.aggregate(Signature.of(bigint, WHOLE), "bitwise_and_agg", "bitwise_or_agg");
    functions.aggregate(Signature.of(always(Primitive.BINARY), ANY), "checksum");
    functions.aggregate(
        Signature.of(always(Primitive.STRING), TEXT_OR_CHAR, TEXT).least(1),
        OrderedAggregates.LISTAGG);
    nested(functions);
    windows(functions);
  }

  private static void nested(TrinoFunctions functions) {
    functions.aggregate(
        Signature.of(types -> Optional.of(new DataType.Array(types.get(0))), ANY),
        OrderedAggregates.ARRAY_AGG);
    functions.aggregate(
        Signature.of(
            types -> Optional.of(new DataType.MapOf(types.get(0), types.get(1))), ANY, ANY),
        "map_agg");
    functions.aggregate(
        Signature.of(
            types ->
                Optional.of(new DataType.MapOf(types.get(0), new DataType.Array(types.get(1)))),
            ANY,
            ANY),
        "multimap_agg");
    functions.aggregate(
        Signature.of(types -> Optional.of(new DataType.MapOf(types.get(0), Primitive.BIGINT)), ANY),
        "histogram");
    functions.aggregate(Signature.of(argument(0), MAP), "map_union");
  }

  private static void windows(TrinoFunctions functions) {
    Signature.Result bigint = always(Primitive.BIGINT);
    functions.standard(SqlStdOperatorTable.ROW_NUMBER, Signature.of(bigint));
    functions.standard(SqlStdOperatorTable.RANK, Signature.of(bigint));
    functions.standard(SqlStdOperatorTable.DENSE_RANK, Signature.of(bigint));
    functions.standard(SqlStdOperatorTable.PERCENT_RANK, Signature.of(always(Primitive.DOUBLE)));
    functions.standard(SqlStdOperatorTable.CUME_DIST, Signature.of(always(Primitive.DOUBLE)));
    functions.standard(SqlStdOperatorTable.NTILE, Signature.of(bigint, WHOLE));
    Signature shift = Signature.of(AggregateFunctions::shifted, ANY, WHOLE, ANY).least(1);
    functions.standard(SqlStdOperatorTable.LAG, shift);
    functions.standard(SqlStdOperatorTable.LEAD, shift);
    functions.standard(SqlStdOperatorTable.FIRST_VALUE, Signature.of(argument(0), ANY));
    functions.standard(SqlStdOperatorTable.LAST_VALUE, Signature.of(argument(0), ANY));
    functions.standard(SqlStdOperatorTable.NTH_VALUE, Signature.of(argument(0), ANY, WHOLE));
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

  /** Trino has these for real and for double, and takes real for what is neither. */
  private static Optional<DataType> realOrDouble(List<DataType> types) {
    return Optional.of(types.contains(Primitive.DOUBLE) ? Primitive.DOUBLE : Primitive.REAL);
  }

  private static Optional<DataType> geometricMean(List<DataType> types) {
    return Types.isWhole(types.get(0)) ? Optional.of(Primitive.DOUBLE) : realOrDouble(types);
  }

  /** Whole numbers stay bigint, others are real unless they are double. */
  private static Optional<DataType> percentile(List<DataType> types) {
    DataType value =
        Types.isWhole(types.get(0))
            ? Primitive.BIGINT
            : types.get(0) == Primitive.DOUBLE ? Primitive.DOUBLE : Primitive.REAL;
    return Optional.of(types.get(1) instanceof DataType.Array ? new DataType.Array(value) : value);
  }
}

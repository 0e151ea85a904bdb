package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.INTEGER;
import static dev.sluice.sql.bind.Argument.NUMBER;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.WHOLE;
import static dev.sluice.sql.bind.TrinoFunctions.always;
import static dev.sluice.sql.bind.TrinoFunctions.argument;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;

/** Functions over numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void addTo(TrinoFunctions functions) {
    Signature.Result number = always(Primitive.DOUBLE);
    Signature.Result bigint = always(Primitive.BIGINT);
    functions.scalar(Signature.of(argument(0), NUMBER), "abs");
    functions.scalar(
        Signature.of(
            types ->
                Optional.of(
                    types.get(0) instanceof DataType.Decimal
                        ? new DataType.Decimal(1, 0)
                        : types.get(0)),
            NUMBER),
        "sign");
    functions.scalar(Signature.of(NumberFunctions::rounded, NUMBER, INTEGER).least(1), "round");
    functions.scalar(Signature.of(NumberFunctions::withoutFraction, NUMBER), "floor", "ceil");
    functions.scalar(
        Signature.of(NumberFunctions::truncated, NUMBER, INTEGER).least(1), "truncate");
    functions.scalar(
        Signature.of(
            types -> Types.arithmetic(SqlKind.MOD, types.get(0), types.get(1)), NUMBER, NUMBER),
        "mod");
    functions.scalar(Signature.of(number, NUMBER, NUMBER), "power", "log", "atan2");
    functions.scalar(
        Signature.of(number, NUMBER),
        "sqrt",
        "cbrt",
        "ln",
        "log2",
        "log10",
        "exp",
        "sin",
        "cos",
        "tan",
        "asin",
        "acos",
        "atan",
        "sinh",
        "cosh",
        "tanh",
        "degrees",
        "radians");
    functions.scalar(Signature.of(number), "pi", "e", "nan", "infinity");
    functions.scalar(
        Signature.of(types -> Optional.of(types.isEmpty() ? Primitive.DOUBLE : types.get(0)), WHOLE)
            .least(0),
        "random");
    functions.scalar(
        Signature.of(always(Primitive.BOOLEAN), NUMBER), "is_nan", "is_finite", "is_infinite");
    functions.scalar(Signature.of(bigint, NUMBER, NUMBER, NUMBER, WHOLE), "width_bucket");
    functions.scalar(Signature.of(always(new DataType.Varchar(64)), WHOLE, WHOLE), "to_base");
    functions.scalar(Signature.of(bigint, TEXT, WHOLE), "from_base");
    functions.scalar(
        Signature.of(bigint, WHOLE, WHOLE), "bitwise_and", "bitwise_or", "bitwise_xor");
    functions.scalar(Signature.of(bigint, WHOLE), "bitwise_not");
  }

  /** A decimal may carry into one more digit. */
  private static Optional<DataType> rounded(List<DataType> types) {
    return types.size() == 2 && types.get(0) instanceof DataType.Decimal decimal
        ? Optional.of(Decimals.capped(decimal.precision() + 1, decimal.scale()))
        : withoutFraction(types);
  }

  /** Whole numbers are taken for decimals; only these keep digits of their fraction. */
  private static Optional<DataType> truncated(List<DataType> types) {
    DataType number = Types.isWhole(types.get(0)) ? Decimals.of(types.get(0)) : types.get(0);
    if (!(number instanceof DataType.Decimal decimal)) {
      return types.size() == 1 ? Optional.of(number) : Optional.empty();
    }
    return Optional.of(
        types.size() == 2
            ? decimal
            : Decimals.capped(Math.max(1, decimal.precision() - decimal.scale()), 0));
  }

  /** A decimal loses its fraction, other numbers keep their type. */
  private static Optional<DataType> withoutFraction(List<DataType> types) {
    return Optional.of(
        types.get(0) instanceof DataType.Decimal decimal
            ? Decimals.capped(
                decimal.precision() - decimal.scale() + Math.min(decimal.scale(), 1), 0)
            : types.get(0));
  }
}

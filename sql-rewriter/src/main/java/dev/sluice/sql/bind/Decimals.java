package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;

/** Digits of decimal results (Trino documentation, "Decimal functions and operators"). */
final class Decimals {
  static final int MOST_DIGITS = 38;

  private Decimals() {}

  /** The decimal that holds every value of an exact number's type. */
  static DataType.Decimal of(DataType type) {
    if (type instanceof DataType.Decimal decimal) {
      return decimal;
    }
    int digits =
        switch ((Primitive) type) {
          case TINYINT -> 3;
          case SMALLINT -> 5;
          case INTEGER -> 10;
          default -> 19;
        };
    return new DataType.Decimal(digits, 0);
  }

  static DataType.Decimal capped(int precision, int scale) {
    return new DataType.Decimal(
        Math.max(1, Math.min(MOST_DIGITS, precision)), Math.min(MOST_DIGITS, scale));
  }

  /** The type of {@code left kind right}; empty for what is no arithmetic. */
  static Optional<DataType> arithmetic(SqlKind kind, DataType left, DataType right) {
    DataType.Decimal a = of(left);
    DataType.Decimal b = of(right);
    int scale = Math.max(a.scale(), b.scale());
    int wholeOfA = a.precision() - a.scale();
    int wholeOfB = b.precision() - b.scale();
    return switch (kind) {
      case PLUS, MINUS -> Optional.of(capped(Math.max(wholeOfA, wholeOfB) + scale + 1, scale));
      case TIMES -> Optional.of(capped(a.precision() + b.precision(), a.scale() + b.scale()));
      case DIVIDE ->
          Optional.of(
              capped(a.precision() + b.scale() + Math.max(0, b.scale() - a.scale()), scale));
      case MOD -> Optional.of(capped(Math.min(wholeOfA, wholeOfB) + scale, scale));
      default -> Optional.empty();
    };
  }
}

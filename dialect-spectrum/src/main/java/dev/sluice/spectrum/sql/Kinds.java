package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Timestamps;

/** Groups of types that rows ask about. */
final class Kinds {
  private Kinds() {}

  static boolean isInteger(DataType type) {
    return type == Primitive.TINYINT
        || type == Primitive.SMALLINT
        || type == Primitive.INTEGER
        || type == Primitive.BIGINT;
  }

  static boolean isDecimal(DataType type) {
    return type instanceof DataType.Decimal;
  }

  static boolean isFloating(DataType type) {
    return type == Primitive.REAL || type == Primitive.DOUBLE;
  }

  static boolean isNumber(DataType type) {
    return isInteger(type) || isDecimal(type) || isFloating(type);
  }

  /** Text of any length up to a limit; CHAR is another matter on both sides. */
  static boolean isText(DataType type) {
    return type == Primitive.STRING || type instanceof DataType.Varchar;
  }

  static boolean isDateOrTimestamp(DataType type) {
    return type == Primitive.DATE || Timestamps.isPlain(type);
  }

  /** Finer than the milliseconds that Redshift's parts count in. */
  static boolean isFine(DataType type) {
    return Timestamps.isTimestamp(type) && Timestamps.digits(type) > 3;
  }

  /** How many digits a whole number can have. */
  static int digits(DataType type) {
    if (type == Primitive.TINYINT) {
      return 3;
    } else if (type == Primitive.SMALLINT) {
      return 5;
    } else if (type == Primitive.INTEGER) {
      return 10;
    }
    return 19;
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;

/** What kinds of types there are, and what comes of arithmetic and casts. */
final class Types {
  /** Of types that are operands only. */
  static final String NO_COLUMN = "no result can have this type";

  /** What JSON functions hand to each other; json_format makes text of it. */
  static final DataType JSON = new DataType.Unsupported("json", NO_COLUMN);

  private Types() {}

  static boolean isText(DataType type) {
    return type == Primitive.STRING
        || type instanceof DataType.Varchar
        || type instanceof DataType.Char;
  }

  static boolean isWhole(DataType type) {
    return type == Primitive.TINYINT
        || type == Primitive.SMALLINT
        || type == Primitive.INTEGER
        || type == Primitive.BIGINT;
  }

  static boolean isExact(DataType type) {
    return isWhole(type) || type instanceof DataType.Decimal;
  }

  static boolean isNumber(DataType type) {
    return isExact(type) || type == Primitive.REAL || type == Primitive.DOUBLE;
  }

  static boolean isDateOrTime(DataType type) {
    return type == Primitive.DATE || Timestamps.isTimestamp(type);
  }

  /** Whether values of a type have an order; those of maps and JSON have none. */
  static boolean isOrderable(DataType type) {
    if (type instanceof DataType.Array array) {
      return isOrderable(array.element());
    } else if (type instanceof DataType.Struct row) {
      return row.fields().stream().allMatch(field -> isOrderable(field.type()));
    }
    return !(type instanceof DataType.MapOf) && type != JSON;
  }

  private static boolean isOperandOnly(DataType type) {
    return Intervals.isInterval(type) || Times.isTime(type) || type == JSON;
  }

  /**
   * Whether a type fits wherever a value is expected: NULL does, and so does a column that Sluice
   * cannot work with, which the matrix refuses by its name.
   */
  static boolean isAny(DataType type) {
    return type == Primitive.UNKNOWN
        || (type instanceof DataType.Unsupported && !isOperandOnly(type));
  }

  /** The type of {@code left kind right} for +, -, *, / and %; empty where Trino refuses it. */
  static Optional<DataType> arithmetic(SqlKind kind, DataType left, DataType right) {
    if (left.equals(Parameters.UNTYPED) || right.equals(Parameters.UNTYPED)) {
      return Optional.of(Parameters.UNTYPED);
    } else if (isAny(left) || isAny(right)) {
      // From what has no type a date is taken as one from another.
      boolean fromAny = kind == SqlKind.MINUS && isAny(left) && isDateOrTime(right);
      return Optional.of(fromAny ? Intervals.DAYS_TO_SECONDS : isAny(left) ? right : left);
    } else if (isExact(left) && isExact(right)) {
      return isWhole(left) && isWhole(right)
          ? CommonType.of(left, right)
          : Decimals.arithmetic(kind, left, right);
    } else if (isNumber(left) && isNumber(right)) {
      return CommonType.of(left, right);
    }
    return Intervals.arithmetic(kind, left, right);
  }

  /**
   * Whether Trino casts {@code from} to {@code to} (Trino documentation, "Conversion functions").
   */
  static boolean canCast(DataType from, DataType to) {
    if (from.equals(to) || isAny(from) || isAny(to)) {
      return true;
    } else if (from instanceof DataType.Char || to instanceof DataType.Char) {
      return isText(from) && isText(to);
    } else if (from == JSON || to == JSON) {
      DataType other = from == JSON ? to : from;
      boolean isOut = from == JSON && isDateOrTime(other);
      return !isOut
          && !Intervals.isInterval(other)
          && other != Primitive.BINARY
          && !Times.isTime(other);
    } else if (from instanceof DataType.Array a && to instanceof DataType.Array b) {
      return canCast(a.element(), b.element());
    } else if (from instanceof DataType.MapOf a && to instanceof DataType.MapOf b) {
      return canCast(a.key(), b.key()) && canCast(a.value(), b.value());
    } else if (from instanceof DataType.Struct a && to instanceof DataType.Struct b) {
      return canCast(a, b);
    } else if (isText(from)) {
      return isText(to)
          || isNumber(to)
          || isDateOrTime(to)
          || to == Primitive.BOOLEAN
          || Times.isTime(to);
    } else if (isNumber(from) || from == Primitive.BOOLEAN) {
      return isNumber(to) || isText(to) || to == Primitive.BOOLEAN;
    } else if (isDateOrTime(from)) {
      return isDateOrTime(to) || isText(to) || Timestamps.isTimestamp(from) && Times.isTime(to);
    } else if (Times.isTime(from)) {
      return isText(to) || Times.isTime(to) || Timestamps.isTimestamp(to);
    }
    return Intervals.isInterval(from) && isText(to);
  }

  private static boolean canCast(DataType.Struct from, DataType.Struct to) {
    if (from.fields().size() != to.fields().size()) {
      return false;
    }
    for (int i = 0; i < from.fields().size(); i++) {
      if (!canCast(from.fields().get(i).type(), to.fields().get(i).type())) {
        return false;
      }
    }
    return true;
  }
}

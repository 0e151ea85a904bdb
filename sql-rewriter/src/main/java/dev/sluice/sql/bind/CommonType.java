package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type that values of several types share, as Trino finds it (Trino documentation, "Conversion
 * functions" and "Data types").
 */
final class CommonType {
  static final int LONGEST_CHAR = 65_536;

  private CommonType() {}

  static Optional<DataType> of(List<DataType> types) {
    DataType common = Primitive.UNKNOWN;
    for (DataType type : types) {
      Optional<DataType> next = of(common, type);
      if (next.isEmpty()) {
        return next;
      }
      common = next.get();
    }
    return Optional.of(common);
  }

  static Optional<DataType> of(DataType left, DataType right) {
    if (left.equals(right) || right == Primitive.UNKNOWN) {
      return Optional.of(left);
    } else if (left == Primitive.UNKNOWN) {
      return Optional.of(right);
    } else if (Types.isText(left) && Types.isText(right)) {
      return Optional.of(text(left, right));
    } else if (Types.isNumber(left) && Types.isNumber(right)) {
      return Optional.of(number(left, right));
    } else if (Types.isDateOrTime(left) && Types.isDateOrTime(right)) {
      return Optional.of(dateOrTime(left, right));
    } else if (Times.isTime(left) && Times.isTime(right)) {
      return Optional.of(Times.common(left, right));
    }
    return Optional.ofNullable(nested(left, right));
  }

  private static DataType text(DataType left, DataType right) {
    if (left instanceof DataType.Char || right instanceof DataType.Char) {
      return new DataType.Char(Math.max(length(left), length(right)));
    }
    return left == Primitive.STRING || right == Primitive.STRING
        ? Primitive.STRING
        : new DataType.Varchar(Math.max(length(left), length(right)));
  }

  private static int length(DataType type) {
    if (type instanceof DataType.Varchar text) {
      return text.length();
    }
    return type instanceof DataType.Char text ? text.length() : LONGEST_CHAR;
  }

  private static DataType number(DataType left, DataType right) {
    if (left == Primitive.DOUBLE || right == Primitive.DOUBLE) {
      return Primitive.DOUBLE;
    } else if (left == Primitive.REAL || right == Primitive.REAL) {
      return Primitive.REAL;
    } else if (Types.isWhole(left) && Types.isWhole(right)) {
      return ((Primitive) left).compareTo((Primitive) right) > 0 ? left : right;
    }
    DataType.Decimal a = Decimals.of(left);
    DataType.Decimal b = Decimals.of(right);
    int scale = Math.max(a.scale(), b.scale());
    int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    return Decimals.capped(whole + scale, scale);
  }

  private static DataType dateOrTime(DataType left, DataType right) {
    return DataType.timestamp(
        Math.max(Timestamps.digits(left), Timestamps.digits(right)),
        Timestamps.isZoned(left) || Timestamps.isZoned(right));
  }

  private static @Nullable DataType nested(DataType left, DataType right) {
    if (left instanceof DataType.Array a && right instanceof DataType.Array b) {
      return of(a.element(), b.element()).map(DataType.Array::new).orElse(null);
    } else if (left instanceof DataType.MapOf a && right instanceof DataType.MapOf b) {
      Optional<DataType> key = of(a.key(), b.key());
      Optional<DataType> value = of(a.value(), b.value());
      return key.isPresent() && value.isPresent()
          ? new DataType.MapOf(key.get(), value.get())
          : null;
    } else if (left instanceof DataType.Struct a && right instanceof DataType.Struct b) {
      return struct(a, b);
    }
    return null;
  }

  private static @Nullable DataType struct(DataType.Struct left, DataType.Struct right) {
    if (left.fields().size() != right.fields().size()) {
      return null;
    }
    List<DataType.Field> fields = new ArrayList<>();
    for (int i = 0; i < left.fields().size(); i++) {
      DataType.Field field = left.fields().get(i);
      Optional<DataType> type = of(field.type(), right.fields().get(i).type());
      if (type.isEmpty()) {
        return null;
      }
      fields.add(new DataType.Field(field.name(), type.get()));
    }
    return new DataType.Struct(fields);
  }
}

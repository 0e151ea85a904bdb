package dev.sluice.tests.evolution;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Conditions on a recorded column in words that both engines understand. */
final class Conditions {
  private Conditions() {}

  /** That the column is the value; null where no such condition is spelt alike, or none is true. */
  static @Nullable String equal(DataType type, @Nullable Object value) {
    if (value instanceof BigDecimal number && type != Primitive.REAL) {
      return "c = CAST('" + number.toPlainString() + "' AS " + type.hive() + ")";
    } else if (value instanceof String text && isText(type)) {
      return "c = '" + text + "'";
    } else if (value instanceof String text && isMoment(type)) {
      return "c = CAST('" + text + "' AS " + type.hive() + ")";
    }
    return null;
  }

  /** Literals differ in padding where the type is char, and in the name where it is real. */
  private static boolean isText(DataType type) {
    return type == Primitive.STRING || type instanceof DataType.Varchar;
  }

  private static boolean isMoment(DataType type) {
    return type == Primitive.DATE || type == Primitive.TIMESTAMP;
  }
}

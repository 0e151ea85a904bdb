package dev.sluice.spark.worker;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;

/** Types of which a value of the one may stand for a value of the other. */
enum Family {
  LOGICAL,
  WHOLE,
  EXACT,
  FLOATING,
  TEXT,
  BYTES,
  DAY,
  MOMENT,
  NOTHING,
  OTHER;

  /** Whether values of type {@code actual} may be looked at as values of {@code expected}. */
  static boolean agree(DataType actual, DataType expected) {
    if (expected instanceof DataType.Unsupported || actual instanceof DataType.Unsupported) {
      return false;
    } else if (actual == Primitive.UNKNOWN) {
      return true;
    } else if (actual instanceof DataType.Array left && expected instanceof DataType.Array right) {
      return agree(left.element(), right.element());
    } else if (actual instanceof DataType.MapOf left && expected instanceof DataType.MapOf right) {
      return agree(left.key(), right.key()) && agree(left.value(), right.value());
    } else if (actual instanceof DataType.Struct left
        && expected instanceof DataType.Struct right) {
      return agree(left.fields(), right.fields());
    } else if (actual.isNested() || expected.isNested()) {
      return false;
    }
    return of(actual).standsFor(of(expected));
  }

  private static boolean agree(List<DataType.Field> left, List<DataType.Field> right) {
    boolean agree = left.size() == right.size();
    for (int i = 0; agree && i < left.size(); i++) {
      agree = agree(left.get(i).type(), right.get(i).type());
    }
    return agree;
  }

  private boolean standsFor(Family expected) {
    return switch (this) {
      case WHOLE -> expected == WHOLE || expected == EXACT || expected == FLOATING;
      case EXACT -> expected == EXACT || expected == WHOLE;
      case LOGICAL, FLOATING, TEXT, BYTES, DAY, MOMENT, NOTHING -> expected == this;
      case OTHER -> false;
    };
  }

  private static Family of(DataType type) {
    if (type instanceof DataType.Decimal) {
      return EXACT;
    } else if (type instanceof DataType.Char || type instanceof DataType.Varchar) {
      return TEXT;
    } else if (type instanceof DataType.Timestamp) {
      return MOMENT;
    }
    return type instanceof Primitive primitive ? of(primitive) : OTHER;
  }

  private static Family of(Primitive type) {
    return switch (type) {
      case BOOLEAN -> LOGICAL;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> WHOLE;
      case REAL, DOUBLE -> FLOATING;
      case STRING -> TEXT;
      case BINARY -> BYTES;
      case DATE -> DAY;
      case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> MOMENT;
      case UNKNOWN -> NOTHING;
    };
  }
}

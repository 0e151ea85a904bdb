package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.SluiceException;
import org.apache.calcite.sql.SqlNode;

/** Timestamps, with a zone or without, of any number of digits of a second. */
public final class Timestamps {
  public static final int MOST_DIGITS = 12;
  private static final int MILLISECONDS = 3;

  private Timestamps() {}

  /** Whether a type is a timestamp's, with a zone or without. */
  public static boolean isTimestamp(DataType type) {
    return type == Primitive.TIMESTAMP
        || type == Primitive.TIMESTAMP_WITH_TIME_ZONE
        || type instanceof DataType.Timestamp;
  }

  /** Whether a type is that of a timestamp with a zone. */
  public static boolean isZoned(DataType type) {
    return inMilliseconds(type) == Primitive.TIMESTAMP_WITH_TIME_ZONE;
  }

  /** Whether a type is that of a timestamp without a zone. */
  public static boolean isPlain(DataType type) {
    return inMilliseconds(type) == Primitive.TIMESTAMP;
  }

  /** How many digits of a second values of a type have; dates have none. */
  public static int digits(DataType type) {
    if (type instanceof DataType.Timestamp timestamp) {
      return timestamp.precision();
    }
    return type == Primitive.DATE ? 0 : MILLISECONDS;
  }

  /** The same type with three digits; any other type as it is. */
  public static DataType inMilliseconds(DataType type) {
    return type instanceof DataType.Timestamp timestamp ? timestamp.inMilliseconds() : type;
  }

  /** The same type with three digits or more. */
  static DataType inMillisecondsAtLeast(DataType type) {
    return digits(type) < MILLISECONDS ? inMilliseconds(type) : type;
  }

  static SluiceException tooFine(String type, SqlNode at) {
    return BindErrors.invalid(
        at, "A " + type + " has at most " + MOST_DIGITS + " digits of a second", "");
  }

  static DataType zoned(DataType type) {
    return DataType.timestamp(digits(type), true);
  }
}

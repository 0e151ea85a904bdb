package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times of day, with a zone or without, which are operands only: no column and no result has their
 * types (Trino documentation, "Data types"; Trino 411, statements tried 2026-11-26).
 */
final class Times {
  private static final List<DataType> PLAIN = all("");
  private static final List<DataType> ZONED = all(" with time zone");

  private Times() {}

  private static List<DataType> all(String zone) {
    return IntStream.rangeClosed(0, Timestamps.MOST_DIGITS)
        .<DataType>mapToObj(
            digits -> new DataType.Unsupported("time(" + digits + ")" + zone, Types.NO_COLUMN))
        .toList();
  }

  /**
   * @param digits of a second
   */
  static DataType of(int digits, boolean zoned) {
    return (zoned ? ZONED : PLAIN).get(digits);
  }

  static boolean isTime(DataType type) {
    return type instanceof DataType.Unsupported && (isPlain(type) || isZoned(type));
  }

  static boolean isPlain(DataType type) {
    return PLAIN.contains(type);
  }

  static boolean isZoned(DataType type) {
    return ZONED.contains(type);
  }

  static int digits(DataType type) {
    return Math.max(PLAIN.indexOf(type), ZONED.indexOf(type));
  }

  static DataType common(DataType left, DataType right) {
    return of(Math.max(digits(left), digits(right)), isZoned(left) || isZoned(right));
  }

  /** Moved by milliseconds. */
  static DataType moved(DataType time) {
    return of(Math.max(digits(time), 3), isZoned(time));
  }
}

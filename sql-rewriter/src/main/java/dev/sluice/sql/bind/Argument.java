package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;

/** What kind of type a function takes in one place. */
enum Argument {
  ANY,
  BOOLEAN,
  /** Not a char: Trino makes no varchar of one by itself. */
  TEXT,
  TEXT_OR_CHAR,
  WHOLE,
  NUMBER,
  DATE_OR_TIME,
  DATE_OR_TIME_OR_TEXT,
  BINARY,
  JSON,
  TEXT_OR_BINARY,
  TEXT_OR_JSON,
  TEXT_OR_ARRAY,
  NUMBER_OR_ARRAY,
  WHOLE_OR_DATE_OR_TIME,
  WHOLE_OR_INTERVAL,
  INTERVAL,
  NUMBER_OR_INTERVAL,
  DATE_OR_TIME_OR_INTERVAL,
  /** Times of day too. */
  ANY_TIME,
  ANY_TIME_OR_INTERVAL,
  ARRAY,
  MAP,
  ARRAY_OR_MAP;

  /** The type of a parameter in this place; unknown where it could be of several. */
  DataType onlyType() {
    return switch (this) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case TEXT, TEXT_OR_CHAR -> Primitive.STRING;
      case WHOLE -> Primitive.BIGINT;
      case BINARY -> Primitive.BINARY;
      case ANY,
          NUMBER,
          DATE_OR_TIME,
          DATE_OR_TIME_OR_TEXT,
          JSON,
          TEXT_OR_BINARY,
          TEXT_OR_JSON,
          TEXT_OR_ARRAY,
          NUMBER_OR_ARRAY,
          WHOLE_OR_DATE_OR_TIME,
          WHOLE_OR_INTERVAL,
          INTERVAL,
          NUMBER_OR_INTERVAL,
          DATE_OR_TIME_OR_INTERVAL,
          ANY_TIME,
          ANY_TIME_OR_INTERVAL,
          ARRAY,
          MAP,
          ARRAY_OR_MAP ->
          Primitive.UNKNOWN;
    };
  }

  boolean takes(DataType type) {
    return Types.isAny(type)
        || switch (this) {
          case ANY -> true;
          case BOOLEAN -> type == Primitive.BOOLEAN;
          case TEXT -> isText(type);
          case TEXT_OR_CHAR -> Types.isText(type);
          case WHOLE -> Types.isWhole(type);
          case NUMBER -> Types.isNumber(type);
          case DATE_OR_TIME -> Types.isDateOrTime(type);
          case DATE_OR_TIME_OR_TEXT -> Types.isDateOrTime(type) || isText(type);
          case BINARY -> type == Primitive.BINARY;
          case JSON -> type == Types.JSON;
          case TEXT_OR_BINARY -> Types.isText(type) || type == Primitive.BINARY;
          case TEXT_OR_JSON -> isText(type) || type == Types.JSON;
          case TEXT_OR_ARRAY -> Types.isText(type) || type instanceof DataType.Array;
          case NUMBER_OR_ARRAY -> Types.isNumber(type) || type instanceof DataType.Array;
          case WHOLE_OR_DATE_OR_TIME -> Types.isWhole(type) || Types.isDateOrTime(type);
          case WHOLE_OR_INTERVAL -> Types.isWhole(type) || Intervals.isInterval(type);
          case INTERVAL -> Intervals.isInterval(type);
          case NUMBER_OR_INTERVAL -> Types.isNumber(type) || Intervals.isInterval(type);
          case ANY_TIME -> Types.isDateOrTime(type) || Times.isTime(type);
          case ANY_TIME_OR_INTERVAL -> ANY_TIME.takes(type) || Intervals.isInterval(type);
          case DATE_OR_TIME_OR_INTERVAL -> Types.isDateOrTime(type) || Intervals.isInterval(type);
          case MAP -> type instanceof DataType.MapOf;
          case ARRAY -> type instanceof DataType.Array;
          case ARRAY_OR_MAP -> type instanceof DataType.Array || type instanceof DataType.MapOf;
        };
  }

  private static boolean isText(DataType type) {
    return Types.isText(type) && !(type instanceof DataType.Char);
  }
}

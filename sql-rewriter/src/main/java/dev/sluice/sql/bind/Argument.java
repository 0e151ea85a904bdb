package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;

/** What kind of type a function takes in one place. */
enum Argument {
  ANY,
  /** What has an order: no map, and no JSON. */
  ORDERABLE,
  BOOLEAN,
  /** Not a char: Trino makes no varchar of one by itself. */
  TEXT,
  TEXT_OR_CHAR,
  /** A text of one character. */
  CHARACTER,
  WHOLE,
  /** A whole number, no bigint. */
  INTEGER,
  NUMBER,
  DATE_OR_TIME,
  DATE_OR_TIME_OR_TEXT,
  BINARY,
  JSON,
  TEXT_OR_BINARY,
  /** Text, or arrays of text. */
  TEXT_OR_TEXTS,
  /** What {@code format} knows how to write. */
  FORMATTED,
  /** What JSON has by itself: texts, numbers, truth values. */
  SCALAR_OF_JSON,
  TEXT_OR_JSON,
  TEXT_OR_ARRAY,
  NUMBER_OR_NUMBERS,
  WHOLE_OR_DATE_OR_TIME,
  WHOLE_OR_INTERVAL,
  INTERVAL,
  NUMBER_OR_INTERVAL,
  DATE_OR_TIME_OR_INTERVAL,
  /** Times of day too. */
  ANY_TIME,
  ANY_TIME_OR_INTERVAL,
  ARRAY,
  ARRAY_OF_ARRAYS,
  /** An array of what has an order. */
  ORDERABLE_ARRAY,
  MAP,
  ARRAY_OR_MAP;

  /** The type of a parameter in this place; unknown where it could be of several. */
  DataType onlyType() {
    return switch (this) {
      case BOOLEAN -> Primitive.BOOLEAN;
      case TEXT, TEXT_OR_CHAR -> Primitive.STRING;
      case WHOLE -> Primitive.BIGINT;
      case INTEGER -> Primitive.INTEGER;
      case BINARY -> Primitive.BINARY;
      case ANY,
          ORDERABLE,
          CHARACTER,
          NUMBER,
          DATE_OR_TIME,
          DATE_OR_TIME_OR_TEXT,
          JSON,
          TEXT_OR_BINARY,
          TEXT_OR_TEXTS,
          FORMATTED,
          SCALAR_OF_JSON,
          TEXT_OR_JSON,
          TEXT_OR_ARRAY,
          NUMBER_OR_NUMBERS,
          WHOLE_OR_DATE_OR_TIME,
          WHOLE_OR_INTERVAL,
          INTERVAL,
          NUMBER_OR_INTERVAL,
          DATE_OR_TIME_OR_INTERVAL,
          ANY_TIME,
          ANY_TIME_OR_INTERVAL,
          ARRAY,
          ARRAY_OF_ARRAYS,
          ORDERABLE_ARRAY,
          MAP,
          ARRAY_OR_MAP ->
          Primitive.UNKNOWN;
    };
  }

  boolean takes(DataType type) {
    return Types.isAny(type)
        || switch (this) {
          case ANY -> true;
          case ORDERABLE -> Types.isOrderable(type);
          case BOOLEAN -> type == Primitive.BOOLEAN;
          case TEXT -> isText(type);
          case TEXT_OR_CHAR -> Types.isText(type);
          case CHARACTER -> type.equals(new DataType.Varchar(1));
          case WHOLE -> Types.isWhole(type);
          case INTEGER -> Types.isWhole(type) && type != Primitive.BIGINT;
          case NUMBER -> Types.isNumber(type);
          case DATE_OR_TIME -> Types.isDateOrTime(type);
          case DATE_OR_TIME_OR_TEXT -> Types.isDateOrTime(type) || isText(type);
          case BINARY -> type == Primitive.BINARY;
          case JSON -> type == Types.JSON;
          case TEXT_OR_BINARY -> Types.isText(type) || type == Primitive.BINARY;
          case TEXT_OR_JSON -> isText(type) || type == Types.JSON;
          case TEXT_OR_ARRAY -> Types.isText(type) || type instanceof DataType.Array;
          case TEXT_OR_TEXTS ->
              Types.isText(type)
                  || (type instanceof DataType.Array array && TEXT.takes(array.element()));
          case FORMATTED -> !type.isNested() && type != Primitive.BINARY;
          case SCALAR_OF_JSON ->
              Types.isText(type) || Types.isNumber(type) || type == Primitive.BOOLEAN;
          case NUMBER_OR_NUMBERS ->
              Types.isNumber(type)
                  || (type instanceof DataType.Array array && NUMBER.takes(array.element()));
          case WHOLE_OR_DATE_OR_TIME -> Types.isWhole(type) || Types.isDateOrTime(type);
          case WHOLE_OR_INTERVAL -> Types.isWhole(type) || Intervals.isInterval(type);
          case INTERVAL -> Intervals.isInterval(type);
          case NUMBER_OR_INTERVAL -> Types.isNumber(type) || Intervals.isInterval(type);
          case ANY_TIME -> Types.isDateOrTime(type) || Times.isTime(type);
          case ANY_TIME_OR_INTERVAL -> ANY_TIME.takes(type) || Intervals.isInterval(type);
          case DATE_OR_TIME_OR_INTERVAL -> Types.isDateOrTime(type) || Intervals.isInterval(type);
          case MAP -> type instanceof DataType.MapOf;
          case ARRAY -> type instanceof DataType.Array;
          case ARRAY_OF_ARRAYS ->
              type instanceof DataType.Array array && ARRAY.takes(array.element());
          case ORDERABLE_ARRAY ->
              type instanceof DataType.Array array && ORDERABLE.takes(array.element());
          case ARRAY_OR_MAP -> type instanceof DataType.Array || type instanceof DataType.MapOf;
        };
  }

  private static boolean isText(DataType type) {
    return Types.isText(type) && !(type instanceof DataType.Char);
  }
}

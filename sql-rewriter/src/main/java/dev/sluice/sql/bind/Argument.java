package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;

/** What kind of type a function takes in one place. */
enum Argument {
  ANY,
  BOOLEAN,
  TEXT,
  WHOLE,
  NUMBER,
  DATE_OR_TIME,
  DATE_OR_TIME_OR_TEXT,
  ARRAY,
  ARRAY_OR_MAP;

  boolean takes(DataType type) {
    return Types.isAny(type)
        || switch (this) {
          case ANY -> true;
          case BOOLEAN -> type == Primitive.BOOLEAN;
          case TEXT -> Types.isText(type);
          case WHOLE -> Types.isWhole(type);
          case NUMBER -> Types.isNumber(type);
          case DATE_OR_TIME -> Types.isDateOrTime(type);
          case DATE_OR_TIME_OR_TEXT -> Types.isDateOrTime(type) || Types.isText(type);
          case ARRAY -> type instanceof DataType.Array;
          case ARRAY_OR_MAP -> type instanceof DataType.Array || type instanceof DataType.MapOf;
        };
  }
}

package dev.sluice.spark.worker;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ResultColumn;
import dev.sluice.StructValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Turns a value of Spark's into the Java type that {@link dev.sluice.Rows} promises for the
 * expected type. A number of another width of the same family is taken where this very value fits
 * without loss, and is an error where it does not: never a rounded or cut value.
 */
final class ValueReader {
  private final String column;
  private final DataType type;

  ValueReader(ResultColumn expected) {
    this.column = expected.name();
    this.type = expected.type();
  }

  @Nullable Object read(@Nullable Object value) {
    return read(type, value);
  }

  private @Nullable Object read(DataType expected, @Nullable Object value) {
    if (value == null) {
      return null;
    } else if (expected instanceof Primitive primitive) {
      return readPrimitive(primitive, value);
    } else if (expected instanceof DataType.Timestamp timestamp) {
      return readPrimitive(timestamp.inMilliseconds(), value);
    } else if (expected instanceof DataType.Decimal decimal) {
      return readDecimal(decimal, value);
    } else if (expected instanceof DataType.Array array) {
      List<@Nullable Object> list = new ArrayList<>();
      each((scala.collection.Iterable<?>) value, item -> list.add(read(array.element(), item)));
      return list;
    } else if (expected instanceof DataType.MapOf map) {
      return readMap(map, (scala.collection.Iterable<?>) value);
    } else if (expected instanceof DataType.Struct struct) {
      return readStruct(struct, (Row) value);
    } else if (expected instanceof DataType.Char text) {
      return padded((String) value, text.length());
    } else if (expected instanceof DataType.Varchar text) {
      return bounded((String) value, text.length());
    }
    throw lossy(value, expected);
  }

  private Object readPrimitive(Primitive expected, Object value) {
    return switch (expected) {
      case BOOLEAN, STRING, BINARY, DATE -> value;
      case TINYINT -> (byte) whole(value, expected, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SMALLINT -> (short) whole(value, expected, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> (int) whole(value, expected, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> whole(value, expected, Long.MIN_VALUE, Long.MAX_VALUE);
      case REAL -> readReal(value);
      case DOUBLE -> readDouble(value);
      case TIMESTAMP ->
          value instanceof Instant instant
              ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
              : (LocalDateTime) value;
      case TIMESTAMP_WITH_TIME_ZONE -> ((Instant) value).atOffset(ZoneOffset.UTC);
      case UNKNOWN -> throw lossy(value, expected);
    };
  }

  private long whole(Object value, DataType expected, long least, long most) {
    long number =
        value instanceof BigDecimal decimal ? exact(decimal) : ((Number) value).longValue();
    if (number < least || number > most) {
      throw lossy(value, expected);
    }
    return number;
  }

  private long exact(BigDecimal decimal) {
    try {
      return decimal.longValueExact();
    } catch (ArithmeticException e) {
      throw lossy(decimal, Primitive.BIGINT);
    }
  }

  private Object readReal(Object value) {
    float number = ((Number) value).floatValue();
    if (value instanceof Double exact && Double.compare(number, exact) != 0) {
      throw lossy(value, Primitive.REAL);
    }
    return number;
  }

  private Object readDouble(Object value) {
    double number = ((Number) value).doubleValue();
    if (value instanceof Long exact
        && BigDecimal.valueOf(exact).compareTo(new BigDecimal(number)) != 0) {
      throw lossy(value, Primitive.DOUBLE);
    }
    return number;
  }

  private Object readDecimal(DataType.Decimal expected, Object value) {
    BigDecimal number =
        value instanceof BigDecimal decimal
            ? decimal
            : BigDecimal.valueOf(((Number) value).longValue());
    if (number.stripTrailingZeros().scale() > expected.scale()) {
      throw lossy(value, expected);
    }
    BigDecimal scaled = number.setScale(expected.scale());
    if (scaled.precision() > expected.precision()) {
      throw lossy(value, expected);
    }
    return scaled;
  }

  private String padded(String value, int length) {
    int missing = length - value.codePointCount(0, value.length());
    return bounded(value, length) + " ".repeat(Math.max(0, missing));
  }

  private String bounded(String value, int length) {
    if (value.codePointCount(0, value.length()) > length) {
      throw lossy(value, new DataType.Varchar(length));
    }
    return value;
  }

  private Map<@Nullable Object, @Nullable Object> readMap(
      DataType.MapOf expected, scala.collection.Iterable<?> value) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    each(
        value,
        item -> {
          Tuple2<?, ?> entry = (Tuple2<?, ?>) java.util.Objects.requireNonNull(item);
          map.put(read(expected.key(), entry._1()), read(expected.value(), entry._2()));
        });
    return map;
  }

  private StructValue readStruct(DataType.Struct expected, Row row) {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < expected.fields().size(); i++) {
      names.add(expected.fields().get(i).name());
      values.add(read(expected.fields().get(i).type(), row.get(i)));
    }
    return new StructValue(names, values);
  }

  /**
   * Scala's converters differ between the Scala versions that Spark comes with; iterators do not.
   */
  private static void each(
      scala.collection.Iterable<?> items, java.util.function.Consumer<@Nullable Object> action) {
    scala.collection.Iterator<?> iterator = items.iterator();
    while (iterator.hasNext()) {
      action.accept(iterator.next());
    }
  }

  private WorkerException lossy(Object value, DataType expected) {
    String text = value.toString();
    return new WorkerException(
        "Column %s of the answer holds %s, which does not fit %s"
            .formatted(column, text.length() > 80 ? text.substring(0, 80) + "…" : text, expected));
  }
}

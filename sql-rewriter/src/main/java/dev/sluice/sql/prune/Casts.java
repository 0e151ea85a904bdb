package dev.sluice.sql.prune;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CAST among the types that partition keys have. Only the plainest texts are taken for numbers and
 * dates: what else an engine would read as one, or fail on, is not told.
 */
final class Casts {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?");

  private Casts() {}

  static Value of(Value value, DataType type) {
    Object known = value.known();
    if (known == null) {
      return value;
    } else if (known instanceof Span span) {
      // Texts of dates are in the order of dates; what else is cast may change its order.
      boolean isTime = span.least() instanceof LocalDate || span.least() instanceof LocalDateTime;
      return isTime ? Span.map(value, one -> of(one, type)) : Value.UNTOLD;
    } else if (type instanceof DataType.Varchar varchar) {
      return text(known).map(String.class, text -> cut(text, varchar.length()));
    }
    return type instanceof Primitive primitive ? to(known, primitive) : Value.UNTOLD;
  }

  private static Value to(Object known, Primitive type) {
    return switch (type) {
      case STRING -> text(known);
      case TINYINT, SMALLINT, INTEGER, BIGINT -> whole(known, type);
      case DATE -> {
        if (known instanceof LocalDateTime timestamp) {
          yield Value.of(timestamp.toLocalDate());
        }
        yield known instanceof String text ? date(text) : same(known, LocalDate.class);
      }
      case TIMESTAMP -> {
        if (known instanceof LocalDate date) {
          yield Value.of(date.atStartOfDay());
        }
        yield known instanceof String text ? timestamp(text) : same(known, LocalDateTime.class);
      }
      case BOOLEAN -> same(known, Boolean.class);
      default -> Value.UNTOLD;
    };
  }

  private static Value same(Object known, Class<?> type) {
    return type.isInstance(known) ? Value.of(known) : Value.UNTOLD;
  }

  private static Value text(Object known) {
    if (known instanceof LocalDate date) {
      return date.getYear() >= 1 && date.getYear() <= 9999
          ? Value.of(date.toString())
          : Value.UNTOLD;
    }
    return known instanceof String || known instanceof Long
        ? Value.of(known.toString())
        : Value.UNTOLD;
  }

  /** A longer text is cut to the type's length. */
  private static Value cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? Value.of(text)
        : Value.of(text.substring(0, text.offsetByCodePoints(0, length)));
  }

  private static Value whole(Object known, Primitive type) {
    if (known instanceof String text) {
      return WHOLE.matcher(text).matches() ? whole(Long.parseLong(text), type) : Value.UNTOLD;
    }
    return known instanceof Long number ? whole(number.longValue(), type) : Value.UNTOLD;
  }

  /** A whole number, if the type can hold it. */
  static Value whole(long number, @Nullable DataType type) {
    long most =
        type == Primitive.TINYINT
            ? Byte.MAX_VALUE
            : type == Primitive.SMALLINT
                ? Short.MAX_VALUE
                : type == Primitive.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
    return number <= most && number >= -most - 1 ? Value.of(number) : Value.UNTOLD;
  }

  static Value date(String text) {
    try {
      return DATE.matcher(text).matches() ? Value.of(LocalDate.parse(text)) : Value.UNTOLD;
    } catch (DateTimeException e) {
      return Value.UNTOLD;
    }
  }

  static Value timestamp(String text) {
    if (!TIMESTAMP.matcher(text).matches()) {
      return date(text).map(LocalDate.class, date -> Value.of(date.atStartOfDay()));
    }
    try {
      return Value.of(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeException e) {
      return Value.UNTOLD;
    }
  }
}

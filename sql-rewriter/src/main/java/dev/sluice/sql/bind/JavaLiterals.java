package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.parse.DecimalLiteral;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Values of Java as the literals that a user would have written. */
final class JavaLiterals {
  private static final int LAST_YEAR = 9999;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      new DateTimeFormatterBuilder()
          .append(TIMESTAMP)
          .appendPattern(" xxx")
          .toFormatter(Locale.ROOT);

  private final Binding binding;
  private final SqlParserPos at;

  JavaLiterals(Binding binding, SqlParserPos at) {
    this.binding = binding;
    this.at = at;
  }

  /** One class for each kind of value: exact numbers as BigDecimal, instants with an offset. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long) {
      return BigDecimal.valueOf(((Number) value).longValue());
    } else if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    } else if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    } else if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    } else if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    } else if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime() : value;
  }

  /** Empty for what has no literal. */
  Optional<SqlNode> of(Object value) {
    if (value instanceof Boolean truth) {
      return Optional.of(typed(SqlLiteral.createBoolean(truth, at)));
    } else if (value instanceof String text) {
      return isWhole(text) ? Optional.of(typed(SqlLiteral.createCharString(text, at))) : none();
    } else if (value instanceof BigDecimal number) {
      return exact(number);
    } else if (value instanceof Double number) {
      return Double.isFinite(number) ? Optional.of(floating(number.toString())) : none();
    } else if (value instanceof Float number) {
      return Float.isFinite(number)
          ? Optional.of(cast(floating(number.toString()), Primitive.REAL))
          : none();
    } else if (value instanceof byte[] bytes) {
      return Optional.of(typed(SqlLiteral.createBinaryString(bytes, at)));
    }
    return value instanceof Temporal temporal && isCommonEra(temporal) ? time(temporal) : none();
  }

  private static Optional<SqlNode> none() {
    return Optional.empty();
  }

  private Optional<SqlNode> time(Temporal value) {
    if (value instanceof LocalDate date) {
      return Optional.of(read("DATE", DATE.format(date)));
    } else if (value instanceof LocalDateTime timestamp) {
      return Optional.of(read("TIMESTAMP", TIMESTAMP.format(timestamp)));
    } else if (value instanceof OffsetDateTime zoned) {
      SqlNode text = typed(SqlLiteral.createCharString(ZONED.format(zoned), at));
      return Optional.of(cast(text, Primitive.TIMESTAMP_WITH_TIME_ZONE));
    }
    return none();
  }

  private SqlNode read(String tag, String text) {
    return typed(Literals.read(SqlLiteral.createUnknown(tag, text, at)));
  }

  private SqlNode typed(SqlLiteral literal) {
    return binding.typed(literal, Literals.type(literal));
  }

  private Optional<SqlNode> exact(BigDecimal number) {
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    if (Math.max(plain.precision(), plain.scale()) > Decimals.MOST_DIGITS) {
      return none();
    }
    SqlNumericLiteral literal = SqlLiteral.createExactNumeric(plain.toPlainString(), at);
    boolean isBeyondBigint = plain.scale() == 0 && plain.abs().compareTo(Literals.MOST_BIGINT) > 0;
    // A whole number beyond bigint is no literal in Trino; a decimal is.
    return Optional.of(typed(isBeyondBigint ? DecimalLiteral.of(literal) : literal));
  }

  private SqlNode floating(String number) {
    String text = number.contains("E") ? number : number + "E0";
    return typed(SqlLiteral.createApproxNumeric(text, at));
  }

  private SqlNode cast(SqlNode node, DataType type) {
    SqlNode spec = new SqlDataTypeSpec(new SpelledTypeSpec(type, at), at);
    return binding.typed(SqlStdOperatorTable.CAST.createCall(at, List.of(node, spec)), type);
  }

  /** A text that no query could hold would be refused if it stood in one. */
  private static boolean isWhole(String text) {
    return text.indexOf(0) < 0
        && text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static boolean isCommonEra(Temporal value) {
    if (!value.isSupported(ChronoField.YEAR)) {
      return false;
    }
    int year = value.get(ChronoField.YEAR);
    return year >= 1 && year <= LAST_YEAR;
  }

  /** The nanoseconds of a second that a value says. */
  static int nanoseconds(@Nullable Object value) {
    return value instanceof Temporal time && time.isSupported(ChronoField.NANO_OF_SECOND)
        ? time.get(ChronoField.NANO_OF_SECOND)
        : 0;
  }

  /** Whether the two compare in every engine and session alike. */
  static boolean isComparable(DataType value, DataType type) {
    boolean zoned = Timestamps.isZoned(value);
    if (Types.isDateOrTime(value) && Types.isDateOrTime(type)) {
      // Between one with a zone and one without, the session's zone would decide.
      return zoned == Timestamps.isZoned(type);
    }
    return CommonType.of(value, type).isPresent();
  }
}

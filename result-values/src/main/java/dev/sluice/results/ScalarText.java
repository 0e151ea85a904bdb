package dev.sluice.results;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Base64;

/**
 * Scalar values out of the text that Trino's SQL, and so Athena, casts them to. Binary values are
 * in base 64.
 */
public final class ScalarText {
  private static final int YEAR_DIGITS = 4;
  private static final int MOST_YEAR_DIGITS = 9;
  private static final int NANO_DIGITS = 9;

  /** A year of more than four digits has a sign in timestamps and may have one in dates. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .optionalStart()
          .appendLiteral('+')
          .optionalEnd()
          .appendValue(ChronoField.YEAR, YEAR_DIGITS, MOST_YEAR_DIGITS, SignStyle.NORMAL)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  /** {@code LocalDateTime} holds nine digits of a second; the three after them must be none. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DATE)
          .appendLiteral(' ')
          .appendValue(ChronoField.HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .optionalStart()
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
          .appendPattern("['0']['0']['0']")
          .optionalEnd()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private ScalarText() {}

  /**
   * The value that {@code text} stands for, as {@link dev.sluice.Rows} has it.
   *
   * @throws UnreadableValueException when it stands for none
   */
  public static Object read(DataType type, String text) {
    try {
      return value(type, text);
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw new UnreadableValueException(type, text, e);
    } catch (IllegalArgumentException e) {
      // Of base 64.
      throw new UnreadableValueException(type, text, e);
    }
  }

  private static Object value(DataType type, String text) {
    if (type instanceof Primitive primitive) {
      return value(primitive, text);
    } else if (type instanceof DataType.Decimal decimal) {
      return new BigDecimal(text).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
    } else if (type instanceof DataType.Char || type instanceof DataType.Varchar) {
      return text;
    } else if (type instanceof DataType.Timestamp timestamp) {
      return value(timestamp.inMilliseconds(), text);
    }
    throw new UnreadableValueException(type, text);
  }

  private static Object value(Primitive type, String text) {
    return switch (type) {
      case BOOLEAN -> truth(text);
      case TINYINT -> Byte.valueOf(text);
      case SMALLINT -> Short.valueOf(text);
      case INTEGER -> Integer.valueOf(text);
      case BIGINT -> Long.valueOf(text);
      case REAL -> Float.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case STRING -> text;
      case BINARY -> Base64.getDecoder().decode(text);
      case DATE -> LocalDate.parse(text, DATE);
      case TIMESTAMP -> LocalDateTime.parse(text, TIMESTAMP);
      case TIMESTAMP_WITH_TIME_ZONE -> zoned(text);
      // Only NULL is of this type.
      case UNKNOWN -> throw new UnreadableValueException(type, text);
    };
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new UnreadableValueException(Primitive.BOOLEAN, text);
    };
  }

  /** {@code 2019-03-27 16:00:00.000 UTC}, or {@code … Europe/Berlin}, or {@code … +01:00}. */
  private static OffsetDateTime zoned(String text) {
    int zone = text.lastIndexOf(' ');
    if (zone < 0) {
      throw new UnreadableValueException(Primitive.TIMESTAMP_WITH_TIME_ZONE, text);
    }
    return LocalDateTime.parse(text.substring(0, zone), TIMESTAMP)
        .atZone(ZoneId.of(text.substring(zone + 1)))
        .toOffsetDateTime();
  }
}

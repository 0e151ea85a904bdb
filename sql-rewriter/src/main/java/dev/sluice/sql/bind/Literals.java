package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlAbstractDateTimeLiteral;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlTimeLiteral;
import org.apache.calcite.sql.SqlTimestampLiteral;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.type.SqlTypeName;

/** The types of literals (Trino documentation, "Data types"). */
final class Literals {
  static final BigDecimal MOST_BIGINT = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Calcite would keep the last four digits of such a year. */
  private static final Pattern LONG_YEAR = Pattern.compile("\\s*[-+]?\\d{5,}-.*");

  private Literals() {}

  /** Reads {@code DATE '…'} and its like, which the parser leaves as it found them. */
  static SqlLiteral read(SqlLiteral literal) {
    if (!(literal instanceof SqlUnknownLiteral unread)) {
      return literal;
    }
    if (LONG_YEAR.matcher(unread.getValueAs(String.class)).matches()) {
      throw BindErrors.invalid(
          literal, "A " + unread.tag + " of a year beyond 9999 is not supported in a literal", "");
    }
    SqlTypeName type = SqlTypeName.get(unread.tag);
    if (type == null) {
      throw BindErrors.invalid(literal, "Type " + unread.tag + " has no literals", "");
    }
    SqlLiteral resolved =
        timestamp(unread)
            .map(text -> unread(unread, text.timestamp()))
            .or(() -> time(unread).map(text -> unread(unread, text.time())))
            .orElse(unread)
            .resolve(type);
    if (resolved instanceof SqlAbstractDateTimeLiteral time
        && time.getPrec() > Timestamps.MOST_DIGITS) {
      throw Timestamps.tooFine(unread.tag.toLowerCase(Locale.ROOT), literal);
    }
    return resolved;
  }

  /** The zone that a TIMESTAMP literal says at its end. */
  static Optional<SqlLiteral> zone(SqlLiteral literal) {
    return timestamp(literal)
        .map(TimestampText::zone)
        .map(zone -> SqlLiteral.createCharString(zone, literal.getParserPosition()));
  }

  /** A TIMESTAMP literal without the zone at its end. */
  static SqlLiteral withoutZone(SqlLiteral literal) {
    return timestamp(literal)
        .<SqlLiteral>map(text -> unread(literal, text.timestamp()))
        .orElse(literal);
  }

  /** A TIME literal with an offset at its end, for which Calcite has none. */
  static Optional<TimeText> zonedTime(SqlLiteral literal) {
    return literal instanceof SqlUnknownLiteral unread
        ? time(unread).filter(text -> text.offset() != null)
        : Optional.empty();
  }

  private static Optional<TimeText> time(SqlUnknownLiteral literal) {
    return literal.tag.equals("TIME")
        ? TimeText.of(literal.getValueAs(String.class))
        : Optional.empty();
  }

  private static Optional<TimestampText> timestamp(SqlLiteral literal) {
    return literal instanceof SqlUnknownLiteral unread && unread.tag.equals("TIMESTAMP")
        ? TimestampText.of(unread.getValueAs(String.class))
        : Optional.empty();
  }

  private static SqlUnknownLiteral unread(SqlLiteral literal, String text) {
    return (SqlUnknownLiteral)
        SqlLiteral.createUnknown(
            ((SqlUnknownLiteral) literal).tag, text, literal.getParserPosition());
  }

  static DataType type(SqlLiteral literal) {
    return switch (literal.getTypeName()) {
      case NULL -> Primitive.UNKNOWN;
      case BOOLEAN -> Primitive.BOOLEAN;
      case CHAR, VARCHAR -> {
        String text = literal.getValueAs(String.class);
        yield new DataType.Varchar(text.codePointCount(0, text.length()));
      }
      case BINARY, VARBINARY -> Primitive.BINARY;
      case DATE -> Primitive.DATE;
      case TIME -> Times.of(((SqlTimeLiteral) literal).getPrec(), false);
      case TIMESTAMP -> DataType.timestamp(((SqlTimestampLiteral) literal).getPrec(), false);
      default -> literal instanceof SqlNumericLiteral number ? number(number) : interval(literal);
    };
  }

  private static DataType number(SqlNumericLiteral literal) {
    if (literal.getTypeName() == SqlTypeName.DOUBLE) {
      return Primitive.DOUBLE;
    }
    BigDecimal value = literal.bigDecimalValue();
    if (literal.isInteger()) {
      return wholeNumber(literal, value.toBigIntegerExact().bitLength());
    }
    int scale = Math.max(0, value.scale());
    int precision = Math.max(value.precision(), scale);
    if (precision > Decimals.MOST_DIGITS) {
      throw BindErrors.invalid(
          literal, "A decimal has at most " + Decimals.MOST_DIGITS + " digits", "");
    }
    return new DataType.Decimal(precision, scale);
  }

  /**
   * @param bits without the sign's
   */
  private static DataType wholeNumber(SqlNumericLiteral literal, int bits) {
    if (bits >= Long.SIZE) {
      throw BindErrors.invalid(
          literal,
          "Number " + literal + " is no bigint",
          "; write DECIMAL '" + literal + "' for a decimal");
    }
    return bits < Integer.SIZE ? Primitive.INTEGER : Primitive.BIGINT;
  }

  private static DataType interval(SqlLiteral literal) {
    if (!(literal instanceof SqlIntervalLiteral)) {
      return Primitive.UNKNOWN;
    }
    SqlIntervalQualifier qualifier =
        literal.getValueAs(SqlIntervalLiteral.IntervalValue.class).getIntervalQualifier();
    return Intervals.type(qualifier);
  }
}

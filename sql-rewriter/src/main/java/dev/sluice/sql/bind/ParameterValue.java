package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** What was given for one parameter, as an expression of the tree. */
final class ParameterValue {
  /** What Athena's columns carry; see {@link Primitive#TIMESTAMP}. */
  private static final int NANOS_OF_MILLISECOND = 1_000_000;

  /** The finest that a literal may say in every engine. */
  private static final int NANOS_OF_MICROSECOND = 1_000;

  private final Binding binding;
  private final SqlDynamicParam parameter;
  private final int index;
  private final @Nullable Object given;
  private final @Nullable Object value;
  private final JavaLiterals literals;

  ParameterValue(Binding binding, SqlDynamicParam parameter, @Nullable Object given) {
    this.binding = binding;
    this.parameter = parameter;
    this.index = parameter.getIndex();
    this.given = given;
    this.value = JavaLiterals.plain(given);
    this.literals = new JavaLiterals(binding, parameter.getParserPosition());
  }

  /** The value where the query takes {@code type}. */
  SqlNode as(DataType type, ParameterUse use) {
    SqlParserPos at = parameter.getParserPosition();
    if (value == null) {
      SqlNode none = binding.typed(SqlLiteral.createNull(at), Primitive.UNKNOWN);
      return use == ParameterUse.CAST ? none : cast(none, type);
    }
    SqlNode literal = literals.of(value).orElseThrow(() -> unfit(type));
    DataType own = binding.typeOf(literal);
    return switch (use) {
      case COMPARED -> {
        require(JavaLiterals.isComparable(own, type) && isWholeIn(NANOS_OF_MICROSECOND), type);
        yield literal;
      }
      case CAST -> {
        require(Types.canCast(own, type) && isWholeIn(NANOS_OF_MICROSECOND), type);
        yield literal;
      }
      case VALUE -> exact(literal, own, type);
    };
  }

  private SqlNode exact(SqlNode literal, DataType own, DataType type) {
    if (value instanceof BigDecimal number
        && type instanceof Primitive whole
        && Types.isWhole(whole)
        && isWithin(number, whole)) {
      return whole(number, whole);
    } else if (value instanceof BigDecimal number
        && type instanceof DataType.Decimal decimal
        && isWithin(number, decimal)) {
      return cast(literal, type);
    } else if (value instanceof Number number
        && (type == Primitive.DOUBLE || type == Primitive.REAL)) {
      return floating(number, type);
    } else if (value instanceof LocalDate date && type == Primitive.TIMESTAMP) {
      return literals.of(date.atStartOfDay()).orElseThrow();
    } else if (Types.isText(own) && Types.isText(type)) {
      return binding.typed(literal, Primitive.STRING);
    }
    require(own.equals(type) && isWholeIn(NANOS_OF_MILLISECOND), type);
    return literal;
  }

  private SqlNode whole(BigDecimal number, Primitive type) {
    SqlNode literal = literals.of(number.setScale(0)).orElseThrow();
    boolean fits = Types.isWhole(binding.typeOf(literal));
    return fits ? binding.typed(literal, type) : cast(literal, type);
  }

  private SqlNode floating(Number number, DataType type) {
    Object nearest =
        type == Primitive.DOUBLE ? (Object) number.doubleValue() : (Object) number.floatValue();
    return literals.of(nearest).orElseThrow(() -> unfit(type));
  }

  /** Whether a time of day is a whole number of such units. */
  private boolean isWholeIn(int nanoseconds) {
    return JavaLiterals.nanoseconds(value) % nanoseconds == 0;
  }

  private static boolean isWithin(BigDecimal number, Primitive type) {
    int bits =
        switch (type) {
          case TINYINT -> 7;
          case SMALLINT -> 15;
          case INTEGER -> 31;
          default -> 63;
        };
    return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() <= bits;
  }

  private static boolean isWithin(BigDecimal number, DataType.Decimal type) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= type.scale()
        && plain.precision() - plain.scale() <= type.precision() - type.scale();
  }

  private SqlNode cast(SqlNode node, DataType type) {
    SqlParserPos at = parameter.getParserPosition();
    SqlNode spec = new SqlDataTypeSpec(new SpelledTypeSpec(type, at), at);
    return binding.typed(SqlStdOperatorTable.CAST.createCall(at, List.of(node, spec)), type);
  }

  private void require(boolean fits, DataType type) {
    if (!fits) {
      throw unfit(type);
    }
  }

  private SluiceException unfit(DataType type) {
    String shown =
        given instanceof byte[] ? "binary" : "'" + shortened(String.valueOf(given)) + "'";
    String kind = given == null ? "null" : given.getClass().getSimpleName();
    return BindErrors.at(
        parameter,
        ErrorCode.PARAMETER_INVALID,
        "Parameter " + (index + 1) + " is " + type + ", and " + shown + " (" + kind + ") is none,",
        cure(type));
  }

  private String cure(DataType type) {
    Optional<DataType> own =
        value == null ? Optional.empty() : literals.of(value).map(binding::typeOf);
    if (own.isEmpty() || own.get().equals(type) || !Types.canCast(own.get(), type)) {
      return "";
    } else if (Types.isNumber(own.get()) && Types.isNumber(type)) {
      return "; write CAST(? AS " + own.get() + ") to have it so";
    }
    return "; CAST(? AS " + type + ") takes what can be cast";
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}

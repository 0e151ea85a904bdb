package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Where numbers come out otherwise though the text is the same. */
final class NumberNeeds {
  static final Set<String> EXTREMES = Set.of("greatest", "least");

  static final List<CallNeed> ALL =
      List.of(
          new CallNeed(Capability.AVERAGE_OF_INTEGERS, NumberNeeds::averagesIntegers),
          new CallNeed(Capability.INTEGER_DIVISION, NumberNeeds::dividesIntegers),
          new CallNeed(Capability.FLOATING_DIVISION, NumberNeeds::dividesFloating),
          new CallNeed(Capability.NAN_COMPARISON, NumberNeeds::comparesFloating),
          new CallNeed(Capability.REAL_BESIDE_EXACT, NumberNeeds::isRealBesideExact),
          new CallNeed(Capability.LONG_DECIMAL_CHOICE, DecimalChoice::isLong),
          new CallNeed(Capability.DECIMAL_CHOICE_OVER_38, DecimalChoice::isOver38),
          new CallNeed(Capability.DECIMAL_TO_FEWER_DIGITS, NumberNeeds::castsToFewerDigits),
          new CallNeed(Capability.FRACTION_TO_WHOLE, NumberNeeds::castsToWhole),
          new CallNeed(
              Capability.GREATEST_OR_LEAST,
              (bound, call) -> Calls.isOf(call, EXTREMES) && call.operandCount() > 1));

  private NumberNeeds() {}

  private static boolean averagesIntegers(BoundQuery bound, SqlCall call) {
    return call.getKind() == SqlKind.AVG && Types.isWhole(Calls.type(bound, call, 0));
  }

  private static boolean dividesIntegers(BoundQuery bound, SqlCall call) {
    return call.getKind() == SqlKind.DIVIDE && Types.isWhole(bound.typeOf(call));
  }

  private static boolean dividesFloating(BoundQuery bound, SqlCall call) {
    return call.getKind() == SqlKind.DIVIDE
        && Types.isFloating(bound.typeOf(call))
        && !isNonZero(call.operand(1));
  }

  private static boolean isNonZero(SqlNode node) {
    return node instanceof SqlNumericLiteral literal
        && literal.getValueAs(BigDecimal.class).signum() != 0;
  }

  private static boolean comparesFloating(BoundQuery bound, SqlCall call) {
    boolean compares =
        Calls.compares(call)
            || call.getKind() == SqlKind.MIN
            || call.getKind() == SqlKind.MAX
            || Calls.isOf(call, "nullif")
            || Calls.isOf(call, EXTREMES);
    return compares && Calls.types(bound, call).stream().anyMatch(Types::isFloating);
  }

  /** Athena makes both reals; others make both doubles, where 0.1 is not the real 0.1. */
  private static boolean isRealBesideExact(BoundQuery bound, SqlCall call) {
    boolean mixes =
        switch (call.getKind()) {
          case EQUALS,
              NOT_EQUALS,
              LESS_THAN,
              LESS_THAN_OR_EQUAL,
              GREATER_THAN,
              GREATER_THAN_OR_EQUAL,
              BETWEEN,
              PLUS,
              MINUS,
              TIMES,
              DIVIDE ->
              true;
          default -> false;
        };
    List<DataType> types = mixes ? Calls.types(bound, call) : List.of();
    return types.contains(Primitive.REAL)
        && !types.contains(Primitive.DOUBLE)
        && types.stream().anyMatch(Types::isExact);
  }

  private static boolean castsToFewerDigits(BoundQuery bound, SqlCall call) {
    return Types.isCast(call)
        && Calls.type(bound, call, 0) instanceof DataType.Decimal from
        && bound.typeOf(call) instanceof DataType.Decimal to
        && to.scale() < from.scale();
  }

  private static boolean castsToWhole(BoundQuery bound, SqlCall call) {
    DataType from = Calls.type(bound, call, 0);
    return Types.isCast(call)
        && Types.isWhole(bound.typeOf(call))
        && (Types.isFloating(from) || from instanceof DataType.Decimal);
  }
}

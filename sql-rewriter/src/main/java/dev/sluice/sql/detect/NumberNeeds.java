package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Where numbers come out otherwise though the text is the same. */
final class NumberNeeds {
  private static final Set<String> EXTREMES = Set.of("greatest", "least");
  private static final Set<SqlKind> COMPARISONS =
      EnumSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.BETWEEN,
          SqlKind.MIN,
          SqlKind.MAX);
  private static final Set<SqlKind> MIXTURES =
      EnumSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.BETWEEN,
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.DIVIDE);

  static final List<CallNeed> ALL =
      List.of(
          CallNeed.of(
              Capability.AVERAGE_OF_INTEGERS,
              Set.of(SqlKind.AVG),
              (bound, call) -> Types.isWhole(Calls.type(bound, call, 0))),
          CallNeed.of(
              Capability.INTEGER_DIVISION,
              Set.of(SqlKind.DIVIDE),
              (bound, call) -> Types.isWhole(bound.typeOf(call))),
          CallNeed.of(
              Capability.FLOATING_DIVISION, Set.of(SqlKind.DIVIDE), NumberNeeds::dividesFloating),
          new CallNeed(
              Capability.NAN_COMPARISON,
              COMPARISONS,
              Set.of("nullif", "greatest", "least"),
              NumberNeeds::takesFloating),
          CallNeed.of(Capability.REAL_BESIDE_EXACT, MIXTURES, NumberNeeds::isRealBesideExact),
          new CallNeed(
              Capability.LONG_DECIMAL_CHOICE,
              DecimalChoice.KINDS,
              DecimalChoice.FUNCTIONS,
              DecimalChoice::isLong),
          new CallNeed(
              Capability.DECIMAL_CHOICE_OVER_38,
              DecimalChoice.KINDS,
              DecimalChoice.FUNCTIONS,
              DecimalChoice::isOver38),
          CallNeed.of(
              Capability.DECIMAL_TO_FEWER_DIGITS, Types.CASTS, NumberNeeds::castsToFewerDigits),
          CallNeed.of(Capability.FRACTION_TO_WHOLE, Types.CASTS, NumberNeeds::castsToWhole),
          CallNeed.named(
              Capability.GREATEST_OR_LEAST, EXTREMES, (bound, call) -> call.operandCount() > 1));

  private NumberNeeds() {}

  private static boolean dividesFloating(BoundQuery bound, SqlCall call) {
    return Types.isFloating(bound.typeOf(call)) && !isNonZero(call.operand(1));
  }

  private static boolean isNonZero(SqlNode node) {
    return node instanceof SqlNumericLiteral literal
        && literal.getValueAs(BigDecimal.class).signum() != 0;
  }

  private static boolean takesFloating(BoundQuery bound, SqlCall call) {
    return Calls.types(bound, call).stream().anyMatch(Types::isFloating);
  }

  /** Athena makes both reals; others make both doubles, where 0.1 is not the real 0.1. */
  private static boolean isRealBesideExact(BoundQuery bound, SqlCall call) {
    List<DataType> types = Calls.types(bound, call);
    return types.contains(Primitive.REAL)
        && !types.contains(Primitive.DOUBLE)
        && types.stream().anyMatch(Types::isExact);
  }

  private static boolean castsToFewerDigits(BoundQuery bound, SqlCall call) {
    return Calls.type(bound, call, 0) instanceof DataType.Decimal from
        && bound.typeOf(call) instanceof DataType.Decimal to
        && to.scale() < from.scale();
  }

  private static boolean castsToWhole(BoundQuery bound, SqlCall call) {
    DataType from = Calls.type(bound, call, 0);
    return Types.isWhole(bound.typeOf(call))
        && (Types.isFloating(from) || from instanceof DataType.Decimal);
  }
}

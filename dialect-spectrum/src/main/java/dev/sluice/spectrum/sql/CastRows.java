package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * CAST and TRY_CAST: a list of the pairs that mean the same; what is not on it is refused. Numbers
 * that lose digits are: Redshift cuts or rounds them as a setting says (Amazon Redshift Database
 * Developer Guide, r_enable_numeric_rounding, 2025).
 */
final class CastRows {
  private static final String TYPES = Sources.guide("r_CAST_function");

  /** The longest text of a whole number, with its sign. */
  private static final String LONGEST_NUMBER = "VARCHAR(20)";

  private CastRows() {}

  static void add(Rows rows) {
    rows.instants("cast", CastRows::cast);
    rows.instants("try_cast", CastRows::tryCast);
  }

  private static SqlNode cast(FunctionCall call) {
    return total(call)
        .or(() -> partial(call))
        .orElseGet(() -> refuse(call, "what Redshift makes of it is not known or differs"));
  }

  /** Casts that cannot fail need no TRY. */
  private static SqlNode tryCast(FunctionCall call) {
    return total(call)
        .orElseGet(
            () ->
                call.refuse(
                    "TRY_CAST there knows certain pairs of types only, and fails on text that is"
                        + " empty",
                    Sources.guide2025("r_TRY_CAST")));
  }

  private static SqlNode refuse(FunctionCall call, String why) {
    return call.refuse(call.type(0) + " to " + call.resultType() + ": " + why, TYPES);
  }

  /** Casts that give every value the same. */
  private static Optional<SqlNode> total(FunctionCall call) {
    DataType from = call.type(0);
    DataType to = call.resultType();
    SqlNode value = call.operand(0);
    if (from == Primitive.UNKNOWN || from.equals(to) || isWider(from, to)) {
      return Optional.of(call.cast(value, to));
    } else if (Kinds.isText(to)) {
      if (from == Primitive.BOOLEAN) {
        call.remarks().applied(SpectrumRules.TRUTH_IN_WORDS.name());
      }
      return to instanceof DataType.Varchar bounded && bounded.length() < longest(from)
          ? Optional.empty()
          : text(call, from).map(text -> cut(text, from, to));
    } else if (isOfTime(from) && Kinds.isDateOrTimestamp(to)) {
      // With fewer digits Trino rounds.
      boolean keeps = to == Primitive.DATE || Timestamps.digits(to) >= Timestamps.digits(from);
      return keeps ? Optional.of(call.cast(value, to)) : Optional.empty();
    } else if (from == Primitive.BOOLEAN && Kinds.isInteger(to)) {
      SqlNode number = truth(value, Nodes.number(1), Nodes.number(0));
      return Optional.of(call.cast(number, to));
    }
    return Optional.empty();
  }

  private static boolean isOfTime(DataType type) {
    return type == Primitive.DATE || Timestamps.isTimestamp(type);
  }

  /** A type that holds every value of another, digit for digit. */
  private static boolean isWider(DataType from, DataType to) {
    if (Kinds.isInteger(from) && Kinds.isInteger(to)) {
      return Kinds.digits(from) <= Kinds.digits(to);
    } else if (Kinds.isInteger(from) && to instanceof DataType.Decimal decimal) {
      return decimal.precision() - decimal.scale() >= Kinds.digits(from);
    } else if (from instanceof DataType.Decimal narrow && to instanceof DataType.Decimal wide) {
      return wide.scale() >= narrow.scale()
          && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
    }
    return to == Primitive.DOUBLE && Kinds.isNumber(from);
  }

  /** The text of a value as Trino writes it. */
  private static Optional<SqlNode> text(FunctionCall call, DataType from) {
    SqlNode value = call.operand(0);
    if (Kinds.isText(from)) {
      return Optional.of(value);
    } else if (Kinds.isInteger(from)) {
      SqlNode word = Nodes.keyword(LONGEST_NUMBER);
      return Optional.of(Nodes.call(SqlStdOperatorTable.CAST, value, word));
    } else if (from == Primitive.BOOLEAN) {
      return Optional.of(truth(value, Nodes.text("true"), Nodes.text("false")));
    } else if (from == Primitive.DATE) {
      return Optional.of(Nodes.call("TO_CHAR", value, Nodes.text("YYYY-MM-DD")));
    }
    return Timestamps.isPlain(from)
        ? DateTexts.timestamp(value, Timestamps.digits(from))
        : Optional.empty();
  }

  /** How many characters the text of a value may need; Trino fails where they do not fit. */
  private static int longest(DataType type) {
    if (Kinds.isInteger(type)) {
      return Kinds.digits(type) + 1;
    } else if (type == Primitive.BOOLEAN) {
      return "false".length();
    } else if (type == Primitive.DATE) {
      return "2026-11-22".length();
    }
    return Timestamps.isPlain(type) ? "2026-11-22 00:00:00.000".length() : 0;
  }

  /** Trino cuts text after n characters where it casts text to varchar(n). */
  private static SqlNode cut(SqlNode text, DataType from, DataType to) {
    boolean bounded = to instanceof DataType.Varchar;
    return bounded && Kinds.isText(from)
        ? Nodes.call(
            "SUBSTRING", text, Nodes.number(1), Nodes.number(((DataType.Varchar) to).length()))
        : text;
  }

  private static SqlNode truth(SqlNode condition, SqlNode whenTrue, SqlNode whenFalse) {
    SqlNode otherwise = Nodes.when(Nodes.call(SqlStdOperatorTable.NOT, condition), whenFalse);
    return Nodes.when(condition, whenTrue, otherwise);
  }

  /** Casts that can fail, in Athena too. */
  private static Optional<SqlNode> partial(FunctionCall call) {
    DataType from = call.type(0);
    DataType to = call.resultType();
    boolean sameFailures =
        Kinds.isInteger(from) && (Kinds.isInteger(to) || Kinds.isDecimal(to))
            || from instanceof DataType.Decimal narrow
                && to instanceof DataType.Decimal wide
                && wide.scale() >= narrow.scale();
    if (sameFailures) {
      return Optional.of(call.cast(call.operand(0), to));
    } else if (Kinds.isText(from) && isReadFromText(to)) {
      return Optional.of(call.cast(call.operand(0), to));
    }
    return Optional.empty();
  }

  /** Decimals would be rounded or cut, timestamps depend on the session. */
  private static boolean isReadFromText(DataType type) {
    return type == Primitive.DATE
        || type == Primitive.DOUBLE
        || Kinds.isInteger(type) && type != Primitive.TINYINT;
  }
}

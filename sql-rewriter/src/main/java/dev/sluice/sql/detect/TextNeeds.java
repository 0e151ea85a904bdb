package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.Timestamps;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Where text is cut, matched or read otherwise though the query's text is the same. */
final class TextNeeds {
  private static final Set<String> REGEXES =
      Set.of(
          "regexp_like",
          "regexp_extract",
          "regexp_extract_all",
          "regexp_replace",
          "regexp_split",
          "regexp_count");
  private static final Set<String> TRIMS = Set.of("trim", "ltrim", "rtrim");

  static final List<CallNeed> ALL =
      List.of(
          new CallNeed(
              Capability.LIKE_BACKSLASH,
              (bound, call) ->
                  isPlainLike(call)
                      && Calls.text(call, 1).filter(text -> text.indexOf('\\') >= 0).isPresent()),
          new CallNeed(
              Capability.LIKE_COMPUTED,
              (bound, call) -> isPlainLike(call) && Calls.text(call, 1).isEmpty()),
          new CallNeed(
              Capability.REGEXP_COMPUTED,
              (bound, call) -> Calls.isOf(call, REGEXES) && Calls.text(call, 1).isEmpty()),
          named(Capability.REGEXP_EXTRACT, "regexp_extract"),
          named(Capability.SPLIT_PART, "split_part"),
          named(Capability.JSON_SCALAR, "json_extract_scalar"),
          named(Capability.TRY, "try"),
          new CallNeed(Capability.SUBSTRING_FROM_ANYWHERE, TextNeeds::cutsFromAnywhere),
          new CallNeed(
              Capability.TRIM_WHITE_SPACE,
              (bound, call) -> Calls.isOf(call, TRIMS) && call.operandCount() == 1),
          new CallNeed(
              Capability.CAST_OF_TEXT,
              (bound, call) -> readsText(bound, call) && call.getKind() != SqlKind.SAFE_CAST),
          new CallNeed(
              Capability.TRY_CAST_OF_TEXT,
              (bound, call) -> readsText(bound, call) && call.getKind() == SqlKind.SAFE_CAST),
          new CallNeed(Capability.BOOLEAN_AS_TEXT, TextNeeds::writesTruth));

  private TextNeeds() {}

  private static CallNeed named(Capability capability, String function) {
    return new CallNeed(capability, (bound, call) -> Calls.isOf(call, function));
  }

  /** LIKE without ESCAPE. */
  private static boolean isPlainLike(SqlCall call) {
    return call.getKind() == SqlKind.LIKE && call.operandCount() == 2;
  }

  /** A start that is no literal from 1 on. */
  private static boolean cutsFromAnywhere(BoundQuery bound, SqlCall call) {
    return Calls.isOf(call, "substr")
        && !(call.operand(1) instanceof SqlNumericLiteral start && start.longValue(false) > 0);
  }

  /** Whether a value is read out of text. */
  private static boolean readsText(BoundQuery bound, SqlCall call) {
    if (!Types.isCast(call) && !Calls.isOf(call, "date")) {
      return false;
    }
    DataType to = bound.typeOf(call);
    boolean scalar =
        Types.isWhole(to)
            || Types.isFloating(to)
            || to instanceof DataType.Decimal
            || to == Primitive.BOOLEAN
            || to == Primitive.DATE
            || Timestamps.isTimestamp(to);
    return scalar && Types.isText(Calls.type(bound, call, 0));
  }

  private static boolean writesTruth(BoundQuery bound, SqlCall call) {
    return Types.isCast(call)
        && Calls.type(bound, call, 0) == Primitive.BOOLEAN
        && Types.isText(bound.typeOf(call));
  }
}

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
          CallNeed.of(
              Capability.LIKE_BACKSLASH,
              Set.of(SqlKind.LIKE),
              (bound, call) ->
                  isPlainLike(call)
                      && Calls.text(call, 1).filter(text -> text.indexOf('\\') >= 0).isPresent()),
          CallNeed.of(
              Capability.LIKE_COMPUTED,
              Set.of(SqlKind.LIKE),
              (bound, call) -> isPlainLike(call) && Calls.text(call, 1).isEmpty()),
          CallNeed.named(
              Capability.REGEXP_COMPUTED, REGEXES, (bound, call) -> Calls.text(call, 1).isEmpty()),
          CallNeed.named(Capability.REGEXP_EXTRACT, Set.of("regexp_extract")),
          CallNeed.named(Capability.SPLIT_PART, Set.of("split_part")),
          CallNeed.named(Capability.JSON_SCALAR, Set.of("json_extract_scalar")),
          CallNeed.named(Capability.TRY, Set.of("try")),
          CallNeed.named(
              Capability.SUBSTRING_FROM_ANYWHERE, Set.of("substr"), TextNeeds::cutsFromAnywhere),
          CallNeed.named(
              Capability.TRIM_WHITE_SPACE, TRIMS, (bound, call) -> call.operandCount() == 1),
          new CallNeed(
              Capability.CAST_OF_TEXT, Set.of(SqlKind.CAST), Set.of("date"), TextNeeds::readsText),
          CallNeed.of(Capability.TRY_CAST_OF_TEXT, Set.of(SqlKind.SAFE_CAST), TextNeeds::readsText),
          CallNeed.of(Capability.BOOLEAN_AS_TEXT, Types.CASTS, TextNeeds::writesTruth));

  private TextNeeds() {}

  /** LIKE without ESCAPE. */
  private static boolean isPlainLike(SqlCall call) {
    return call.operandCount() == 2;
  }

  /** A start that is no literal from 1 on. */
  private static boolean cutsFromAnywhere(BoundQuery bound, SqlCall call) {
    return !(call.operand(1) instanceof SqlNumericLiteral start && start.longValue(false) > 0);
  }

  /** Whether a value is read out of text. */
  private static boolean readsText(BoundQuery bound, SqlCall call) {
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
    return Calls.type(bound, call, 0) == Primitive.BOOLEAN && Types.isText(bound.typeOf(call));
  }
}

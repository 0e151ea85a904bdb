package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;
import static dev.sluice.sql.dialect.Nodes.when;

import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlNode;

/** Text. */
final class SparkText {
  /** What Trino's trim takes for white space: Java's Character.isWhitespace. */
  private static final String WHITE =
      "[\\s\\x1c-\\x1f\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]+";

  /** Patterns that Java's expressions and Joni's, Trino's default, read alike. */
  private static final Pattern COMMON_REGEX =
      Pattern.compile("(?:[\\w \\-:;,@/#%&=~<>\"'!.^$*+?()|]|\\[\\^?[\\w \\-]+]|\\\\[dws.])*");

  /** Patterns in which a group that is named always takes part in a match. */
  private static final Pattern OPTIONAL_PARTS = Pattern.compile("[|?*{]");

  private static final Pattern SIMPLE_JSON_PATH =
      Pattern.compile("\\$(\\.[A-Za-z_]\\w*|\\[\\d+])+");

  private SparkText() {}

  static void addTo(FunctionTable.Builder table) {
    table
        .same("||", "concat")
        .form("lower", unicode("lower"))
        .form("upper", unicode("upper"))
        .form("trim", call -> cut(cut(call.operand(0), "^" + WHITE), WHITE + "\\z"))
        .form("ltrim", call -> cut(call.operand(0), "^" + WHITE))
        .form("rtrim", call -> cut(call.operand(0), WHITE + "\\z"))
        .form("length", toBigint("length"))
        .form("substr", SparkText::substr)
        .form("replace", SparkText::replace)
        .form("strpos", toBigint("instr"))
        .form("split_part", SparkText::splitPart)
        .renamed("starts_with", "startswith")
        .form("regexp_like", SparkText::regexpLike)
        .form("regexp_extract", SparkText::regexpExtract)
        .form("json_extract_scalar", SparkText::jsonScalar);
  }

  private static FunctionForm unicode(String name) {
    return call -> {
      call.caveat(
          "a few letters beyond ASCII change into several, 'ß' into 'SS' for one, which Trino leaves",
          SparkFunctions.SOURCE);
      return call(name, call.operand(0));
    };
  }

  private static SqlNode cut(SqlNode operand, String regex) {
    return call("regexp_replace", operand, text(regex), text(""));
  }

  private static FunctionForm toBigint(String name) {
    return call ->
        call.cast(call(name, call.operands().toArray(SqlNode[]::new)), call.resultType());
  }

  private static SqlNode substr(FunctionCall call) {
    if (call.whole(1).isEmpty() || call.whole(1).getAsLong() < 1) {
      return call.refuse(
          "Spark starts elsewhere than Trino unless the start is a constant from 1 on",
          SparkFunctions.SOURCE);
    }
    return call("substr", call.operands().toArray(SqlNode[]::new));
  }

  private static SqlNode replace(FunctionCall call) {
    if (call.text(1).isEmpty() || call.text(1).get().isEmpty()) {
      return call.refuse(
          "an empty text to search for means something else in Spark", SparkFunctions.SOURCE);
    }
    SqlNode by = call.count() > 2 ? call.operand(2) : text("");
    return call("replace", call.operand(0), call.operand(1), by);
  }

  /** Past the end Trino gives NULL, Spark's split_part an empty text. */
  private static SqlNode splitPart(FunctionCall call) {
    String delimiter = call.text(1).orElse("");
    boolean constant =
        !delimiter.isEmpty() && call.whole(2).isPresent() && call.whole(2).getAsLong() >= 1;
    if (!constant || delimiter.contains("\\E")) {
      return call.refuse(
          "only a constant delimiter and a constant part from 1 on mean the same",
          SparkFunctions.SOURCE);
    }
    SqlNode parts = call("split", call.operand(0), text("\\Q" + delimiter + "\\E"), number(-1));
    return call("try_element_at", parts, call.operand(2));
  }

  private static boolean isCommonRegex(FunctionCall call) {
    return call.text(1).isPresent() && COMMON_REGEX.matcher(call.text(1).get()).matches();
  }

  private static SqlNode refuseRegex(FunctionCall call) {
    return call.refuse(
        "only constant patterns of the syntax that both engines share are taken over",
        SparkFunctions.SOURCE);
  }

  private static SqlNode regexpLike(FunctionCall call) {
    return isCommonRegex(call)
        ? call("regexp_like", call.operand(0), call.operand(1))
        : refuseRegex(call);
  }

  /** Without a match Trino gives NULL, Spark an empty text. */
  private static SqlNode regexpExtract(FunctionCall call) {
    if (!isCommonRegex(call)) {
      return refuseRegex(call);
    }
    long group = call.count() > 2 ? call.whole(2).orElse(-1) : 0;
    boolean always = group == 0 || !OPTIONAL_PARTS.matcher(call.text(1).orElse("")).find();
    if (group < 0 || !always) {
      return call.refuse(
          "a group that may take no part in a match is NULL in Trino and empty in Spark",
          SparkFunctions.SOURCE);
    }
    return when(
        call("regexp_like", call.operand(0), call.operand(1)),
        call("regexp_extract", call.operand(0), call.operand(1), number(group)));
  }

  private static SqlNode jsonScalar(FunctionCall call) {
    if (call.text(1).isEmpty() || !SIMPLE_JSON_PATH.matcher(call.text(1).get()).matches()) {
      return call.refuse(
          "only constant paths such as '$.a.b[0]' are taken over", SparkFunctions.SOURCE);
    }
    call.caveat(
        "where the path leads to an object or an array Spark gives its text, Trino NULL",
        SparkFunctions.SOURCE);
    return Nodes.call("get_json_object", call.operand(0), call.operand(1));
  }
}

package dev.sluice.spark.sql;

import static dev.sluice.sql.dialect.Nodes.call;
import static dev.sluice.sql.dialect.Nodes.number;
import static dev.sluice.sql.dialect.Nodes.text;
import static dev.sluice.sql.dialect.Nodes.when;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Text. */
final class SparkText {
  /** What Trino's trim takes for white space: Java's Character.isWhitespace. */
  private static final String WHITE =
      "[\\s\\x1c-\\x1f\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]+";

  /** Patterns that Java's expressions and Joni's, Trino's default, read alike. */
  private static final Pattern COMMON_REGEX =
      Pattern.compile(
          "(?:[\\w \\-:;,@/#%&=~<>\"'!.^$*+?()|]"
              + "|\\{\\d+(?:,\\d*)?}"
              + "|\\[\\^?(?!&&)(?:[\\w \\-:;,@/#%=~<>\"'!.$*+?()|]|&(?!&)|\\\\[dws.\\-/])+]"
              + "|\\\\[dwsDWS.\\-/?+*()|$^{}])*");

  /** Patterns in which a group that is named always takes part in a match. */
  private static final Pattern OPTIONAL_PARTS = Pattern.compile("[|?*{]");

  private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?\\w*i");

  private static final Pattern LINE_ENDS = Pattern.compile("[.$^]");

  private static final Pattern SIMPLE_JSON_PATH =
      Pattern.compile("\\$(\\.[A-Za-z_]\\w*|\\[\\d+])+");

  private SparkText() {}

  /** Trino fills up with blanks what is joined of a char and a varchar. */
  private static SqlNode joined(FunctionCall call) {
    boolean filled =
        call.resultType() instanceof DataType.Char
            && !call.operandTypes().stream().allMatch(DataType.Char.class::isInstance);
    return filled ? SparkConditions.refuseChar(call) : call.same();
  }

  static void addTo(FunctionTable.Builder table) {
    table
        .form("||", SparkText::joined)
        .form("concat", SparkText::joined)
        .form("lower", unicode("lower"))
        .form("upper", unicode("upper"))
        .form("trim", ofCharacters(white -> cut(cut(white, "^" + WHITE), WHITE + "\\z")))
        .form("ltrim", ofCharacters(white -> cut(white, "^" + WHITE)))
        .form("rtrim", ofCharacters(white -> cut(white, WHITE + "\\z")))
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
          "a few letters beyond ASCII become others than in Trino: 'ß' becomes 'SS' in Spark and stays in"
              + " Trino",
          SparkFunctions.SOURCE);
      return call(name, call.operand(0));
    };
  }

  /** Cuts the characters that are given, or all white space. */
  private static FunctionForm ofCharacters(UnaryOperator<SqlNode> white) {
    return call ->
        call.count() == 1
            ? call.by(SparkRules.TRIM_WHITE_SPACE, white.apply(call.operand(0)))
            : Nodes.trim(call.name(), call.operand(1), call.operand(0));
  }

  private static SqlNode cut(SqlNode operand, String regex) {
    return call("regexp_replace", operand, text(regex), text(""));
  }

  private static FunctionForm toBigint(String name) {
    return call ->
        call.cast(call(name, call.operands().toArray(SqlNode[]::new)), call.resultType());
  }

  private static SqlNode substr(FunctionCall call) {
    List<SqlNode> operands = new ArrayList<>(List.of(call.operand(0)));
    for (int i = 1; i < call.count(); i++) {
      operands.add(position(call, i));
    }
    SqlNode cut = call("substr", operands.toArray(SqlNode[]::new));
    return call.whole(1).orElse(0) > 0
        ? cut
        : call.by(SparkRules.SUBSTRING_FROM_WITHIN, cutFromWithin(operands, cut));
  }

  /** Spark's positions are integers; no text is longer. */
  private static SqlNode position(FunctionCall call, int operand) {
    OptionalLong constant = call.whole(operand);
    if (constant.isPresent()) {
      return number(Math.min(constant.getAsLong(), Integer.MAX_VALUE));
    }
    boolean fits = call.type(operand) != Primitive.BIGINT;
    return fits ? call.operand(operand) : call.cast(call.operand(operand), Primitive.INTEGER);
  }

  /** Position 0, or one before the first from the end, is nowhere in Trino; Spark starts there. */
  private static SqlNode cutFromWithin(List<SqlNode> operands, SqlNode cut) {
    SqlNode text = operands.get(0);
    SqlNode start = operands.get(1);
    SqlNode fromEnd =
        Nodes.and(
            Nodes.call(SqlStdOperatorTable.LESS_THAN, start, number(0)),
            Nodes.call(
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                Nodes.plus(call("length", text), start),
                number(0)));
    SqlNode within =
        Nodes.or(Nodes.call(SqlStdOperatorTable.GREATER_THAN, start, number(0)), fromEnd);
    SqlNode none = operands.size() > 2 ? Nodes.times(operands.get(2), number(0)) : number(0);
    return when(within, cut, call("substr", text, start, none));
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
    return call.by(
        SparkRules.NULL_PAST_THE_LAST_PART, call("try_element_at", parts, call.operand(2)));
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
    return isCommonRegex(call) ? matches(call) : refuseRegex(call);
  }

  private static SqlNode matches(FunctionCall call) {
    return call("regexp_like", call.operand(0), text(javaRegex(call)));
  }

  /** To Trino only a line feed ends a line, to Java several characters do unless told. */
  private static String javaRegex(FunctionCall call) {
    String regex = call.text(1).orElseThrow();
    if (IGNORES_CASE.matcher(regex).find()) {
      call.caveat(
          "letters beyond ASCII match in another case in Trino, not in Spark",
          SparkFunctions.SOURCE);
    }
    return LINE_ENDS.matcher(regex).find() ? "(?d)" + regex : regex;
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
    SqlNode match = call("regexp_extract", call.operand(0), text(javaRegex(call)), number(group));
    return call.by(SparkRules.NULL_WITHOUT_MATCH, when(matches(call), match));
  }

  private static SqlNode jsonScalar(FunctionCall call) {
    if (call.text(1).isEmpty() || !SIMPLE_JSON_PATH.matcher(call.text(1).get()).matches()) {
      return call.refuse(
          "only constant paths such as '$.a.b[0]' are taken over", SparkFunctions.SOURCE);
    }
    return Nodes.call("get_json_object", call.operand(0), call.operand(1));
  }
}

package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Text functions. */
final class TextRows {
  private TextRows() {}

  static void add(Rows rows) {
    text(rows, "||", FunctionCall::same);
    text(rows, "concat", TextRows::concat);
    text(rows, "lower", call -> renamed(call, "LOWER"));
    text(rows, "upper", call -> renamed(call, "UPPER"));
    text(rows, "trim", call -> trimmed(call, "BTRIM"));
    text(rows, "ltrim", call -> trimmed(call, "LTRIM"));
    text(rows, "rtrim", call -> trimmed(call, "RTRIM"));
    text(rows, "length", call -> bigint(call, Nodes.call("LEN", call.operand(0))));
    text(rows, "substr", TextRows::substr);
    text(rows, "replace", TextRows::replace);
    text(rows, "strpos", TextRows::strpos);
    text(rows, "split_part", TextRows::splitPart);
    text(rows, "starts_with", TextRows::startsWith);
  }

  /**
   * Blanks at the end of a CHAR are not counted in Redshift (Amazon Redshift Database Developer
   * Guide, r_Character_types, 2023-04-24), so CHAR is left alone.
   */
  static void text(Rows rows, String name, FunctionForm form) {
    rows.form(
        name,
        call ->
            call.operandTypes().stream().anyMatch(DataType.Char.class::isInstance)
                ? call.refuse(
                    "CHAR, whose trailing blanks count otherwise; cast it to varchar",
                    Sources.guide("r_Character_types"))
                : form.call(call));
  }

  /** For what compares text without a comparison's sign. */
  static void caveatOfTrailingBlanks(FunctionCall call) {
    if (Kinds.isText(call.resultType())) {
      call.caveat(
          "Redshift ignores trailing blanks when it compares text: values that differ by them alone"
              + " count as equal",
          Sources.guide("r_Character_types"));
    }
  }

  static SqlNode bigint(FunctionCall call, SqlNode node) {
    return call.cast(node, DataType.Primitive.BIGINT);
  }

  private static SqlNode renamed(FunctionCall call, String name) {
    return call.call(Nodes.function(name), call.operands());
  }

  private static SqlNode concat(FunctionCall call) {
    SqlOperator concat = SqlStdOperatorTable.CONCAT;
    return call.operands().stream()
        .reduce((left, right) -> Nodes.call(concat, left, right))
        .orElseThrow();
  }

  private static SqlNode trimmed(FunctionCall call, String name) {
    if (call.count() > 1) {
      return ofCharacters(call, name, call.text(1).orElse(""));
    }
    return renamed(call, name);
  }

  /** Characters that are plain, so that it is sure which they are. */
  private static SqlNode ofCharacters(FunctionCall call, String name, String characters) {
    if (characters.equals(" ")) {
      return Nodes.call(name, call.operand(0));
    }
    return characters.matches("[\\x21-\\x7e]+")
        ? renamed(call, name)
        : call.refuse(
            "characters to trim that are no literal of visible ASCII", Sources.guide("r_" + name));
  }

  /** Before the first character and from the end, the two count differently. */
  private static SqlNode substr(FunctionCall call) {
    boolean startIsKnown = isWithin(call.whole(1), 1);
    boolean lengthIsKnown = call.count() < 3 || isWithin(call.whole(2), 0);
    if (!startIsKnown || !lengthIsKnown) {
      return call.refuse(
          "a start that is no literal from 1 on, or a length that is no literal from 0 on",
          Sources.guide("r_SUBSTRING"));
    }
    return renamed(call, "SUBSTRING");
  }

  /** Redshift counts in four bytes, and fails on what is negative. */
  private static boolean isWithin(OptionalLong number, long least) {
    long value = number.orElse(-1);
    return value >= least && value <= Integer.MAX_VALUE;
  }

  /** With nothing to search for, Trino inserts between all characters. */
  private static SqlNode replace(FunctionCall call) {
    if (isEmptyOrUnknown(call, 1)) {
      return call.refuse(
          "a search text that is empty or no literal", Sources.notFound("REPLACE of ''"));
    }
    List<SqlNode> operands = new ArrayList<>(call.operands());
    if (operands.size() == 2) {
      operands.add(Nodes.text(""));
    }
    return call.call(Nodes.function("REPLACE"), operands);
  }

  private static SqlNode strpos(FunctionCall call) {
    return isEmptyOrUnknown(call, 1)
        ? call.refuse("a search text that is empty or no literal", Sources.notFound("STRPOS of ''"))
        : bigint(call, Nodes.call("STRPOS", call.operand(0), call.operand(1)));
  }

  private static SqlNode startsWith(FunctionCall call) {
    return isEmptyOrUnknown(call, 1)
        ? call.refuse("a prefix that is empty or no literal", Sources.notFound("STRPOS of ''"))
        : Nodes.call(
            SqlStdOperatorTable.EQUALS,
            Nodes.call("STRPOS", call.operand(0), call.operand(1)),
            Nodes.number(1));
  }

  private static boolean isEmptyOrUnknown(FunctionCall call, int index) {
    return call.text(index).filter(text -> !text.isEmpty()).isEmpty();
  }

  /**
   * NULL past the last part, where Redshift gives an empty text (Amazon Redshift Database Developer
   * Guide, SPLIT_PART, 2023-04-24).
   *
   * <pre>
   * split_part(s, '/', 3)
   * CASE WHEN (LEN(s) - LEN(REPLACE(s, '/', ''))) / 1 + 1 >= 3 THEN SPLIT_PART(s, '/', 3) END
   * </pre>
   */
  private static SqlNode splitPart(FunctionCall call) {
    Optional<String> delimiter = call.text(1).filter(text -> !text.isEmpty());
    OptionalLong part = call.whole(2);
    if (delimiter.isEmpty() || part.isEmpty() || part.getAsLong() < 1) {
      return call.refuse(
          "a delimiter or a number that is no literal, or an empty delimiter",
          Sources.guide("SPLIT_PART"));
    }
    SqlNode text = call.operand(0);
    SqlNode without = Nodes.call("REPLACE", text, call.operand(1), Nodes.text(""));
    SqlNode cut = Nodes.minus(Nodes.call("LEN", text), Nodes.call("LEN", without));
    int length = delimiter.get().codePointCount(0, delimiter.get().length());
    SqlNode parts = Nodes.plus(Nodes.dividedBy(cut, Nodes.number(length)), Nodes.number(1));
    SqlNode enough = Nodes.call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, parts, call.operand(2));
    return call.by(
        SpectrumRules.NULL_PAST_THE_LAST_PART, Nodes.when(enough, renamed(call, "SPLIT_PART")));
  }
}

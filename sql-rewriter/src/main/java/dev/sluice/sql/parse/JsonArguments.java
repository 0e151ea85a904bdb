package dev.sluice.sql.parse;

import dev.sluice.sql.parse.JsonFunction.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Gathers, as they are parsed, what stands in the parentheses of a {@link JsonFunction}. */
public final class JsonArguments {
  private final JsonFunction function;
  private final List<SqlNode> operands = new ArrayList<>();
  private final StringBuilder layout = new StringBuilder();

  public JsonArguments(JsonFunction function) {
    this.function = function;
  }

  /** What stands next, and what it is for. */
  public void add(SqlNode node, Role role) {
    operands.add(node);
    layout.append(JsonFunction.MARK).append(digit(role));
  }

  /** The name of a variable, in quotes or not, as it was written: its case counts. */
  public void name(String image) {
    words("AS " + image);
  }

  /** The encoding of the operand before it. */
  public void encoding(String word) {
    int role = layout.lastIndexOf(String.valueOf(JsonFunction.MARK)) + 1;
    if (layout.charAt(role) == digit(Role.INPUT)) {
      layout.setCharAt(role, digit(Role.ENCODED_INPUT));
    }
    words(word);
  }

  /** Words that stand after what was added last. */
  public void words(String words) {
    boolean isSeparate = !layout.isEmpty() && !endsInOperand() && !words.equals(",");
    layout.append(isSeparate ? " " : "").append(upper(words));
  }

  private static String upper(String words) {
    return words.startsWith("AS ") ? words : words.toUpperCase(Locale.ROOT);
  }

  private boolean endsInOperand() {
    int last = layout.length() - 2;
    return last >= 0 && layout.charAt(last) == JsonFunction.MARK;
  }

  private static char digit(Role role) {
    return (char) ('0' + role.ordinal());
  }

  public SqlCall call(SqlParserPos at) {
    List<SqlNode> all = new ArrayList<>(operands);
    all.add(SqlLiteral.createCharString(layout.toString(), at));
    return function.createCall(at, all);
  }
}

package dev.sluice.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/**
 * A function of the SQL standard over JSON, {@code json_value(x, 'lax $.a' RETURNING bigint)}. Its
 * last operand is the layout, a text that says which words stand between the others and what each
 * of these is for; so two calls are equal only if their words are.
 */
public final class JsonFunction extends SqlFunction {
  public static final JsonFunction EXISTS = new JsonFunction("json_exists");
  public static final JsonFunction VALUE = new JsonFunction("json_value");
  public static final JsonFunction QUERY = new JsonFunction("json_query");
  public static final JsonFunction OBJECT = new JsonFunction("json_object");
  public static final JsonFunction ARRAY = new JsonFunction("json_array");

  /** Stands in a layout, before the role's number, where an operand does; no query holds it. */
  static final char MARK = '\0';

  /** What an operand is for. */
  public enum Role {
    /** The JSON that is looked into, a text. */
    INPUT,
    /** The same, bytes of a said encoding. */
    ENCODED_INPUT,
    PATH,
    /** The value of a variable in the path. */
    VARIABLE,
    /** The type of the result. */
    TYPE,
    /** What is given where there is nothing to give. */
    DEFAULT,
    KEY,
    /** What an object or an array is made of. */
    VALUE
  }

  private JsonFunction(String name) {
    super(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.SYSTEM);
  }

  public static List<SqlOperator> all() {
    return List.of(EXISTS, VALUE, QUERY, OBJECT, ARRAY);
  }

  /** What each operand but the last is for. */
  public static List<Role> roles(SqlCall call) {
    String layout = layout(call);
    List<Role> roles = new ArrayList<>();
    for (int i = layout.indexOf(MARK); i >= 0; i = layout.indexOf(MARK, i + 1)) {
      roles.add(Role.values()[layout.charAt(i + 1) - '0']);
    }
    return roles;
  }

  private static String layout(SqlCall call) {
    SqlLiteral last = call.operand(call.operandCount() - 1);
    return last.getValueAs(String.class);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
    String layout = layout(call);
    writer.print(getName().toUpperCase(Locale.ROOT));
    SqlWriter.Frame frame = writer.startList("(", ")");
    int next = 0;
    int from = 0;
    for (int i = layout.indexOf(MARK); i >= 0; i = layout.indexOf(MARK, from)) {
      words(writer, layout.substring(from, i));
      call.operand(next++).unparse(writer, 0, 0);
      from = i + 2;
    }
    words(writer, layout.substring(from));
    writer.endList(frame);
  }

  /** What stands between two operands: a comma, words, or a comma and words. */
  private static void words(SqlWriter writer, String words) {
    boolean isComma = words.startsWith(",");
    if (isComma) {
      writer.sep(",", true);
    }
    String rest = (isComma ? words.substring(1) : words).strip();
    if (!rest.isEmpty()) {
      writer.print(rest);
      writer.setNeedWhitespace(true);
    }
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.parse.JsonFunction;
import dev.sluice.sql.parse.JsonFunction.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * Binds json_exists, json_value, json_query, json_object and json_array (Trino documentation,
 * functions/json; the types as Trino 411 has them).
 */
final class JsonBinder {
  private static final String VALUES = "; cast it to varchar, or make it with json_object";

  private final Binding binding;
  private final ExpressionBinder expressions;

  JsonBinder(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
  }

  SqlNode bind(SqlCall call, Place place) {
    List<Role> roles = JsonFunction.roles(call);
    DataType type = resultType(call, roles);
    List<SqlNode> operands = new ArrayList<>();
    for (Role role : roles) {
      operands.add(operand(call, role, call.operand(operands.size()), type, place));
    }
    SqlLiteral layout = call.operand(roles.size());
    operands.add(binding.typed(layout, Literals.type(layout)));
    return binding.typed(ExpressionBinder.copy(call, operands), type);
  }

  private static DataType resultType(SqlCall call, List<Role> roles) {
    int at = roles.indexOf(Role.TYPE);
    if (at < 0) {
      return call.getOperator() == JsonFunction.EXISTS ? Primitive.BOOLEAN : Primitive.STRING;
    }
    DataType type = TypeNames.of((SqlDataTypeSpec) call.operand(at));
    boolean fits = call.getOperator() == JsonFunction.VALUE ? isScalar(type) : Types.isText(type);
    if (!fits) {
      throw BindErrors.mismatch(call, "Function " + name(call) + " cannot return " + type, "");
    }
    return type;
  }

  private SqlNode operand(SqlCall call, Role role, SqlNode node, DataType result, Place place) {
    return switch (role) {
      case INPUT -> argument(call, node, place, Argument.TEXT_OR_BINARY);
      case ENCODED_INPUT -> argument(call, node, place, Argument.BINARY);
      case KEY -> argument(call, node, place, Argument.TEXT);
      case PATH -> path(node);
      case VARIABLE, VALUE -> scalar(call, expressions.bind(node, place));
      case DEFAULT -> instead(expressions.bind(node, place, result), result);
      case TYPE -> new SqlDataTypeSpec(spelled(result, node), node.getParserPosition());
    };
  }

  private static SpelledTypeSpec spelled(DataType type, SqlNode at) {
    return new SpelledTypeSpec(type, at.getParserPosition());
  }

  private SqlNode argument(SqlCall call, SqlNode node, Place place, Argument argument) {
    SqlNode bound = expressions.bind(node, place, Primitive.STRING);
    DataType type = binding.typeOf(bound);
    boolean isPadded = argument == Argument.TEXT_OR_BINARY && type instanceof DataType.Char;
    if (isPadded || !argument.takes(type)) {
      throw BindErrors.mismatch(
          node, "Function " + name(call) + " cannot take " + type + " here", "");
    }
    return bound;
  }

  /** Trino reads the path while it plans; one without its mode is what is forgotten most. */
  private SqlNode path(SqlNode node) {
    if (!(node instanceof SqlCharStringLiteral written)) {
      throw BindErrors.invalid(node, "A JSON path is a text", "; write 'lax $…'");
    }
    SqlLiteral path = Literals.read(written);
    String text = path.getValueAs(String.class).strip();
    if (!text.startsWith("lax") && !text.startsWith("strict")) {
      throw BindErrors.invalid(node, "A JSON path begins with lax or strict", "; write 'lax $…'");
    }
    return binding.typed(path, Literals.type(path));
  }

  private SqlNode scalar(SqlCall call, SqlNode bound) {
    DataType type = binding.typeOf(bound);
    if (!isScalar(type)) {
      throw BindErrors.mismatch(
          bound, "Function " + name(call) + " cannot take " + type + " as a value", VALUES);
    }
    return bound;
  }

  private static boolean isScalar(DataType type) {
    return !type.isNested() && !(type instanceof DataType.Unsupported) && type != Primitive.BINARY;
  }

  private SqlNode instead(SqlNode bound, DataType result) {
    DataType type = binding.typeOf(bound);
    if (!CommonType.of(result, type).filter(result::equals).isPresent()) {
      throw BindErrors.mismatch(
          bound, "The DEFAULT is " + type + " and not " + result, "; cast it");
    }
    return bound;
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.sql.parse.ListaggOverflow;
import dev.sluice.sql.parse.TrinoOperators;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Binds listagg without its order: a text, a separator, and how too long a text is cut. */
final class Listagg {
  private final Binding binding;
  private final FunctionBinder functions;

  Listagg(Binding binding, FunctionBinder functions) {
    this.binding = binding;
    this.functions = functions;
  }

  SqlCall bind(SqlCall call, Place place) {
    List<SqlNode> written = call.getOperandList();
    int last = written.size() - 1;
    if (last < 0 || !isOnOverflow(written.get(last))) {
      return plain(call, written, place);
    }
    SqlCall overflow = (SqlCall) written.get(last);
    SqlCall aggregate = plain(call, written.subList(0, last), place);
    return overflow.getOperator() == TrinoOperators.ON_OVERFLOW_ERROR
        ? aggregate
        : truncated(aggregate, overflow);
  }

  static boolean isOnOverflow(SqlNode node) {
    return node instanceof SqlCall call
        && (call.getOperator() == ListaggOverflow.TRUNCATE
            || call.getOperator() == TrinoOperators.ON_OVERFLOW_ERROR);
  }

  private SqlCall plain(SqlCall call, List<SqlNode> arguments, Place place) {
    SqlCall bare = over(call, arguments);
    SqlCall aggregate =
        functions.arguments(bare, OrderedAggregates.LISTAGG, functions.function(bare), place);
    DataType type = binding.typeOf(aggregate.operand(0));
    if (type instanceof DataType.Char) {
      throw BindErrors.mismatch(
          call, "Function listagg takes varchar, not " + type, "; cast it to varchar");
    } else if (aggregate.operandCount() > 1
        && !(aggregate.operand(1) instanceof SqlCharStringLiteral)) {
      throw BindErrors.invalid(call, "The separator of listagg must be a text", "");
    }
    return aggregate;
  }

  /** Without a separator it is the empty text. */
  private SqlCall truncated(SqlCall aggregate, SqlCall overflow) {
    SqlParserPos at = overflow.getParserPosition();
    SqlNode separator =
        aggregate.operandCount() > 1
            ? aggregate.operand(1)
            : typed(SqlLiteral.createCharString("", at));
    overflow.getOperandList().forEach(operand -> typed((SqlLiteral) operand));
    SqlCall separated = ListaggOverflow.separated(separator, overflow.getOperandList(), at);
    binding.typed(separated, binding.typeOf(separator));
    SqlNode text = aggregate.operand(0);
    return binding.typed(over(aggregate, List.of(text, separated)), binding.typeOf(aggregate));
  }

  private SqlLiteral typed(SqlLiteral literal) {
    return binding.typed(literal, Literals.type(literal));
  }

  private static SqlCall over(SqlCall call, List<SqlNode> arguments) {
    return new SqlBasicCall(
        call.getOperator(), arguments, call.getParserPosition(), call.getFunctionQuantifier());
  }
}

package dev.sluice.sql.dialect;

import dev.sluice.DataType;
import dev.sluice.sql.rewrite.NamedRule;
import dev.sluice.sql.rewrite.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A call on its way into an engine's words: its operands are rewritten already, its types are those
 * of the user's query.
 *
 * @param original the call as it was bound
 * @param operands rewritten operands, in the original's order
 * @param remarks where the form says that it refuses, or what to beware of
 */
public record FunctionCall(
    String name,
    SqlCall original,
    List<SqlNode> operands,
    List<DataType> operandTypes,
    DataType resultType,
    TypeTable types,
    Remarks remarks) {
  public FunctionCall {
    operands = new ArrayList<>(operands);
    operandTypes = List.copyOf(operandTypes);
  }

  public SqlNode operand(int index) {
    return operands.get(index);
  }

  public DataType type(int index) {
    return operandTypes.get(index);
  }

  public int count() {
    return operands.size();
  }

  public SqlParserPos position() {
    return original.getParserPosition();
  }

  /** The same call with other operands. */
  public FunctionCall with(List<SqlNode> newOperands) {
    return new FunctionCall(name, original, newOperands, operandTypes, resultType, types, remarks);
  }

  /** The text of a literal operand. */
  public Optional<String> text(int index) {
    return index < operands.size() && operands.get(index) instanceof SqlCharStringLiteral literal
        ? Optional.of(literal.getValueAs(String.class))
        : Optional.empty();
  }

  /** The value of a literal whole number. */
  public OptionalLong whole(int index) {
    return index < operands.size()
            && operands.get(index) instanceof SqlNumericLiteral literal
            && literal.isInteger()
        ? OptionalLong.of(literal.longValue(true))
        : OptionalLong.empty();
  }

  /** The call under its own operator, with the rewritten operands. */
  public SqlNode same() {
    return call(original.getOperator(), operands);
  }

  /** A call of another operator in this one's place; DISTINCT stays. */
  public SqlNode call(SqlOperator operator, List<SqlNode> newOperands) {
    SqlLiteral quantifier = original.getFunctionQuantifier();
    if (quantifier == null
        || quantifier.symbolValue(SqlSelectKeyword.class) != SqlSelectKeyword.DISTINCT) {
      return operator.createCall(position(), newOperands);
    }
    return new SqlBasicCall(operator, newOperands, position(), quantifier);
  }

  /** Refuses the call on this engine; returns it unchanged so that rewriting can go on. */
  public SqlNode refuse(String why, String source) {
    remarks.refuse(original, "FUNCTION", name + ": " + why, source);
    return same();
  }

  /** The engine may answer differently for certain data. */
  public void caveat(String text, String source) {
    remarks.caveat(original, "FUNCTION", name + ": " + text, source);
  }

  /** Says that a rule has made {@code node} of the call. */
  public SqlNode by(NamedRule rule, SqlNode node) {
    remarks.applied(rule.name());
    return node;
  }

  /** The operand, cast to this engine's spelling of the type. */
  public SqlNode cast(SqlNode operand, DataType type) {
    return types.cast(operand, type, this);
  }
}

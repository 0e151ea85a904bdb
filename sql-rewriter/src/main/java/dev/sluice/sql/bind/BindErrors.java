package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;

/** The errors of binding: what, where, and what to do. */
final class BindErrors {
  private BindErrors() {}

  /** {@code <what> at line l, column c<cure>}. */
  static SluiceException at(SqlNode node, ErrorCode code, String what, String cure) {
    SqlPosition place = Positions.of(node);
    return new SluiceException(code, what + " at " + place + cure, place);
  }

  static SluiceException invalid(SqlNode node, String what, String cure) {
    return at(node, ErrorCode.INVALID_QUERY, what, cure);
  }

  static SluiceException mismatch(SqlNode node, String what, String cure) {
    return at(node, ErrorCode.TYPE_MISMATCH, what, cure);
  }

  static SluiceException ambiguous(SqlNode node, String name, List<Scope.Found> found) {
    String candidates =
        found.stream()
            .map(one -> one.relation())
            .filter(relation -> relation != null && !relation.alias().isEmpty())
            .map(relation -> relation.alias() + "." + name)
            .distinct()
            .collect(Collectors.joining(" or "));
    return at(
        node,
        ErrorCode.COLUMN_AMBIGUOUS,
        "Column " + name + " is ambiguous",
        candidates.contains(" or ") ? "; it could be " + candidates : "; qualify it");
  }

  static SluiceException compared(SqlNode node, DataType left, DataType right) {
    return mismatch(
        node,
        "Cannot compare " + left + " with " + right,
        "; cast one of them, for example CAST(… AS " + left + ")");
  }

  static SluiceException different(SqlNode node, String what, List<DataType> types) {
    return mismatch(node, what + list(types), "; cast them to one type");
  }

  static SluiceException function(SqlNode node, String name, List<DataType> types, String cure) {
    return mismatch(node, "Function " + name + " cannot take " + list(types), cure);
  }

  static SluiceException operator(SqlNode node, String sign, List<DataType> types) {
    boolean text = types.stream().anyMatch(Types::isText);
    boolean arithmetic = "+-*/%".contains(sign);
    return mismatch(
        node,
        "Operator " + sign + " cannot take " + list(types),
        text && arithmetic
            ? "; cast the text to a number, for example CAST(… AS double)"
            : sign.equals("||") ? "; cast to varchar, for example CAST(… AS varchar)" : "");
  }

  static SluiceException unknownFunction(SqlNode node, String name, TrinoFunctions functions) {
    return at(
        node,
        ErrorCode.FUNCTION_NOT_FOUND,
        "Function " + name + " is not known",
        NearestName.question(name, functions.names()));
  }

  static String list(List<DataType> types) {
    return types.stream().map(DataType::toString).collect(Collectors.joining(" and "));
  }
}

package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.jspecify.annotations.Nullable;

/**
 * Takes bound rows apart, by position: {@code ROW(1, 'a').*} is {@code 1, 'a'}, {@code r.*} each of
 * r's fields and {@code r[2]} the second. Not every engine has these, and every one has the parts.
 */
final class RowParts {
  /**
   * Functions that answer otherwise each time: a row of theirs cannot be said once for each part.
   */
  private static final Set<String> VOLATILE = Set.of("random", "shuffle", "uuid");

  /** One part of a row; a row without names names no part. */
  record Part(@Nullable String name, SqlNode node) {}

  private final Binding binding;
  private final ExpressionBinder expressions;

  RowParts(Binding binding, ExpressionBinder expressions) {
    this.binding = binding;
    this.expressions = expressions;
  }

  /**
   * @param at what the user wrote, for errors
   */
  List<Part> all(SqlNode at, SqlNode row) {
    DataType.Struct type = rowType(at, row);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      parts.add(part(at, row, type, i));
    }
    return parts;
  }

  /** The part of a row that {@code index}, a whole number from 1, stands for. */
  SqlNode one(SqlNode at, SqlNode row, SqlNode index) {
    DataType.Struct type = rowType(at, row);
    int count = type.fields().size();
    boolean isConstant = index instanceof SqlNumericLiteral number && number.isInteger();
    long place = isConstant ? ((SqlNumericLiteral) index).longValue(true) : 0;
    if (place < 1 || place > count) {
      throw BindErrors.invalid(
          index, "A field of a row is named, or is a number from 1 to " + count, "");
    }
    return part(at, row, type, (int) place - 1).node();
  }

  private DataType.Struct rowType(SqlNode at, SqlNode row) {
    if (binding.typeOf(row) instanceof DataType.Struct type) {
      return type;
    }
    throw BindErrors.mismatch(
        at, name(row) + " is " + binding.typeOf(row) + ", which has no fields,", "");
  }

  private static String name(SqlNode row) {
    return row instanceof SqlIdentifier id ? String.join(".", id.names) : "The row";
  }

  private Part part(SqlNode at, SqlNode row, DataType.Struct type, int index) {
    if (row.getKind() == SqlKind.ROW) {
      return new Part(null, ((SqlCall) row).operand(index));
    }
    requireRepeatable(at, row);
    DataType.Field field = type.fields().get(index);
    return new Part(field.name(), expressions.fieldOf(row, field, at.getParserPosition()));
  }

  /** Only rows that have names, and that give the same each time they are said. */
  private static void requireRepeatable(SqlNode at, SqlNode row) {
    boolean isNamed =
        switch (row.getKind()) {
          case IDENTIFIER, DOT, ITEM, CAST, SAFE_CAST -> true;
          default -> false;
        };
    if (!isNamed || !isStable(row)) {
      throw BindErrors.invalid(
          at, "Only columns, ROW(…) and CAST(… AS row(…)) are taken apart", "; name them first");
    }
  }

  private static boolean isStable(@Nullable SqlNode node) {
    if (!(node instanceof SqlCall call)) {
      return true;
    }
    return !call.isA(SqlKind.QUERY)
        && call.getKind() != SqlKind.SCALAR_QUERY
        && !VOLATILE.contains(call.getOperator().getName())
        && call.getOperandList().stream().allMatch(RowParts::isStable);
  }
}

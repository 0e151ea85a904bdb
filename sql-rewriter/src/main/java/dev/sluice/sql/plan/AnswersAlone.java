package dev.sluice.sql.plan;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.prune.NoRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Answers that no row of a table bears on: none at all, and literals. Tools ask for them to see a
 * query's columns, or whether anybody answers; an engine would take seconds, and money.
 */
final class AnswersAlone {
  private AnswersAlone() {}

  /**
   * An answer.
   *
   * @param why one sentence for a person
   */
  record Answer(List<List<@Nullable Object>> rows, String why) {}

  static Optional<Answer> of(BoundQuery bound) {
    if (NoRows.of(bound)) {
      return Optional.of(
          new Answer(
              List.of(), "No row can come of it, whatever the tables hold; no engine is asked."));
    }
    return literals(bound)
        .map(row -> new Answer(List.of(row), "It asks for literals alone; no engine is asked."));
  }

  /** The one row of a SELECT of literals without FROM. */
  private static Optional<List<@Nullable Object>> literals(BoundQuery bound) {
    if (!(bound.root() instanceof SqlSelect select) || !isOfItemsAlone(select)) {
      return Optional.empty();
    }
    List<@Nullable Object> row = new ArrayList<>();
    for (SqlNode item : select.getSelectList()) {
      DataType type = bound.columns().get(row.size()).type();
      SqlNode value = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
      if (!(value instanceof SqlLiteral literal) || !isAnswered(literal, type)) {
        return Optional.empty();
      }
      row.add(value(literal, type));
    }
    return Optional.of(row);
  }

  private static boolean isOfItemsAlone(SqlSelect select) {
    SqlNodeList order = select.getOrderList();
    return select.getFrom() == null
        && select.getWhere() == null
        && select.getGroup() == null
        && select.getHaving() == null
        && select.getQualify() == null
        && select.getOffset() == null
        && (order == null || order.isEmpty())
        && (select.getFetch() == null || select.getFetch() instanceof SqlNumericLiteral);
  }

  /** Whether what the literal is as a value of its type is beyond doubt. */
  private static boolean isAnswered(SqlLiteral literal, DataType type) {
    return switch (literal.getTypeName()) {
      case NULL -> true;
      case BOOLEAN -> type == Primitive.BOOLEAN;
      case CHAR, VARCHAR -> type == Primitive.STRING || type instanceof DataType.Varchar;
      default ->
          literal instanceof SqlNumericLiteral
              && (type == Primitive.INTEGER || type == Primitive.BIGINT);
    };
  }

  private static @Nullable Object value(SqlLiteral literal, DataType type) {
    if (literal.getTypeName() == SqlTypeName.NULL) {
      return null;
    } else if (type == Primitive.BOOLEAN) {
      return literal.booleanValue();
    } else if (type != Primitive.INTEGER && type != Primitive.BIGINT) {
      return literal.getValueAs(String.class);
    }
    BigDecimal value = literal.bigDecimalValue();
    return type == Primitive.INTEGER ? (Object) value.intValueExact() : value.longValueExact();
  }
}

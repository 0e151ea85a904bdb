package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/**
 * Structs of scalars in the answer of which the WHERE shows that they are not NULL, because a
 * condition on one of their fields is never true of a NULL. Such a struct can be put together from
 * its fields: without that, a NULL struct looks like a struct of NULLs.
 *
 * <pre>
 * SELECT c.device FROM web.clicks c WHERE c.device.os = 'ios'
 * </pre>
 */
public final class PresentStructs {
  private PresentStructs() {}

  /**
   * Where an item of the answer leads if it is such a struct.
   *
   * @param item without its alias
   */
  public static Optional<ColumnReference> find(BoundQuery bound, SqlSelect select, SqlNode item) {
    if (!(item instanceof SqlIdentifier id)
        || outermost(bound.root()) != select
        || !isOfScalars(bound.typeOf(item))) {
      return Optional.empty();
    }
    return bound
        .reference(id)
        .filter(struct -> !(struct.item() instanceof FromItem.QueryItem))
        .filter(struct -> rejects(select.getWhere(), node -> isField(bound, node, struct)));
  }

  /** The query whose rows are the answer: the one below WITH. */
  public static SqlNode outermost(SqlNode query) {
    return query instanceof SqlWith with ? outermost(with.body) : query;
  }

  private static boolean isOfScalars(DataType type) {
    return type instanceof DataType.Struct struct
        && struct.fields().stream().allMatch(field -> isScalar(field.type()));
  }

  private static boolean isScalar(DataType type) {
    return !type.isNested()
        && !(type instanceof DataType.Unsupported)
        && type != Primitive.BINARY
        && type != Primitive.UNKNOWN;
  }

  private static boolean isField(BoundQuery bound, SqlNode node, ColumnReference struct) {
    return node instanceof SqlIdentifier id
        && bound.reference(id).filter(found -> isBelow(found, struct)).isPresent();
  }

  private static boolean isBelow(ColumnReference found, ColumnReference struct) {
    List<String> path = found.path();
    return found.item() == struct.item()
        && found.column().equals(struct.column())
        && path.size() == struct.path().size() + 1
        && path.subList(0, struct.path().size()).equals(struct.path());
  }

  /** Whether a condition is never true where a field is NULL. */
  private static boolean rejects(@Nullable SqlNode condition, Predicate<SqlNode> field) {
    if (!(condition instanceof SqlCall call)) {
      return false;
    }
    return switch (call.getKind()) {
      case AND -> call.getOperandList().stream().anyMatch(part -> rejects(part, field));
      case OR -> call.getOperandList().stream().allMatch(part -> rejects(part, field));
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          field.test(call.operand(0)) || field.test(call.operand(1));
      case IS_NOT_NULL, IN, BETWEEN, LIKE -> field.test(call.operand(0));
      // No row of an empty subquery is equal to NULL, so that NOT IN is true there.
      case NOT_IN -> field.test(call.operand(0)) && !call.operand(1).isA(SqlKind.QUERY);
      default -> false;
    };
  }
}

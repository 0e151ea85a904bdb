package dev.sluice.sql.information;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * What Calcite answers as Trino does: a test holds it against a real Trino. Whatever else a query
 * has may mean something a little different there (an average of whole numbers is whole, {@code
 * concat} passes over NULL), so it is refused.
 */
final class Vocabulary {
  /** Calcite's planning grows with the tables that are joined. */
  static final int MOST_TABLES = 8;

  private static final Set<SqlKind> KINDS =
      EnumSet.of(
          SqlKind.SELECT,
          SqlKind.WITH,
          SqlKind.WITH_ITEM,
          SqlKind.ORDER_BY,
          SqlKind.DESCENDING,
          SqlKind.NULLS_FIRST,
          SqlKind.NULLS_LAST,
          SqlKind.AS,
          SqlKind.JOIN,
          SqlKind.UNION,
          SqlKind.INTERSECT,
          SqlKind.EXCEPT,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.BETWEEN,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.EXISTS,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.LIKE,
          SqlKind.CASE);

  /** Of functions, and of what is no kind of Calcite's own. */
  private static final Set<String> NAMES =
      Set.of("||", "coalesce", "count", "lower", "max", "min", "nullif", "sum", "upper");

  private Vocabulary() {}

  /**
   * What stands outside of it, for a person; empty where nothing does.
   *
   * @param pristine the query as it was parsed
   */
  static Optional<String> lacks(SqlNode pristine) {
    Search search = new Search();
    pristine.accept(search);
    return Optional.ofNullable(search.found);
  }

  /** Stops at the first. */
  private static final class Search extends SqlBasicVisitor<@Nullable Void> {
    private @Nullable String found;

    @Override
    public @Nullable Void visit(SqlCall call) {
      if (found == null) {
        found = lacking(call);
      }
      return found == null ? super.visit(call) : null;
    }
  }

  private static @Nullable String lacking(SqlCall call) {
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    if (!KINDS.contains(call.getKind()) && !NAMES.contains(name)) {
      return name.isBlank() ? call.getKind().sql : name;
    } else if (call instanceof SqlJoin join
        && (join.isNatural() || join.getConditionType() == JoinConditionType.USING)) {
      return "a join without ON";
    } else if (call instanceof SqlSelect select && select.getQualify() != null) {
      return "QUALIFY";
    } else if (call instanceof SqlWithItem item && item.recursive.booleanValue()) {
      return "WITH RECURSIVE";
    }
    return null;
  }
}

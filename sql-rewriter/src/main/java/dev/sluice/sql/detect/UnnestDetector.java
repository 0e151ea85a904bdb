package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnnestOperator;

/** UNNEST in its forms. */
final class UnnestDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return EnumSet.of(
        Capability.UNNEST_INNER,
        Capability.UNNEST_LEFT,
        Capability.UNNEST_WITH_ORDINALITY,
        Capability.UNNEST_STRUCTS,
        Capability.UNNEST_MAP,
        Capability.UNNEST_SEVERAL,
        Capability.UNNEST_INNER_ARRAY,
        Capability.UNNEST_CORRELATED_SUBQUERY,
        Capability.UNNEST_SUBQUERY_NAMES_OUTER_ROW);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    SqlSelect select = (SqlSelect) node;
    if (select.getFrom() != null) {
      from(visit.bound(), select.getFrom(), false, true, visit.requirements());
      outerRow(visit.bound(), select, visit.requirements());
    }
  }

  private static void from(
      BoundQuery bound, SqlNode node, boolean outer, boolean first, Requirements requirements) {
    if (node instanceof SqlJoin join) {
      from(bound, join.getLeft(), false, first, requirements);
      from(bound, join.getRight(), join.getJoinType() == JoinType.LEFT, false, requirements);
    } else if (bound.item(node) instanceof FromItem.UnnestItem unnest) {
      unnest(bound, (SqlCall) unnest.call(), outer, first, requirements);
    }
  }

  private static void unnest(
      BoundQuery bound, SqlCall call, boolean outer, boolean first, Requirements requirements) {
    requirements.add(outer ? Capability.UNNEST_LEFT : Capability.UNNEST_INNER, call);
    if (((SqlUnnestOperator) call.getOperator()).withOrdinality) {
      requirements.add(Capability.UNNEST_WITH_ORDINALITY, call);
    }
    if (call.operandCount() > 1) {
      requirements.add(Capability.UNNEST_SEVERAL, call);
    }
    for (SqlNode operand : call.getOperandList()) {
      if (isInner(bound, operand)) {
        requirements.add(Capability.UNNEST_INNER_ARRAY, call);
      }
      DataType type = bound.typeOf(operand);
      if (type instanceof DataType.MapOf) {
        requirements.add(Capability.UNNEST_MAP, call);
      } else if (type instanceof DataType.Array array
          && array.element() instanceof DataType.Struct) {
        requirements.add(Capability.UNNEST_STRUCTS, call);
      }
    }
    // At the head of a FROM clause there is nothing to its left: a column can only be an outer
    // query's.
    if (first && References.hasColumn(bound, call)) {
      requirements.add(Capability.UNNEST_CORRELATED_SUBQUERY, call);
    }
  }

  /** Whether what is opened stands right inside another array, in no struct. */
  private static boolean isInner(BoundQuery bound, SqlNode operand) {
    ColumnReference reference =
        operand instanceof SqlIdentifier id ? bound.reference(id).orElse(null) : null;
    return reference != null
        && reference.path().isEmpty()
        && reference.item() instanceof FromItem.UnnestItem unnest
        && unnest.columns().stream()
            .filter(column -> column.name().equalsIgnoreCase(reference.column()))
            .anyMatch(column -> column.part() == FromItem.Part.ELEMENT);
  }

  /** Whether a SELECT over an outer query's array names that query's row anywhere but in FROM. */
  private static void outerRow(BoundQuery bound, SqlSelect select, Requirements requirements) {
    if (!(bound.item(first(select.getFrom())) instanceof FromItem.UnnestItem)) {
      return;
    }
    Set<FromItem> own = References.defined(bound, select);
    for (SqlNode part : parts(select)) {
      if (!own.containsAll(References.items(bound, part))) {
        requirements.add(Capability.UNNEST_SUBQUERY_NAMES_OUTER_ROW, part);
        return;
      }
    }
  }

  private static SqlNode first(SqlNode from) {
    return from instanceof SqlJoin join ? first(join.getLeft()) : from;
  }

  private static List<SqlNode> parts(SqlSelect select) {
    return Stream.of(
            select.getSelectList(),
            select.getWhere(),
            select.getGroup(),
            select.getHaving(),
            select.getOrderList())
        .filter(part -> part != null)
        .toList();
  }
}

package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlPivot;

/** Binds PIVOT as the SELECT that it means. */
final class PivotBinder {
  /** Of all PIVOTs of a query: a short text could otherwise ask for more than fits in memory. */
  private static final int MOST_PARTS = 500_000;

  private final Binding binding;
  private final QueryBinder queries;
  private final FromBinder from;

  PivotBinder(Binding binding, QueryBinder queries, FromBinder from) {
    this.binding = binding;
    this.queries = queries;
    this.from = from;
  }

  QueryBinder.Bound bind(SqlPivot node, Scope outer) {
    PivotSelect pivot = new PivotSelect(node);
    limit(node, pivot);
    Joined input = from.bind(pivot.input(), outer);
    List<ColumnReference> used = used(pivot, Scope.of(input, outer));
    List<Relation.Column> kept = new ArrayList<>();
    input.relations().forEach(relation -> kept.addAll(unused(relation, used)));
    return queries.over(input, pivot.select(kept), outer);
  }

  /**
   * The columns that the aggregates and FOR lead to. They are bound for this alone; the SELECT's
   * own are bound again, each value's for itself.
   */
  private List<ColumnReference> used(PivotSelect pivot, Scope scope) {
    Place place = Place.of(scope, Clause.SELECT, new ArrayList<>());
    return queries.expressions().all(pivot.computed(), place).stream()
        .flatMap(bound -> Subtree.of(bound).stream())
        .map(binding.references::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Relation.Column> unused(Relation relation, List<ColumnReference> used) {
    Set<String> ids =
        used.stream()
            .filter(reference -> reference.item() == relation.item())
            .map(ColumnReference::column)
            .collect(Collectors.toSet());
    return relation.columns().stream().filter(column -> !ids.contains(column.id())).toList();
  }

  private void limit(SqlPivot node, PivotSelect pivot) {
    long parts = pivot.computed().stream().mapToLong(one -> Subtree.of(one).size()).sum();
    binding.pivoted += parts * pivot.values();
    if (binding.pivoted > MOST_PARTS) {
      throw BindErrors.at(
          node,
          ErrorCode.QUERY_TOO_LARGE,
          "PIVOT repeats its aggregates for each value, which makes more than "
              + MOST_PARTS
              + " parts",
          "; name fewer values or aggregates");
    }
  }
}

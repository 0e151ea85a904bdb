package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.SplitKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/**
 * What conditions that hold together say of other columns: of {@code a.k = b.k AND b.k = 'x'}, that
 * {@code b.k} is 'x'. What a column's subquery says of it counts as well.
 */
final class ConditionDomains implements Domains {
  /** How many subqueries deep it looks, so that the work stays in proportion. */
  private static final int DEPTH = 3;

  private final BoundQuery bound;
  private final Lineage lineage;
  private final List<SqlNode> conditions;
  private final Value clock;
  private final int depth;

  private ConditionDomains(
      BoundQuery bound, Lineage lineage, List<SqlNode> conditions, Value clock, int depth) {
    this.bound = bound;
    this.lineage = lineage;
    this.conditions = conditions;
    this.clock = clock;
    this.depth = depth;
  }

  static Domains of(BoundQuery bound, Lineage lineage, List<SqlNode> conditions, Value clock) {
    return new ConditionDomains(bound, lineage, conditions, clock, DEPTH);
  }

  @Override
  public KeyValues of(SqlNode expression) {
    Optional<FromItem> split = bound.splitKey(expression);
    if (split.isPresent()) {
      return conditioned(new Variable(split.get(), SplitKey.NAME));
    }
    if (!(expression instanceof SqlIdentifier id)) {
      Value value = new Evaluator(bound, lineage, any -> Value.UNTOLD, clock).evaluate(expression);
      return Span.least(value).known() instanceof String from
              && Span.most(value).known() instanceof String to
          ? Comparison.EQUAL.texts(from, to)
          : KeyValues.ALL;
    }
    Optional<ColumnReference> reference = bound.reference(id);
    return reference.isPresent() && reference.get().path().isEmpty()
        ? of(reference.get())
        : KeyValues.ALL;
  }

  private KeyValues of(ColumnReference reference) {
    Optional<SqlNode> definition = lineage.definition(reference);
    if (definition.isPresent()) {
      return of(definition.get());
    }
    KeyValues values = conditioned(new Variable(reference.item(), reference.column()));
    return reference.item() instanceof FromItem.QueryItem query && query.query() != null
        ? values.and(column(query.query(), query.columns().indexOf(reference.column())))
        : values;
  }

  private KeyValues conditioned(Variable variable) {
    Predicates predicates = new Predicates(bound, lineage, variable, Domains.NOTHING_KNOWN, clock);
    KeyValues values = KeyValues.ALL;
    for (SqlNode condition : conditions) {
      values = values.and(predicates.of(condition).yes());
    }
    return values;
  }

  @Override
  public KeyValues ofQuery(SqlNode query) {
    return column(query, 0);
  }

  private KeyValues column(SqlNode query, int column) {
    List<SqlSelect> branches = new ArrayList<>();
    if (depth == 0 || column < 0 || !Lineage.add(query, branches)) {
      return KeyValues.ALL;
    }
    KeyValues values = KeyValues.NONE;
    for (SqlSelect branch : branches) {
      List<SqlNode> where = branch.getWhere() == null ? List.of() : List.of(branch.getWhere());
      values =
          values.or(
              new ConditionDomains(bound, lineage, where, clock, depth - 1)
                  .of(Lineage.column(branch, column)));
    }
    return values;
  }
}

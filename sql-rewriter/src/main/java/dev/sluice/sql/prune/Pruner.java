package dev.sluice.sql.prune;

import dev.sluice.TableName;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a query needs of each partitioned table, wherever it reads it. Conditions come down
 * from a query into its subqueries, unless leaving out rows there would change others.
 */
public final class Pruner {
  private final BoundQuery bound;
  private final Value clock;
  private final List<TableUse> uses = new ArrayList<>();
  private final Set<SqlNode> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  private Pruner(BoundQuery bound, Value clock) {
    this.bound = bound;
    this.clock = clock;
  }

  /** What a query needs whenever it is run. */
  public static Pruning prune(BoundQuery bound) {
    return new Pruning(needs(bound, Value.UNTOLD), null);
  }

  /**
   * What a query needs that is planned now and run no later than {@link
   * Pruning#holdsUntil(Instant)}.
   */
  public static Pruning prune(BoundQuery bound, Instant now) {
    ClockCalls calls = ClockCalls.in(bound);
    ClockTimes times = ClockTimes.of(now);
    return calls.isNone() ? prune(bound) : prune(bound, times.whole(), calls.parts(times));
  }

  private static Pruning prune(BoundQuery bound, Value whole, List<Value> parts) {
    List<Needs> needs = parts.stream().map(part -> needs(bound, part)).toList();
    return new Pruning(needs(bound, Value.UNTOLD), new ClockNeeds(needs(bound, whole), needs));
  }

  private static Needs needs(BoundQuery bound, Value clock) {
    Pruner pruner = new Pruner(bound, clock);
    pruner.alone(bound.root(), Lineage.of(bound));
    return new Needs(pruner.uses, pruner.unseen());
  }

  /** Tables that the query reads somewhere where this class did not look. */
  private Set<TableName> unseen() {
    Set<FromItem> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    uses.forEach(use -> seen.add(use.item()));
    Set<TableName> unseen = new HashSet<>();
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem table && !seen.contains(item)) {
        unseen.add(table.table().name());
      }
    }
    return unseen;
  }

  /** A query of which every row may matter. */
  private void alone(SqlNode query, Lineage lineage) {
    for (SqlSelect branch : Lineage.branches(query)) {
      select(branch, lineage, List.of());
    }
    unreferenced(query, lineage);
  }

  /** What no FROM clause names is read all the same, as far as Sluice knows. */
  private void unreferenced(SqlNode query, Lineage lineage) {
    entered.add(query);
    if (query instanceof SqlWith with) {
      unreferenced(with.body, lineage);
      for (SqlNode node : with.withList) {
        SqlNode named = ((SqlWithItem) node).query;
        if (!entered.contains(named)) {
          alone(named, lineage);
        }
      }
    } else if (query.isA(SqlKind.SET_QUERY)) {
      ((SqlCall) query).getOperandList().forEach(branch -> unreferenced(branch, lineage));
    }
  }

  private void select(SqlSelect select, Lineage lineage, List<Condition> inherited) {
    if (select.getFrom() != null) {
      from(select.getFrom(), select, lineage, inherited);
    }
    for (SqlNode part : select.getOperandList()) {
      if (part != select.getFrom()) {
        subqueries(part, lineage);
      }
    }
  }

  private void from(SqlNode node, SqlSelect select, Lineage lineage, List<Condition> inherited) {
    if (node instanceof SqlJoin join) {
      from(join.getLeft(), select, lineage, inherited);
      from(join.getRight(), select, lineage, inherited);
      subqueries(join.getCondition(), lineage);
      return;
    }
    FromItem item = bound.item(node);
    if (item instanceof FromItem.TableItem table && table.table().isPartitioned()) {
      List<Condition> conditions = Conditions.of(bound, select, item, lineage, inherited, clock);
      uses.add(new TableUse(bound, table, select, lineage, conditions, clock));
    } else if (item instanceof FromItem.QueryItem query && query.query() != null) {
      List<Condition> conditions = Conditions.of(bound, select, item, lineage, inherited, clock);
      query(query, query.query(), conditions, lineage);
    } else {
      subqueries(node, lineage);
    }
  }

  private void query(
      FromItem.QueryItem item, SqlNode query, List<Condition> conditions, Lineage lineage) {
    for (SqlSelect branch : Lineage.branches(query)) {
      boolean passes = Passage.isOpen(branch);
      select(branch, lineage.through(item, branch), passes ? conditions : List.of());
    }
    if (query.getKind() == SqlKind.LATERAL) {
      subqueries(query, lineage);
    }
    unreferenced(query, lineage);
  }

  /** Queries inside expressions. */
  private void subqueries(@Nullable SqlNode node, Lineage lineage) {
    if (node == null) {
      return;
    } else if (node.isA(SqlKind.QUERY) && !(node instanceof SqlNodeList)) {
      alone(node, lineage);
      return;
    }
    node.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            if (call.isA(SqlKind.QUERY)) {
              alone(call, lineage);
              return null;
            }
            return super.visit(call);
          }
        });
  }
}

package dev.sluice.sql.prune;

import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that narrow one item of a SELECT's FROM clause. Leaving out rows of an item on the
 * side of an outer join that is filled up with NULLs makes rows that are filled up; it is only
 * sound by conditions that refuse those anyway.
 */
final class Conditions {
  private final BoundQuery bound;
  private final FromItem item;
  private final Lineage lineage;
  private final Value clock;
  private final List<Condition> conditions = new ArrayList<>();

  private Conditions(BoundQuery bound, FromItem item, Lineage lineage, Value clock) {
    this.bound = bound;
    this.item = item;
    this.lineage = lineage;
    this.clock = clock;
  }

  /**
   * @param lineage the way to {@code select}
   * @param inherited those that the rows of the SELECT must meet
   * @param clock what it shows, as {@link Evaluator} takes it
   */
  static List<Condition> of(
      BoundQuery bound,
      SqlSelect select,
      FromItem item,
      Lineage lineage,
      List<Condition> inherited,
      Value clock) {
    Conditions found = new Conditions(bound, item, lineage, clock);
    boolean filled = select.getFrom() != null && found.joins(select.getFrom()) == Side.FILLED;
    List<Condition> all = new ArrayList<>();
    for (Condition on : found.conditions) {
      all.add(filled ? new Condition(on.node(), false) : on);
    }
    found.conditions.clear();
    inherited.forEach(condition -> found.add(condition.node(), true, filled));
    if (select.getWhere() != null) {
      found.add(select.getWhere(), true, filled);
    }
    if (select.getHaving() != null && isPlain(select)) {
      found.add(select.getHaving(), true, filled);
    }
    all.addAll(found.conditions);
    return all;
  }

  /** Whether the groups are those of plain keys, so that a condition on a key is one on rows. */
  private static boolean isPlain(SqlSelect select) {
    return select.getGroup() != null
        && !select.getGroup().isEmpty()
        && select.getGroup().stream().noneMatch(Conditions::isSet);
  }

  private static boolean isSet(SqlNode key) {
    return switch (key.getKind()) {
      case GROUPING_SETS, ROLLUP, CUBE -> true;
      default -> key instanceof SqlCall call && call.operandCount() == 0;
    };
  }

  /** Where an item stands in a FROM clause. */
  private enum Side {
    /** Not below this node. */
    ELSEWHERE,
    /** Its rows are all there, or left out. */
    KEPT,
    /** Its columns may have been filled up with NULLs. */
    FILLED
  }

  private Side joins(SqlNode from) {
    if (!(from instanceof SqlJoin join)) {
      return bound.item(from) == item ? Side.KEPT : Side.ELSEWHERE;
    }
    Side left = joins(join.getLeft());
    Side right = joins(join.getRight());
    Side side = left == Side.ELSEWHERE ? right : left;
    if (side == Side.ELSEWHERE) {
      return side;
    }
    boolean onLeft = left != Side.ELSEWHERE;
    JoinType type = join.getJoinType();
    boolean isFilled = type == JoinType.FULL || type == (onLeft ? JoinType.RIGHT : JoinType.LEFT);
    boolean isInner = type == JoinType.INNER || type == JoinType.CROSS || type == JoinType.COMMA;
    if (isInner || (isFilled && type != JoinType.FULL)) {
      on(join.getCondition(), isInner && side == Side.KEPT, side == Side.FILLED);
    }
    return isFilled ? Side.FILLED : side;
  }

  private void on(@Nullable SqlNode condition, boolean holdsInWhere, boolean filled) {
    if (condition instanceof SqlCall) {
      add(condition, holdsInWhere, filled);
    }
  }

  private void add(SqlNode node, boolean holdsInWhere, boolean filled) {
    if (!filled || !mayHoldFilled(node)) {
      conditions.add(new Condition(node, holdsInWhere));
    }
  }

  private boolean mayHoldFilled(SqlNode node) {
    return new Evaluator(
            bound,
            lineage,
            reference -> reference.item() == item ? Value.NULL : Value.UNTOLD,
            clock)
        .evaluate(node)
        .mayBeTrue();
  }
}
